/** The shards that this process runs: as many as Discord wants, or a range of a number that several processes share. */
export type Shards = "auto" | { readonly own: readonly number[]; readonly all: number };

/** The most of which Discord lets an application have. */
const MOST_SHARDS = 16_384;

/** What is wrong with a `DISCORD_SHARDS`, a sentence; null where nothing is. */
export function faultOfShards(text: string): string | null {
  if (parseShards(text) !== null) return null;
  const [, first, last, all] = PART.exec(text) ?? [];
  const [from, to, count] = [Number(first), Number(last), Number(all)];
  if (all === undefined) return "auto, or this process's part such as 0-3/16";
  if (count > MOST_SHARDS) return `a part of at most ${MOST_SHARDS} shards`;
  if (from > to)
    return `a part from the lower shard to the higher one, such as ${to}-${from}/${Math.max(count, from + 1)}`;
  return `a part of ${count} shards, which are 0 to ${count - 1}, for they are counted from 0`;
}

/** The shard to which a server's events come; what belongs to no server comes to the first. */
export function shardOf(guild: string, all: number): number {
  return /^[0-9]+$/.test(guild) ? Number((BigInt(guild) >> 22n) % BigInt(all)) : 0;
}

const PART = /^([0-9]+)-([0-9]+)\/([0-9]+)$/;

/** Reads `DISCORD_SHARDS`: `auto`, or a part such as `0-3/16`; null for anything else. */
export function parseShards(text: string): Shards | null {
  if (text === "auto") return "auto";
  const [, first, last, all] = PART.exec(text) ?? [];
  const [from, to, count] = [Number(first), Number(last), Number(all)];
  if (!(from <= to && to < count && count <= MOST_SHARDS)) return null;
  return { own: Array.from({ length: to - from + 1 }, (_, index) => from + index), all: count };
}
