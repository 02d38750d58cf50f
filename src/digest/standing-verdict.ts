import { ROLLING_WEEKS } from "./rolling.ts";
import { bandVerdict, evidenceAgainst, type PlacedVerdict } from "./sureness.ts";
import { added, answersIn, type Counts, NO_ANSWERS } from "./tally.ts";

/** A verdict that stands, since the end of which week (its index, or a negative one before the weeks given). */
export interface StandingVerdict {
  readonly verdict: PlacedVerdict;
  readonly since: number;
}

/** Where the weeks are taken up: how it stood at the end of the week of that index. */
export interface StoodBefore extends StandingVerdict {
  readonly at: number;
}

/** The answers must be so many times likelier under another verdict before the one that stands is changed. */
export const EVIDENCE_TO_CHANGE = 200;

const ENOUGH = Math.log(EVIDENCE_TO_CHANGE);

/** The answers since that week which are most against the verdict, if they are enough. */
function strongestAgainst({ verdict, since }: StandingVerdict, weeks: readonly Counts[]): Counts | null {
  let [strongest, together, weight] = [NO_ANSWERS, NO_ANSWERS, Number.NEGATIVE_INFINITY];
  for (const counts of weeks.slice(Math.max(0, since + 1)).toReversed()) {
    together = added(together, counts);
    const against = evidenceAgainst(verdict, together);
    if (against > weight) [strongest, weight] = [together, against];
  }
  return weight >= ENOUGH ? strongest : null;
}

/**
 * The verdict that stands after the last of the weeks, oldest first; null before there were enough answers. It begins with the band of the lower
 * median of four weeks together. From then on it is changed only where the last four weeks are in another band and the answers of some span of
 * whole weeks that ends now, all after it was put there, weigh {@link EVIDENCE_TO_CHANGE} to one against it; it goes to the band of that span's
 * median. Weeks with too few answers are passed over. What chance alone does within a year was simulated (2 to 200 answers a week): a product
 * whose median is on the edge of two bands leaves the right one in at most 5 of 100 years, one with five points of share between in fewer than 1.
 */
export function standingVerdict(
  weeks: readonly Counts[],
  minAnswers: number,
  before: StoodBefore | null = null,
): StandingVerdict | null {
  let standing: StandingVerdict | null = before && { verdict: before.verdict, since: before.since };
  const first = before === null ? 0 : Math.max(before.at + 1, 0);
  for (let index = first; index < weeks.length; index += 1) {
    const lately = weeks.slice(Math.max(0, index + 1 - ROLLING_WEEKS), index + 1).reduce(added, NO_ANSWERS);
    const bare = bandVerdict(lately);
    if (bare === null || answersIn(lately) < minAnswers) continue;
    if (standing === null) standing = { verdict: bare, since: index };
    else if (bare !== standing.verdict) {
      const span = strongestAgainst(standing, weeks.slice(0, index + 1));
      const next = span && bandVerdict(span);
      if (next && next !== standing.verdict) standing = { verdict: next, since: index };
    }
  }
  return standing;
}
