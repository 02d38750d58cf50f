import { canonicalJson } from "../canonical-json.ts";
import type { DigestRow } from "../rows.ts";
import type { Basis } from "./basis.ts";
import { type DigestDesk, findCounted } from "./find-digest.ts";
import { gatherCounted } from "./gather-digest.ts";
import { chainOf, sealText } from "./seal.ts";

/** Which form of the file this is; another number where a reader would have to be changed. */
const FORMAT = 1;
/** About so many characters are given at once. */
const PIECE = 64 * 1024;

/** A digest, and what it was counted from. */
export interface Recount {
  readonly row: DigestRow;
  readonly basis: Basis;
  /** Whether the rows are those of the moment when it was counted; else the digest is from before they were kept, and they are today's. */
  readonly isKept: boolean;
}

/** What the week's digest can be counted again from; null for a week to come. */
export async function findRecount(desk: DigestDesk, week: string): Promise<Recount | null> {
  const found = await findCounted(desk, week);
  if (found === null) return null;
  const { row, counted } = found;
  if (counted) return { row, basis: counted, isKept: true };
  const kept = await desk.store.get("basis", row.id);
  if (kept) return { row, basis: kept, isKept: true };
  const { zone, team, computedAt } = row;
  const frame = { id: { week, zone, team }, now: computedAt, themes: desk.themes };
  const { basis } = await gatherCounted(desk.store, desk.settings, frame);
  return { row, basis, isKept: false };
}

function line(value: unknown): string {
  return `${canonicalJson(value)}\n`;
}

/**
 * The file, piece by piece: its head, then the sealed figures of each revision that is kept, its own the last, then the rows. Each line
 * is canonical JSON; the SHA-256 of a sealed line, without its line feed, is the hash that the post shows.
 */
export async function* recountPieces({ row, basis, isKept }: Recount): AsyncGenerator<string> {
  const { week, zone, team, revision, computedAt, postedAt, history, document } = row;
  const chain = await chainOf(row);
  const links = new Map(
    chain.map((link, index) => [link.revision, { link, corrects: chain[index - 1]?.hash ?? null }]),
  );
  const { rules } = basis;
  yield line({
    ...{
      kind: "head",
      format: FORMAT,
      desk: team,
      week,
      zone,
      rules,
      revision,
      computedAt,
      postedAt,
      rowsKept: isKept,
    },
    ...{ hash: chain.at(-1)?.hash, chain: chain.map((link) => ({ revision: link.revision, hash: link.hash })) },
  });
  for (const one of [...history, { revision, document }]) {
    const found = links.get(one.revision);
    if (found) yield `${sealText(one.document, found.link.rows, found.corrects)}\n`;
  }
  let piece = "";
  for (const [count, counted] of basis.rows) {
    const text = line(counted);
    for (let left = count; left > 0; left -= 1) {
      piece += text;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = "";
    }
  }
  yield piece;
}
