import type { Reader } from "../../src/ports.ts";
import type { Rows } from "../../src/rows.ts";

/** What a conversation is made of, in the order in which its ids are first met. */
export const TABLES = [
  ...(["identity", "customer", "interaction", "resolution", "survey", "response", "revision", "case", "step"] as const),
  ...(["entry", "post", "pause", "enhancement", "telling", "promise", "greeting", "cord", "announcement"] as const),
  ...(["told", "informed", "listener", "tombstone", "audit"] as const),
] as const;

/** All rows of a ground, read once. */
export type Snapshot = { readonly [T in (typeof TABLES)[number]]: readonly Rows[T][] };

export async function snapshotOf(reader: Reader): Promise<Snapshot> {
  const read = TABLES.map(async (table) => [table, await reader.list(table, {})] as const);
  return Object.fromEntries(await Promise.all(read)) as unknown as Snapshot;
}
