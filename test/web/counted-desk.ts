import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createSqlStore } from "../../adapters/database/sql-store.ts";
import { applyPragmas, connect } from "../../adapters/database/sqlite-connection.ts";
import { createSqliteEngine } from "../../adapters/database/sqlite-engine.ts";
import type { Change } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import { stepsOf } from "../database/plans.ts";
import { change, sampleRows } from "../database/sample-rows.ts";
import { HOUR, MONDAY_TEN } from "../world.ts";

/** From one conversation to the next, hours. */
export const APART = 3;
const AGENT = { address: "web:agent:birch", name: "Birch" };

/** What was read of a database. */
export interface Reading {
  readonly rows: number;
  readonly statements: number;
}

/** A store in a file that counts what is read of it. */
export interface CountedStore {
  readonly store: Store;
  /** What was read since this was asked last. */
  take(): Reading;
  /** Every statement that has read, by its text. */
  readonly statements: ReadonlySet<string>;
  /** How SQLite goes about a statement. */
  stepsOf(sql: string): string[];
}

/** An empty store that counts. */
export async function countedStore(): Promise<CountedStore> {
  const path = join(temporaryFolder(), "desk.db");
  await (await openStore(path)).close();
  const connection = connect(path);
  applyPragmas(connection);
  const engine = createSqliteEngine(path, connection);
  onTestFinished(() => engine.close());
  const statements = new Set<string>();
  let read = { rows: 0, statements: 0 };
  const all: typeof engine.all = async (statement) => {
    const found = await engine.all(statement);
    statements.add(statement.sql);
    read = { rows: read.rows + found.length, statements: read.statements + 1 };
    return found;
  };
  return {
    store: createSqlStore({ ...engine, dialect: engine.dialect, all }),
    take: () => {
      const taken = read;
      read = { rows: 0, statements: 0 };
      return taken;
    },
    statements,
    stepsOf: (sql) => stepsOf(connection, sql),
  };
}

/** Key of the conversation that began last. */
export const LATEST = "00000";

/** The rows as they are with somebody in every conversation of theirs. */
function ofCustomer(rows: ReturnType<typeof sampleRows>, customerId: string): ReturnType<typeof sampleRows> {
  const theirs = Object.entries(rows).map(([table, row]) => [
    table,
    "customerId" in row ? { ...row, customerId } : row,
  ]);
  return Object.fromEntries(theirs) as ReturnType<typeof sampleRows>;
}

/** All that is kept of one conversation, {@link APART} hours after the one before; every second has a case, every third is open, every tenth is of the same customer. */
export function conversation(index: number): Change[] {
  const key = String(index).padStart(5, "0");
  const isRegular = index % 10 === 0;
  const rows = ofCustomer(sampleRows(key), isRegular ? `customer-${LATEST}` : `customer-${key}`);
  const at = MONDAY_TEN - index * APART * HOUR;
  const [score, band] = index % 2 === 0 ? ([3, "detractor"] as const) : ([8, "passive"] as const);
  const interaction = {
    ...rows.interaction,
    openedAt: at,
    lastActivityAt: at,
    ...(index % 3 === 0
      ? { state: "open", resolutionId: null }
      : { state: "resolved", resolutionId: rows.resolution.id }),
    isTest: false,
    agents: [AGENT],
  };
  const entries = [1, 2, 3].map((position) => ({
    ...rows.entry,
    id: `${key}/${position}`,
    position,
    text: "It is late.",
    at,
    deletedAt: null,
  }));
  const response = {
    ...rows.response,
    answeredAt: at,
    score,
    band,
    product: "app",
    comment: "Too slow.",
    creditedAgent: AGENT,
  };
  const item = {
    ...rows.case,
    state: index % 4 === 0 ? "new" : "resolved",
    openedAt: at,
    contactBy: at,
    dueAt: null,
    closedAt: index % 4 === 0 ? null : at,
    alerts: [],
  };
  const message = { kind: "alert", text: "Somebody is unhappy.", actions: [], caseId: rows.case.id };
  const post = {
    ...rows.post,
    lane: "web:team",
    state: "posted",
    postedAt: at,
    leaseOwner: null,
    leaseUntil: null,
    surveyId: null,
    message,
  };
  const all: [string, object][] = [
    ...(isRegular && key !== LATEST
      ? []
      : ([
          ["customer", { ...rows.customer, createdAt: at, teamMember: false }],
          ["identity", rows.identity],
        ] as [string, object][])),
    ["interaction", interaction],
    ...entries.map((entry): [string, object] => ["entry", entry]),
    ["resolution", { ...rows.resolution, at, imported: false, fate: "answered", fateReason: null }],
    ["survey", { ...rows.survey, state: "answered", dueAt: null, askedAt: at, endedAt: at, questionPostId: null }],
    ["response", response],
    ...(index % 2 === 0
      ? ([
          ["case", item],
          ["step", { ...rows.step, at }],
          ["post", post],
        ] as [string, object][])
      : []),
    ...(index % 2 === 1
      ? ([["enhancement", { ...rows.enhancement, hasWords: true, state: "open", openedAt: at }]] as [string, object][])
      : []),
  ];
  return all.map(([table, row]) => change(table as never, row as never));
}
