import type { Random } from "./random.ts";

/** How a power cut leaves the end of a write-ahead log that was not synchronised yet. */
export const TEARS = ["whole", "cut", "garbage", "zeros", "hole"] as const;
export type Tear = (typeof TEARS)[number];

const HEADER = 32;
const FRAME_HEADER = 24;
const PAGE_SIZE_AT = 8;
/** Salts tell the frames of this turn of the log from those of the one before, whose places they take. */
const SALTS = { inHeader: 16, inFrame: 8, length: 8 };
/** Not zero in the last frame of a transaction. */
const PAGES_AT = 4;
const SECTOR = 512;

/** Where the last whole transaction of the log ends, bytes; 0 where it has none. */
export function wholeUntil(log: Buffer): number {
  if (log.length < HEADER) return 0;
  const salts = log.subarray(SALTS.inHeader, SALTS.inHeader + SALTS.length);
  const frame = FRAME_HEADER + log.readUInt32BE(PAGE_SIZE_AT);
  let whole = 0;
  for (let at = HEADER; at + frame <= log.length; at += frame) {
    const own = log.subarray(at + SALTS.inFrame, at + SALTS.inFrame + SALTS.length);
    if (!own.equals(salts)) break;
    if (log.readUInt32BE(at + PAGES_AT) !== 0) whole = at + frame;
  }
  return whole;
}

function filled(length: number, byte: () => number): Buffer {
  return Buffer.from(Array.from({ length }, byte));
}

/** The log as it is found after the power was cut: as it was up to there, its end torn. */
export function torn(log: Buffer, synced: number, tear: Tear, random: Random): Buffer {
  const at = random.between(synced, Math.max(synced, log.length));
  const left = log.subarray(0, at);
  const more = log.length - at;
  switch (tear) {
    case "whole":
      return log;
    case "cut":
      return left;
    case "garbage":
      return Buffer.concat([left, filled(more + random.below(SECTOR), () => random.below(256))]);
    case "zeros":
      return Buffer.concat([left, Buffer.alloc(more + random.below(SECTOR))]);
    case "hole":
      return Buffer.concat([left, Buffer.alloc(Math.min(SECTOR, more)), log.subarray(at + SECTOR)]);
  }
}
