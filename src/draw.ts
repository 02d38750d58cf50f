const ENCODER = new TextEncoder();

/** A number in [0, 1) that depends on the text alone (FNV-1a, 32 bits, finished as in MurmurHash3). */
export function drawOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of ENCODER.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A source of numbers in [0, 1) that is the same for the same seed. */
export type Lot = () => number;

/** Numbers by 32 bits (Mulberry32 by T. Ettinger, public domain). */
export function lotsFrom(seed: number): Lot {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers by the text given. */
export function lotsOf(text: string): Lot {
  return lotsFrom(Math.floor(drawOf(text) * 2 ** 32));
}
