import { TIME_UNITS } from "../calendar/time-units.ts";

/** What is shorter is no pause that a reader has to be told of, milliseconds. */
const LEAST_PAUSE_MS = 60_000;

/** The pause before each entry, milliseconds; null where there was none to speak of, and before the first. */
export function pausesBefore(entries: readonly { readonly at: number }[]): (number | null)[] {
  return entries.map(({ at }, index) => {
    const before = entries[index - 1];
    const pause = before === undefined ? 0 : at - before.at;
    return pause >= LEAST_PAUSE_MS ? pause : null;
  });
}

/** So many of a unit of time. */
export interface SpanPart {
  readonly unit: "second" | "minute" | "hour" | "day";
  readonly count: number;
}

/** A length of time as people would say it: its largest unit, and with hours the minutes, with days the hours; rounded down but never to nothing. */
export function spanOf(ms: number): readonly [SpanPart, ...SpanPart[]] {
  const at = TIME_UNITS.findIndex(([, size]) => ms >= size);
  const [unit, size] = TIME_UNITS[at] ?? (["second", 1_000] as const);
  const large = { unit, count: Math.max(1, Math.floor(ms / size)) };
  const [smaller, least] = TIME_UNITS[at + 1] ?? TIME_UNITS[3];
  const rest = Math.floor((ms % size) / least);
  return (unit === "day" || unit === "hour") && rest > 0 ? [large, { unit: smaller, count: rest }] : [large];
}
