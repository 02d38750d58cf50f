import { Temporal } from "temporal-polyfill";

/** How often the program copies its database by itself, and how many of those copies it keeps. */
export interface NightlyRule {
  readonly everyMs: number;
  /** 0: it makes none. */
  readonly keep: number;
}

/** Spans of it end and begin at this time of the desk's clock, milliseconds after midnight. */
const TURN_MS = 2 * 60 * 60 * 1000;

/** The spans are counted on the clock of this zone from 1970 on: in each of them one copy is due. */
export function spanOf(at: number, { everyMs }: NightlyRule, zone: string): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return Math.floor((at + offsetNanoseconds / 1_000_000 - TURN_MS) / everyMs);
}
