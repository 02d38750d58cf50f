/** Under which id a desk's sweep is kept. */
export const RETENTION = "retention";

/** What has gone in a sweep, or would. */
export interface SweepCounts {
  readonly transcripts: number;
  readonly entries: number;
  readonly conversations: number;
  readonly answers: number;
  readonly customers: number;
  readonly posts: number;
  /** What programs were answered under keys of their own. */
  readonly receipts: number;
}
export const NOTHING_SWEPT: SweepCounts = {
  transcripts: 0,
  entries: 0,
  conversations: 0,
  answers: 0,
  customers: 0,
  posts: 0,
  receipts: 0,
};

/** A desk's nightly removal of what is older than it is to be kept. */
export interface Sweep {
  readonly id: string;
  readonly version: number;
  /** What the present sweep looks at. */
  readonly stage: "transcripts" | "answers" | "posts";
  /** Up to when, by their last activity, conversations have lost their words already. */
  readonly sweptTo: number;
  /** What has gone in the present sweep so far. */
  readonly counts: SweepCounts;
  /** When the clock must go on, or begin anew. */
  readonly dueAt: number;
}

/** The counts with more of them. */
export function moreSwept(counts: SweepCounts, more: Partial<SweepCounts>): SweepCounts {
  const keys = Object.keys(NOTHING_SWEPT) as (keyof SweepCounts)[];
  return Object.fromEntries(keys.map((key) => [key, (counts[key] ?? 0) + (more[key] ?? 0)])) as unknown as SweepCounts;
}
