import type { Survey } from "../../src/survey/survey.ts";
import { DAY, HOUR, MINUTE } from "../world.ts";
import { type Evidence, rowsOf } from "./checks.ts";
import type { DeskTerms } from "./desk-terms.ts";
import { clockOf, isWithinSpan } from "./local-clock.ts";
import { DESKS } from "./town.ts";

/** So long a save that fails, and whoever held a row and is gone, keep waiting what is due. */
const SOON = 20 * MINUTE;

/** The moment itself, or when the quiet hours in which it lies are over on a clock in that zone. */
function afterQuiet(given: number, zone: string, { quietHours }: DeskTerms): number {
  let at = given;
  for (;;) {
    if (at === Number.POSITIVE_INFINITY) return at;
    const { minute } = clockOf(at, zone);
    if (!isWithinSpan(minute, quietHours)) return at;
    const left = (quietHours.to - minute + 1440) % 1440;
    // The clock may be set an hour on or back in the night: the last stretch goes in small steps.
    at += (left > 150 ? left - 90 : Math.min(left, 15)) * MINUTE - (at % MINUTE);
  }
}

/** When each resolution became known: by the conversation and the moment it is of. */
export function resolutionsKnown({ acknowledged }: Evidence): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const { event, at } of acknowledged) {
    if (event.kind !== "resolved") continue;
    const name = `${event.conversation} ${event.at}`;
    known.set(name, Math.min(at, known.get(name) ?? at));
  }
  return known;
}

interface Awaited {
  readonly ask: DeskTerms;
  readonly resolvedAt: number;
  readonly knownAt: number | undefined;
  readonly zone: string;
  readonly hasJumped: boolean;
  /** How far the clocks of the program may be off, milliseconds. */
  readonly leeway: number;
}

function checkAsked({ id, askedAt }: Survey, { ask, resolvedAt, knownAt, zone, hasJumped, leeway }: Awaited): string[] {
  if (askedAt === null) return [];
  const due = afterQuiet(resolvedAt + ask.delay, zone, ask);
  if (askedAt < due - leeway) return [`survey ${id} was put ${due - askedAt} ms before its time`];
  // Where the clock was set back meanwhile, the moment is another one than the event's.
  if (hasJumped || knownAt === undefined) return [];
  const latest = afterQuiet(Math.max(due, knownAt) + SOON, zone, ask) + SOON;
  return askedAt > latest ? [`survey ${id} was put ${askedAt - latest} ms late`] : [];
}

function checkReminded(survey: Survey, { ask, zone, hasJumped, leeway }: Awaited, isUnwanted: boolean): string[] {
  const { id, askedAt, deliveredAt, remindedAt, state, endedAt } = survey;
  if (askedAt === null) return [];
  const due = afterQuiet(askedAt + ask.remindAfter, zone, ask);
  if (remindedAt !== null && remindedAt < due - leeway)
    return [`survey ${id} was reminded of ${due - remindedAt} ms too soon`];
  if (state === "expired" && (endedAt ?? 0) < askedAt + ask.expireAfter - leeway)
    return [`survey ${id} ended before its time`];
  const isOnTime = deliveredAt !== null && deliveredAt < askedAt + ask.remindAfter && !isUnwanted && !hasJumped;
  // What falls due as the time to answer ends is said no more.
  const isInTime = due + SOON < askedAt + ask.expireAfter;
  if (!isOnTime || !isInTime) return [];
  if (remindedAt !== null && remindedAt > due + SOON) return [`survey ${id} was reminded of late`];
  return state === "expired" && remindedAt === null ? [`survey ${id} was never reminded of`] : [];
}

/** Questions are put, reminded of and ended at their time, and not before. */
async function checkSurveys(evidence: Evidence, desk: string): Promise<string[]> {
  const { town, optOuts, hasJumped, leeway } = evidence;
  const ask = town.termsAt(desk);
  const deskZone = town.settingsAt(desk).desk.zone;
  const known = resolutionsKnown(evidence);
  const resolutions = await rowsOf(evidence, desk, "resolution");
  const talks = await rowsOf(evidence, desk, "interaction");
  const identities = [...(await rowsOf(evidence, desk, "identity")).values()];
  const addressOf = new Map(identities.map(({ id, customerId }) => [customerId, id]));
  return [...(await rowsOf(evidence, desk, "survey")).values()].flatMap((survey) => {
    const resolution = resolutions.get(survey.resolutionId);
    const address = addressOf.get(survey.customerId) ?? "";
    if (survey.purpose !== "recommend" || !resolution) return [];
    const knownAt = known.get(`${talks.get(survey.interactionId)?.conversation} ${resolution.at}`);
    const zone = town.person(address).zone ?? deskZone;
    const awaited = { ask, resolvedAt: resolution.at, knownAt, zone, hasJumped, leeway };
    const isUnwanted = optOuts.all.some((one) => one.address === address);
    return [...checkAsked(survey, awaited), ...checkReminded(survey, awaited, isUnwanted)];
  });
}

/** How much of the time between lies in the desk's working hours, Monday to Friday from nine to five, milliseconds. */
function workedBetween(from: number, to: number, zone: string): number {
  let sum = 0;
  for (let hour = from - (from % HOUR); hour < to; hour += HOUR) {
    const { weekday, minute } = clockOf(hour, zone);
    if (weekday.startsWith("S") || minute < 9 * 60 || minute >= 17 * 60) continue;
    sum += Math.min(to, hour + HOUR) - Math.max(from, hour);
  }
  return sum;
}

const CONTACT_WITHIN = 24 * HOUR;
/** The desk works forty hours a week: so long after the time of contact it has been overdue and has come to the leads. */
const TOLD_WITHIN = 10 * DAY;
const OPEN = ["new", "claimed", "contacted", "waiting", "escalated"];

/** Somebody must be in touch within three working days; where nobody is, that is told, and then it comes to the leads. */
async function checkContacts(evidence: Evidence, desk: string): Promise<string[]> {
  const { now, town } = evidence;
  const { zone } = town.settingsAt(desk).desk;
  return [...(await rowsOf(evidence, desk, "case")).values()].flatMap((item) => {
    const { id, openedAt, contactBy, state, contactedAt, contactWish, overdueAt, escalatedAt } = item;
    const worked = workedBetween(openedAt, contactBy, zone);
    const isLeft =
      OPEN.includes(state) && contactedAt === null && contactWish !== "no" && contactBy < now - TOLD_WITHIN;
    return [
      ...(worked === CONTACT_WITHIN ? [] : [`contact in case ${id} at ${desk} is due after ${worked} ms of work`]),
      ...(isLeft && overdueAt === null ? [`nobody was told that contact in case ${id} at ${desk} is overdue`] : []),
      ...(isLeft && escalatedAt === null ? [`case ${id} at ${desk} never came to the leads`] : []),
    ];
  });
}

/** Whether everything happens at its time, reckoned apart from the program. */
export async function checkTimes(evidence: Evidence): Promise<string[]> {
  const broken: string[] = [];
  for (const desk of DESKS)
    broken.push(...(await checkSurveys(evidence, desk)), ...(await checkContacts(evidence, desk)));
  return broken;
}
