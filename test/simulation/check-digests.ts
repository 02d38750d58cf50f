import type { DigestRow } from "../../src/rows.ts";
import { DAY, HOUR, MINUTE } from "../world.ts";
import { resolutionsKnown } from "./check-times.ts";
import { type Evidence, rowsOf } from "./checks.ts";
import { clockOf } from "./local-clock.ts";
import { DESKS } from "./town.ts";

const NINE = 9 * 60;
const SOON = 20;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The midnight with which the week of that moment began on a clock in the zone, whose offset changes in no week here. */
function mondayOf(at: number, zone: string): number {
  const { weekday, minute } = clockOf(at, zone);
  const since = WEEKDAYS.indexOf(weekday) * DAY + minute * MINUTE + (at % MINUTE);
  const monday = at - since;
  // Where the clock was changed since, midnight is an hour off.
  const shown = clockOf(monday, zone).minute;
  return shown === 0 ? monday : monday + (shown > 720 ? 1 : -1) * HOUR;
}

/** The ISO name of the week that begins with that midnight. */
function nameOf(monday: number): string {
  // Noon of its Thursday falls on the same day in every zone of these desks.
  const thursday = new Date(monday + 3 * DAY + 12 * HOUR);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How often each score was given, in words that compare; what nobody gave is left out. */
function heaped(scores: Iterable<readonly [score: string, count: number]>): string {
  const counts = new Map<string, number>();
  for (const [score, count] of scores) counts.set(score, (counts.get(score) ?? 0) + count);
  const given = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => Number(a) - Number(b));
  return given.map(([score, count]) => `${count} × ${score}`).join(", ");
}

/** When it was posted first. */
function postedAt({ history, computedAt }: DigestRow): number {
  return history[0]?.computedAt ?? computedAt;
}

function checkMoment(row: DigestRow, zone: string, { hasJumped, leeway }: Evidence): string[] {
  const at = postedAt(row) + leeway;
  const monday = mondayOf(at - NINE * MINUTE, zone);
  const week = nameOf(mondayOf(monday - DAY, zone));
  if (row.week !== week) return [`digest ${row.id} was posted when that of ${week} was due`];
  const { weekday, minute } = clockOf(at, zone);
  const isOnTime = weekday === "Mon" && minute >= NINE && minute <= NINE + SOON;
  return isOnTime || hasJumped ? [] : [`digest ${row.id} was posted on ${weekday} at minute ${minute}`];
}

type Known = ReturnType<typeof resolutionsKnown>;

/** What a digest counts is what the rows say of its week. */
async function checkCounts(evidence: Evidence, desk: string, row: DigestRow, known: Known): Promise<string[]> {
  const { zone } = evidence.town.settingsAt(desk).desk;
  const to = mondayOf(postedAt(row) - NINE * MINUTE, zone);
  const from = mondayOf(to - DAY, zone);
  const isIn = (at: number) => at >= from && at < to;
  const { fates, histogram } = row.document;
  const told = fates.answered + fates.silent + fates.declined + fates.waiting;
  const all = told + sumOf(fates.undeliverable) + sumOf(fates.notAsked);
  const resolutions = [...(await rowsOf(evidence, desk, "resolution")).values()].filter(({ at }) => isIn(at));
  const answers = [...(await rowsOf(evidence, desk, "response")).values()].filter(
    ({ answeredAt, purpose, excluded }) => isIn(answeredAt) && purpose === "recommend" && excluded === null,
  );
  const talks = await rowsOf(evidence, desk, "interaction");
  const certain = resolutions.filter(({ interactionId, at }) => {
    const knownAt = known.get(`${talks.get(interactionId)?.conversation} ${at}`);
    return knownAt !== undefined && knownAt < postedAt(row);
  });
  // Whoever answers twice in a week counts once, as they did last; and an answer that is changed later as what it is now.
  const lasting = new Map<string, string>();
  for (const { customerId, score } of answers.toSorted((a, b) => a.answeredAt - b.answeredAt))
    lasting.set(customerId, String(score));
  const counted = heaped(Object.entries(histogram));
  const given = heaped([...lasting.values()].map((score) => [score, 1]));
  return [
    ...(all === fates.resolved ? [] : [`the fates of digest ${row.id} are ${all}, its resolutions ${fates.resolved}`]),
    ...(fates.resolved >= certain.length && fates.resolved <= resolutions.length
      ? []
      : [`digest ${row.id} counts ${fates.resolved} resolutions, and there were ${resolutions.length}`]),
    ...(!evidence.isCalm || counted === given
      ? []
      : [`digest ${row.id} counts ${counted || "no answers"}, and there are ${given || "none"}`]),
  ];
}

/** Whether each digest is of the right week, at its time, and counts what there was. */
export async function checkDigestCounts(evidence: Evidence): Promise<string[]> {
  const broken: string[] = [];
  const known = resolutionsKnown(evidence);
  for (const desk of DESKS) {
    const { zone } = evidence.town.settingsAt(desk).desk;
    for (const row of (await rowsOf(evidence, desk, "digest")).values())
      broken.push(...checkMoment(row, zone, evidence), ...(await checkCounts(evidence, desk, row, known)));
  }
  return broken;
}
