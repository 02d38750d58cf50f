import { Temporal } from "temporal-polyfill";

/** Minutes after local midnight shown by a clock in that zone. */
export function minuteOf(at: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.hour * 60 + local.minute;
}

/** The day shown by a calendar in that zone. */
export function dayOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

type SomeMoments = readonly [number, ...number[]];

function reckoned(day: Temporal.PlainDate, minute: number, zone: string): SomeMoments {
  const wall = day.toPlainDateTime().add({ minutes: minute });
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.equals(later)) return [earlier.epochMilliseconds];
  if (earlier.toPlainDateTime().equals(wall)) return [earlier.epochMilliseconds, later.epochMilliseconds];
  const gapEnd = earlier.getTimeZoneTransition("next") ?? later;
  return [gapEnd.epochMilliseconds];
}

/** Most moments that are remembered: a zone's calendar takes long to ask, and is asked for the same few minutes of a day again and again. */
const MOST_REMEMBERED = 4_096;
const REMEMBERED = new Map<string, SomeMoments>();

/**
 * When a clock in that zone shows that minute (0 to 1440, the next midnight) of that day: once, or twice where daylight saving
 * repeats it, earliest first. Where daylight saving skips it, the first moment after the gap.
 */
export function momentsOf(day: Temporal.PlainDate, minute: number, zone: string): SomeMoments {
  const key = `${day.year}-${day.month}-${day.day} ${minute} ${zone}`;
  const known = REMEMBERED.get(key);
  if (known !== undefined) return known;
  const moments = reckoned(day, minute, zone);
  if (REMEMBERED.size >= MOST_REMEMBERED) REMEMBERED.clear();
  REMEMBERED.set(key, moments);
  return moments;
}
