import type { Resolution } from "../interaction/interaction.ts";

/** What the digest reads of a resolution. */
export type ResolutionRow = Pick<Resolution, "at" | "fate" | "fateReason">;

/** How often each reason stands there, by name. */
export type ByReason = Readonly<Record<string, number>>;

/** What became of the conversations resolved in a window. Everything but `resolved` sums to `resolved`. */
export interface Fates {
  readonly resolved: number;
  readonly answered: number;
  readonly silent: number;
  readonly declined: number;
  readonly waiting: number;
  readonly undeliverable: ByReason;
  readonly notAsked: ByReason;
}

/** Where a reason is missing. */
const UNKNOWN = "unknown";

/** Counts the reasons, in the order of their names. */
export function byReason(reasons: Iterable<string | null>): ByReason {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason ?? UNKNOWN, (counts.get(reason ?? UNKNOWN) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The ledger of these resolutions, from their rows. */
export function fatesOf(resolutions: readonly ResolutionRow[]): Fates {
  const number = (fate: Resolution["fate"]) => resolutions.filter((row) => row.fate === fate).length;
  const reasons = (fate: Resolution["fate"]) =>
    byReason(resolutions.filter((row) => row.fate === fate).map((row) => row.fateReason));
  return {
    resolved: resolutions.length,
    answered: number("answered"),
    silent: number("silent"),
    declined: number("declined"),
    waiting: number("waiting"),
    undeliverable: reasons("undeliverable"),
    notAsked: reasons("not-asked"),
  };
}
