import { grouped } from "../grouping.ts";
import type { Response } from "../survey/response.ts";
import { Z95 } from "./interval.ts";
import type { SampleLimits } from "./nps.ts";
import { rounded, roundedPair } from "./rounding.ts";
import { isWithin, type Window } from "./week.ts";

/** So many weeks are counted together, the digest's own included: a week alone has too few detractors who are heard from again. */
export const RECOVERY_WEEKS = 26;

/** The detractors of a stretch of weeks, how many of them have answered again, and how many of those better: their next answer is in a higher band. */
export interface RecoveredCount {
  readonly cases: number;
  readonly answeredAgain: number;
  readonly recovered: number;
}

/** Those somebody contacted before they answered again, and those nobody did. */
export interface RecoveredCounts {
  readonly contacted: RecoveredCount;
  readonly uncontacted: RecoveredCount;
}

/** `share` is `recovered / answeredAgain`, from 0 to 1, with its Wilson interval; null where either group has too few. */
export interface RecoveredShare extends RecoveredCount {
  readonly share: number | null;
  readonly interval95: readonly [number, number] | null;
}

export interface Recovery {
  readonly weeks: number;
  readonly contacted: RecoveredShare;
  readonly uncontacted: RecoveredShare;
}

const NOBODY: RecoveredCount = { cases: 0, answeredAgain: 0, recovered: 0 };
/** Nobody was a detractor. */
export const NOBODY_FOLLOWED: RecoveredCounts = { contacted: NOBODY, uncontacted: NOBODY };

/** The rows they are counted from; rows outside the window may be among them. */
export interface FollowedRows {
  readonly answers: readonly Pick<
    Response,
    "id" | "customerId" | "band" | "answeredAt" | "excluded" | "purpose" | "surveyId"
  >[];
  /** When somebody first contacted the customer about the answer, by response; none where nobody did. */
  readonly contacts: ReadonlyMap<string, number>;
  /** The surveys whose answers were brought in from elsewhere: nobody here could go after them. */
  readonly imported: ReadonlySet<string>;
}

function added(count: RecoveredCount, isAgain: boolean, isBetter: boolean): RecoveredCount {
  const { cases, answeredAgain, recovered: better } = count;
  return {
    cases: cases + 1,
    answeredAgain: answeredAgain + Number(isAgain),
    recovered: better + Number(isBetter),
  };
}

/** What became of the detractors who answered in the window, by its end. Their next answer counts, whatever it was asked for. */
export function countRecovered({ answers, contacts, imported }: FollowedRows, window: Window): RecoveredCounts {
  const kept = answers.filter(({ excluded, answeredAt }) => excluded === null && answeredAt < window.to);
  const inOrder = kept.toSorted((a, b) => a.answeredAt - b.answeredAt || (a.id < b.id ? -1 : 1));
  const byCustomer = grouped(inOrder, ({ customerId }) => customerId);
  let counts = NOBODY_FOLLOWED;
  for (const answer of inOrder) {
    const { id, band, answeredAt, purpose, surveyId, customerId } = answer;
    if (band !== "detractor" || purpose === "recovery" || imported.has(surveyId) || !isWithin(answeredAt, window))
      continue;
    const next = byCustomer.get(customerId)?.find((later) => later.answeredAt > answeredAt);
    const contactedAt = contacts.get(id);
    const group =
      contactedAt !== undefined && contactedAt < (next?.answeredAt ?? window.to) ? "contacted" : "uncontacted";
    const isBetter = next !== undefined && next.band !== "detractor";
    counts = { ...counts, [group]: added(counts[group], next !== undefined, isBetter) };
  }
  return counts;
}

/** Wilson's score interval of a share, at 95%, from 0 to 1 (Wilson, JASA 22, 1927; for few cases: Brown, Cai and DasGupta, Statistical Science 16(2), 2001). */
export function wilson95(successes: number, total: number): readonly [number, number] {
  const share = successes / total;
  const square = Z95 * Z95;
  const middle = (share + square / (2 * total)) / (1 + square / total);
  const half = (Z95 / (1 + square / total)) * Math.sqrt((share * (1 - share)) / total + square / (4 * total * total));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

function shareOf(count: RecoveredCount, isShown: boolean): RecoveredShare {
  const { answeredAgain, recovered } = count;
  if (!isShown) return { ...count, share: null, interval95: null };
  return {
    ...count,
    share: rounded(recovered / answeredAgain, 4),
    interval95: roundedPair(wilson95(recovered, answeredAgain), 4),
  };
}

/** The shares of both groups side by side, or of neither: one alone says nothing, since the next answer after a low one tends to be higher anyway. */
export function recoveryOf({ contacted, uncontacted }: RecoveredCounts, { minAnswers }: SampleLimits): Recovery {
  const isShown = [contacted, uncontacted].every(({ answeredAgain }) => answeredAgain >= minAnswers);
  return {
    weeks: RECOVERY_WEEKS,
    contacted: shareOf(contacted, isShown),
    uncontacted: shareOf(uncontacted, isShown),
  };
}
