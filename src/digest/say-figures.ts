import { dateFormat } from "../calendar/date-format.ts";
import type { Context } from "../context.ts";
import type { Values, WordingKey } from "../wording.ts";
import type { ByReason } from "./fates.ts";

/** Says things in the desk's language, with figures as people there write them. */
export interface Speaker {
  readonly locale: string;
  say(key: WordingKey, values?: Values): string;
  /** Whole points with their sign: `+20`, `0`. */
  points(value: number): string;
  /** A mean answer, one decimal: `7.4`. */
  mean(value: number): string;
  /** A whole number as people there write it: `1,040`. */
  count(value: number): string;
  /** A rate from 0 to 1 as a whole percentage. */
  percent(rate: number): string;
  day(at: number): string;
  /** A stretch of days, `to` not part of it, by the calendar of the zone; by the desk's where none is named. */
  days(from: number, to: number, zone?: string): string;
  /** A week as it is headed: `Week 46, 2026`. */
  week(week: string): string;
  /** `a, b and c`. */
  list(parts: readonly string[]): string;
  /** Each reason with how often it stands there, the most frequent first. */
  reasons(reasons: ByReason, name?: (reason: string, count: number) => string): string;
}

/** Number of a week in its year. */
export function numberOf(week: string): number {
  return Number(week.split("-W")[1]);
}

/** Blanks that some versions of the calendar's data write and others do not. */
const THIN_BLANKS = /[\u2009\u202f]/g;

/** Whose language and zone it is. */
export type SpokenFor = Pick<Context, "wording"> & {
  readonly settings: { readonly desk: Pick<Context["settings"]["desk"], "locale" | "zone"> };
};

/** A speaker for the desk. */
export function createSpeaker({ wording, settings }: SpokenFor): Speaker {
  const locale = wording.choose(settings.desk.locale);
  const { zone } = settings.desk;
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero", maximumFractionDigits: 0 });
  const percentage = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const dates = dateFormat(locale, { dateStyle: "long", timeZone: zone });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const counted = (reason: string, count: number) => `${reason} (${count})`;
  return {
    locale,
    say: (key, values) => wording.say(locale, key, values),
    points: (value) => signed.format(Math.round(value) || 0).replace("-", "−"),
    mean: (value) => decimal.format(value),
    count: (value) => whole.format(value),
    percent: (rate) => percentage.format(rate),
    day: (at) => dates.format(at),
    days(from, to, other = zone) {
      const days = other === zone ? dates : dateFormat(locale, { dateStyle: "long", timeZone: other });
      return days.formatRange(from, to - 1).replace(THIN_BLANKS, " ");
    },
    week: (week) => wording.say(locale, "digest.week", { number: numberOf(week), year: week.slice(0, 4) }),
    list: (parts) => lists.format(parts),
    reasons(reasons, name = counted) {
      const sorted = Object.entries(reasons).sort(([, a], [, b]) => b - a);
      return lists.format(sorted.map(([reason, count]) => name(reason, count)));
    },
  };
}
