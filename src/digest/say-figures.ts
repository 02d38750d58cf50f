import type { Context } from "../context.ts";
import type { Values, WordingKey } from "../wording.ts";
import type { ByReason } from "./fates.ts";

/** Says things in the desk's language, with figures as people there write them. */
export interface Speaker {
  readonly locale: string;
  say(key: WordingKey, values?: Values): string;
  /** Whole points with their sign: `+20`, `0`. */
  points(value: number): string;
  /** A rate from 0 to 1 as a whole percentage. */
  percent(rate: number): string;
  day(at: number): string;
  /** A stretch of days, `to` not part of it. */
  days(from: number, to: number): string;
  /** `a, b and c`. */
  list(parts: readonly string[]): string;
  /** Each reason with how often it stands there, the most frequent first. */
  reasons(reasons: ByReason, name?: (reason: string, count: number) => string): string;
}

/** Blanks that some versions of the calendar's data write and others do not. */
const THIN_BLANKS = /[\u2009\u202f]/g;

/** A speaker for the desk. */
export function createSpeaker({ wording, settings }: Pick<Context, "wording" | "settings">): Speaker {
  const locale = wording.choose(settings.desk.locale);
  const { zone } = settings.desk;
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero", maximumFractionDigits: 0 });
  const percentage = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: zone });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const counted = (reason: string, count: number) => `${reason} (${count})`;
  return {
    locale,
    say: (key, values) => wording.say(locale, key, values),
    points: (value) => signed.format(Math.round(value) || 0).replace("-", "−"),
    percent: (rate) => percentage.format(rate),
    day: (at) => dates.format(at),
    days: (from, to) => dates.formatRange(from, to - 1).replace(THIN_BLANKS, " "),
    list: (parts) => lists.format(parts),
    reasons(reasons, name = counted) {
      const sorted = Object.entries(reasons).sort(([, a], [, b]) => b - a);
      return lists.format(sorted.map(([reason, count]) => name(reason, count)));
    },
  };
}
