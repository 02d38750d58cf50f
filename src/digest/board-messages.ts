import type { Context } from "../context.ts";
import { handleOf } from "../interaction/address.ts";
import { customerAt } from "../interaction/identify-person.ts";
import type { Action, Beside, FigureTable, Section } from "../messages.ts";
import type { BoardRow } from "./board.ts";
import type { Digest } from "./document.ts";
import { enhanceWords } from "./mouth-messages.ts";
import type { Speaker } from "./say-figures.ts";
import { productChange } from "./trend-messages.ts";
import { windowOf } from "./week.ts";

/** Longest product name on a button. */
const LONGEST_NAME = 40;

/** The owners by address as the team calls them; one who never acted here goes by the last part of the address. */
export async function gatherOwners(
  context: Pick<Context, "store">,
  { board }: Digest,
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Set(board.flatMap(({ owner }) => (owner === null ? [] : [owner])));
  const names = new Map<string, string>();
  for (const address of addresses) {
    const known = await customerAt(context, address);
    names.set(address, known?.name ?? handleOf(address));
  }
  return names;
}

function standing(speaker: Speaker, { name: product, verdict, median, nps }: BoardRow): string {
  if (verdict === "too-few" || median === null) return speaker.say("digest.board.few", { product });
  const values = { product, verdict: speaker.say(`digest.verdict.${verdict}`), median };
  if (nps === null) return speaker.say("digest.board.hidden", values);
  const { answers, promoters, passives, detractors } = nps;
  const bands = speaker.say("digest.board.bands", { promoters, passives, detractors });
  return `${speaker.say("digest.board.row", { ...values, answers })} (${bands})`;
}

/** From here on somebody is called almost certain; and from so many tenths on fairly sure, or at least no longer in doubt. */
const CERTAIN = 0.97;
const FAIRLY = 8;
const RATHER = 6;

/** How sure one can be of a verdict, in words and in tenths; null where that is not known. */
export function sureWords(speaker: Speaker, { sure, verdict }: Pick<BoardRow, "sure" | "verdict">): string | null {
  if (sure === null || sure === undefined || verdict === "too-few") return null;
  if (sure >= CERTAIN) return speaker.say("board.sure.certain");
  const tens = Math.min(9, Math.max(1, Math.round(10 * sure)));
  const degree = tens >= FAIRLY ? "fairly" : tens >= RATHER ? "rather" : "open";
  return speaker.say(`board.sure.${degree}`, { tens });
}

/** How sure one can be, and what the last weeks alone would say where that is something else. */
export function surenessDetails(speaker: Speaker, row: BoardRow): string[] {
  const sure = sureWords(speaker, row);
  if (sure === null) return [];
  const { was } = row;
  return was ? [sure, speaker.say("board.sure.was", { verdict: speaker.say(`digest.verdict.${was}`) })] : [sure];
}

/** How sure one can be of it, since when it stands there, where it stood before, whose it is and what is to be made better. */
export function boardDetails(
  speaker: Speaker,
  row: BoardRow,
  document: Digest,
  owners: ReadonlyMap<string, string>,
): string[] {
  const { since, lastQuarter, owner } = row;
  const { id } = document;
  return [
    ...surenessDetails(speaker, row),
    ...(since === null || since === id.week
      ? []
      : [speaker.say("digest.board.since", { on: speaker.day(windowOf(since, id.zone).from) })]),
    ...(lastQuarter === "too-few"
      ? []
      : [speaker.say("digest.board.lastQuarter", { verdict: speaker.say(`digest.verdict.${lastQuarter}`) })]),
    ...productChange(speaker, document, row),
    ...(owner === null ? [] : [speaker.say("digest.board.owner", { owner: owners.get(owner) ?? owner })]),
    ...enhanceWords(speaker, document, row),
  ];
}

/** What was decided about a product; nothing where nobody has decided. */
export function decidedLines(speaker: Speaker, { decision }: BoardRow): string[] {
  if (!decision) return [];
  const { by, at, verdict, sentence } = decision;
  const values = { by, on: speaker.day(at), verdict: speaker.say(`digest.verdict.${verdict}`), sentence };
  return [speaker.say("digest.board.decided", values)];
}

/** Where one product stands, and what was decided about it. */
function productLines(
  speaker: Speaker,
  row: BoardRow,
  document: Digest,
  owners: ReadonlyMap<string, string>,
): string[] {
  const line = [standing(speaker, row), ...boardDetails(speaker, row, document, owners)].join(" · ");
  return [line, ...decidedLines(speaker, row)];
}

/** The button with which one decides about a product; null where its answers are too few to decide on. */
function decideAction(speaker: Speaker, { product, name, verdict }: BoardRow): Action | null {
  if (verdict === "too-few") return null;
  const label = speaker.say("digest.decide", { product: [...name].slice(0, LONGEST_NAME).join("") });
  return { name: "decide", subject: product, label };
}

/** Where each product stands, and what was decided about it, beside each the button that decides; and all of it at a glance. */
export function boardPart(
  speaker: Speaker,
  document: Digest,
  owners: ReadonlyMap<string, string>,
): Required<Pick<Section, "lines" | "beside" | "table">> {
  const lines: string[] = [];
  const beside: Beside[] = [];
  for (const row of document.board) {
    const told = productLines(speaker, row, document, owners);
    const action = decideAction(speaker, row);
    const short = action && { ...action, label: speaker.say("digest.decideHere"), description: action.label };
    if (short) beside.push({ first: lines.length, count: told.length, action: short });
    lines.push(...told);
  }
  return { lines, beside, table: boardTable(speaker, document) };
}

/** The board at a glance: where each product stands, and by how many answers. */
function boardTable({ say }: Speaker, { board }: Digest): FigureTable {
  const rows = board.map(({ name, verdict, median, nps }) => {
    if (verdict === "too-few" || median === null) return [name, say("digest.board.tooFew"), "–", "–"];
    return [name, say(`digest.verdict.${verdict}`), String(median), nps === null ? "–" : String(nps.answers)];
  });
  const heads = ["product", "verdict", "median", "answers"] as const;
  return { head: heads.map((head) => say(`digest.board.head.${head}`)), rows };
}

/** A button for each product about which there is something to decide. */
export function boardActions(speaker: Speaker, { board }: Digest): Action[] {
  return board.flatMap((row) => decideAction(speaker, row) ?? []);
}
