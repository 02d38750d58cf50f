import { Temporal } from "temporal-polyfill";
import type { Random } from "./random.ts";
import type { SampleProduct, TalkTopic } from "./sample.ts";

/** How many weeks the sample lasts. */
export const WEEKS = 13;
/** The week in which the release of the app goes wrong, counted from 0. */
export const RELEASE_WEEK = 8;

const PRODUCT_WEIGHTS: Readonly<Record<SampleProduct, number>> = { billing: 20, app: 30, delivery: 31, returns: 19 };
/** Monday first. */
const DAY_WEIGHTS = { 0: 125, 1: 112, 2: 104, 3: 100, 4: 84, 5: 12, 6: 9 };
/** Conversations per hour of the desk's day. */
const HOUR_WEIGHTS = { 7: 2, 8: 7, 9: 11, 10: 13, 11: 11, 12: 7, 13: 9, 14: 12, 15: 11, 16: 9, 17: 5, 18: 2, 19: 1 };
/** The last day on which a conversation still ends within its week. */
const THURSDAY = 3;

/** When somebody writes, and what about. */
export interface Arrival {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** 0 for the first week. */
  readonly week: number;
  readonly product: SampleProduct;
  readonly topic: TalkTopic;
}

/** A span of weeks, in the zone of the desk. */
export interface Weeks {
  /** Monday of the first week. */
  readonly monday: Temporal.PlainDate;
  readonly zone: string;
  /** End of the last week, milliseconds since 1970. */
  readonly until: number;
}

/** The weeks that end with the last one finished before that moment. */
export function weeksBefore(now: number, zone: string): Weeks {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const end = today.subtract({ days: today.dayOfWeek - 1 });
  const until = end.toZonedDateTime(zone).epochMilliseconds;
  return { monday: end.subtract({ weeks: WEEKS }), zone, until };
}

/** A moment of those weeks: `day` 0 is the first Monday, `second` counts from midnight of the clock on the wall. */
export function momentIn(weeks: Weeks, day: number, second: number): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(second / 3600), minute: Math.floor(second / 60) % 60 });
  const local = weeks.monday.add({ days: day }).toPlainDateTime(time.add({ seconds: second % 60 }));
  return local.toZonedDateTime(weeks.zone).epochMilliseconds;
}

/** From Tuesday, when the release came out, to Thursday, before the mended one. */
function isBroken(week: number, day: number): boolean {
  return week === RELEASE_WEEK && day >= 1 && day <= THURSDAY;
}

function topicOf(random: Random, product: SampleProduct, week: number, day: number): TalkTopic {
  if (product !== "app") return product;
  const share = isBroken(week, day) ? 0.9 : week === RELEASE_WEEK + 1 ? 0.04 : 0;
  return random.chance(share) ? "release" : "app";
}

function arrival(random: Random, weeks: Weeks): Arrival {
  const weekly = Array.from({ length: WEEKS }, (_, week) => [
    week,
    week === RELEASE_WEEK ? 145 : 96 + ((week * 7) % 9),
  ]);
  const week = Number(random.weighted(Object.fromEntries(weekly) as Record<string, number>));
  const drawn = Number(random.weighted(DAY_WEIGHTS));
  const day = week === WEEKS - 1 ? drawn % (THURSDAY + 1) : drawn;
  const hour = Number(random.weighted(HOUR_WEIGHTS));
  const weights = isBroken(week, day) ? { ...PRODUCT_WEIGHTS, app: 100 } : PRODUCT_WEIGHTS;
  const product = random.weighted(weights);
  const at = momentIn(weeks, week * 7 + day, hour * 3600 + random.between(0, 3599));
  return { at, week, product, topic: topicOf(random, product, week, day) };
}

/** So many arrivals, earliest first. */
export function arrivalsIn(random: Random, weeks: Weeks, count: number): Arrival[] {
  return Array.from({ length: count }, () => arrival(random, weeks)).sort((one, other) => one.at - other.at);
}
