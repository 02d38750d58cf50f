import { Z95 } from "./interval.ts";

/** How many were watched for so long, and whether what is waited for happened to them then. */
export interface Observed {
  readonly time: number;
  readonly isEvent: boolean;
  readonly count: number;
}

/** The curve at a time. */
export interface Survival {
  /** Share to whom it has not happened, from 0 to 1. */
  readonly share: number;
  /** Standard error of the share. */
  readonly error: number;
  /** At 95%; null where it has happened to nobody, or to everybody. */
  readonly interval95: readonly [number, number] | null;
  /** How many were still watched, nothing having happened to them before that time. */
  readonly atRisk: number;
}

function counted(observed: readonly Observed[], holds: (one: Observed) => boolean): number {
  return observed.reduce((sum, one) => sum + (holds(one) ? one.count : 0), 0);
}

/**
 * Limits from log(-log S), which stay between 0 and 1: S^exp(-+ z e), e the standard error of log(-log S), as `survfit` of R's
 * survival package has them with conf.type="log-log" (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 1980).
 */
function limits(share: number, variance: number): readonly [number, number] | null {
  if (share <= 0 || share >= 1) return null;
  const factor = Math.exp((Z95 * Math.sqrt(variance)) / Math.abs(Math.log(share)));
  return [share ** factor, share ** (1 / factor)];
}

/**
 * The product-limit estimate at a time (Kaplan and Meier, J. American Statistical Association 53(282), 1958) with Greenwood's variance,
 * S^2 sum d/(n (n - d)). Whoever stops being watched at the time of an event counts as watched then.
 */
export function survivalAt(observed: readonly Observed[], time: number): Survival {
  const events = observed.filter((one) => one.isEvent && one.count > 0 && one.time <= time);
  let share = 1;
  let variance = 0;
  for (const at of [...new Set(events.map((one) => one.time))].sort((a, b) => a - b)) {
    const watched = counted(observed, (one) => one.time >= at);
    const happened = counted(events, (one) => one.time === at);
    share *= (watched - happened) / watched;
    variance += happened / (watched * (watched - happened));
  }
  const error = share === 0 ? 0 : share * Math.sqrt(variance);
  return { share, error, interval95: limits(share, variance), atRisk: counted(observed, (one) => one.time >= time) };
}
