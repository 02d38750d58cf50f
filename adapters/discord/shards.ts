/** The shards that this process runs: as many as Discord wants, or a range of a number that several processes share. */
export type Shards = "auto" | { readonly own: readonly number[]; readonly all: number };

/** Reads `DISCORD_SHARDS`: `auto`, or a part such as `0-3/16`; null for anything else. */
export function parseShards(text: string): Shards | null {
  if (text === "auto") return "auto";
  const [, first, last, all] = /^([0-9]+)-([0-9]+)\/([0-9]+)$/.exec(text) ?? [];
  const [from, to, count] = [Number(first), Number(last), Number(all)];
  if (!(from <= to && to < count)) return null;
  return { own: Array.from({ length: to - from + 1 }, (_, index) => from + index), all: count };
}
