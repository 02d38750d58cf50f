import type { ApiAnswer, SlackApi } from "./api.ts";
import type { Block } from "./buttons.ts";
import type { SlackCall } from "./private-posts.ts";
import { isTable, TABLE_KINDS, type TableKind } from "./table-blocks.ts";

/** What Slack says of a kind of block that a workspace does not take; the other code is of this one message alone. */
const NOT_TAKEN = "invalid_blocks";
const REFUSALS = [NOT_TAKEN, "msg_blocks_too_long"];

/** A call as it was made at last, and its answer. */
export interface TriedCall {
  readonly call: SlackCall;
  readonly answer: ApiAnswer;
}

/** Says a message with its table as far as the workspace takes one. */
export type TryTables = (team: string, drawn: (tables: TableKind) => SlackCall) => Promise<TriedCall>;

function hasTable({ args }: SlackCall): boolean {
  return Array.isArray(args.blocks) && (args.blocks as readonly Block[]).some(isTable);
}

/** Which kind of table a workspace takes is tried, and remembered while the program runs. A message that was refused for its blocks stands nowhere, so that it may be said again. */
export function createTryTables(api: SlackApi): TryTables {
  const refused = new Map<string, Set<TableKind>>();
  return async (team, drawn) => {
    const known = refused.get(team) ?? new Set<TableKind>();
    refused.set(team, known);
    for (const kind of TABLE_KINDS.filter((one) => !known.has(one))) {
      const call = drawn(kind);
      const answer = await api.call(team, call.method, call.args);
      const isRefused = answer.kind === "error" && REFUSALS.includes(answer.code);
      if (!isRefused || !hasTable(call)) return { call, answer };
      if (answer.code === NOT_TAKEN) known.add(kind);
    }
    throw new Error("A message without a table is drawn last");
  };
}
