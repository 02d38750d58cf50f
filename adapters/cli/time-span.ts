import { readTime } from "../csv/read-time.ts";
import { Failure } from "./failure.ts";

/** Two times as a command was given them. */
export interface GivenSpan {
  readonly from?: string;
  readonly to?: string;
}

/** Milliseconds since 1970; `from` is included and `to` is not. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

function boundOf(option: "--from" | "--to", text: string | undefined, zone: string): number | null {
  if (text === undefined) return null;
  const at = readTime(text, { zone, order: null });
  if (at !== null) return at;
  throw new Failure(
    [`${option} "${text}" is no time; give a date such as 2026-11-01, or a time such as 2026-11-01T09:00:00Z.`],
    2,
  );
}

/** The time between two that were given, on the zone's clock; without end where one is missing. Throws wrong usage. */
export function timeSpan({ from, to }: GivenSpan, zone: string): TimeSpan {
  const span = { from: boundOf("--from", from, zone) ?? 0, to: boundOf("--to", to, zone) ?? Number.MAX_SAFE_INTEGER };
  if (span.from < span.to) return span;
  throw new Failure([`--from ${from} is not before --to ${to}; the first is included and the second is not.`], 2);
}
