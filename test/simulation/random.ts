/** Draws everything that chance decides; the same name always draws the same. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 up to and without `limit`. */
  below(limit: number): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  /** One of the list, which is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T;
  /** Another one that this one's draws do not move. */
  fork(name: string): Random;
}

/** Mixes a text into 32 bits (FNV-1a, then MurmurHash3's last step). */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Mulberry32 on what the name mixes to. */
export function createRandom(name: string): Random {
  let state = mixed(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] ?? list[0],
    fork: (part) => createRandom(`${name}/${part}`),
  };
}
