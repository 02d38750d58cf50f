import type { Histogram } from "./tally.ts";

/** The weeks of a desk, oldest first, the judged one the last: what its threshold depends on, and nothing else. */
export interface JudgedWeeks {
  readonly weeks: readonly Histogram[];
  /** The same weeks of each product. */
  readonly products: readonly (readonly Histogram[])[];
}

/** What must be exceeded before a change is told, and how large a fall may pass unseen. */
export interface FoundThreshold {
  readonly threshold: number;
  /** Points by which the score must fall to be seen within eight weeks four times in five; null where no fall is. */
  readonly blindSpot: number | null;
}

/** The threshold of one week's digest, kept under the digest's id. */
export interface ThresholdRow {
  readonly id: string;
  readonly version: number;
  /** Hash of the weeks it was found for. */
  readonly fingerprint: string;
  readonly found: FoundThreshold;
  /** Milliseconds since 1970. */
  readonly foundAt: number;
}

/**
 * Finds what must be exceeded before a change is told, by simulating the desk's weeks: seconds of work, done where it keeps nothing
 * else waiting. The same weeks have the same threshold. Rejects where it could not be found.
 *
 * @example
 * const { threshold } = await thresholds.find({ weeks, products: [] }); // 3.4
 */
export interface Thresholds {
  /** How long whoever wants to read something waits for it, milliseconds. */
  readonly patienceMs: number;
  find(judged: JudgedWeeks): Promise<FoundThreshold>;
}
