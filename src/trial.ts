import { dayOf, momentsOf } from "./calendar/local-time.ts";
import { drawOf } from "./draw.ts";
import { parseDuration } from "./settings/kinds.ts";

/** What of the asking may be tried in two ways. */
export const TRIAL_KINDS = ["wording", "hour", "reminder"] as const;
export type TrialKind = (typeof TRIAL_KINDS)[number];

/** The two ways of a trial. */
export const ARMS = ["a", "b"] as const;
export type ArmName = (typeof ARMS)[number];

/** Stands for the way in which the desk asks without a trial. */
export const AS_EVER = "normal";
/** Stands for no reminder at all. */
export const NO_REMINDER = "none";

/** For what a person was drawn, in the settings' words of that moment: it stays so, whatever becomes of the settings. */
export interface DrawnArm {
  readonly of: TrialKind;
  readonly arm: ArmName;
  /** Both ways as they were written; `arm` says which one the person gets. */
  readonly a: string;
  readonly b: string;
}

/** What a row keeps of the trial for which its person was drawn. */
export interface TrialDraw {
  readonly trialId: string;
  readonly trialArm: DrawnArm;
  /** Milliseconds since 1970. */
  readonly drawnAt: number;
}

/** What a survey keeps that is in no trial. */
export const UNDRAWN = { trialId: null, trialArm: null, drawnAt: null } as const;

/** What the person's arm gives, as it was written. */
export function givenBy(drawn: DrawnArm): string {
  return drawn[drawn.arm];
}

/** A fair coin for each person and trial, thrown by a hash of both ids: it falls the same on every channel and after every restart. */
export function armOf(trialId: string, customerId: string): ArmName {
  return drawOf(`${trialId}\n${customerId}`) < 0.5 ? "a" : "b";
}

/** Whether people are drawn at that moment: from the first day to the last, both of them included; an empty day is no bound. */
export function isDrawing(
  { from, until }: { readonly from: string; readonly until: string },
  at: number,
  zone: string,
) {
  const day = dayOf(at, zone).toString();
  return (from === "" || from <= day) && (until === "" || day <= until);
}

const HOUR = /^([01][0-9]|2[0-3]):([0-5][0-9])$/;

/** Minutes after midnight of `10:00`; null for anything else. */
export function parseHour(text: string): number | null {
  const [, hour, minute] = HOUR.exec(text) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** When the person is to be asked at the earliest: the next time their clock shows the hour of their arm; the moment itself without one. */
export function hourOfAsking(drawn: DrawnArm | null, at: number, zone: string): number {
  const minute = drawn?.of === "hour" ? parseHour(givenBy(drawn)) : null;
  if (minute === null) return at;
  for (let day = dayOf(at, zone); ; day = day.add({ days: 1 })) {
    const moment = momentsOf(day, minute, zone).find((one) => one >= at);
    if (moment !== undefined) return moment;
  }
}

/** How long after the question the reminder comes, milliseconds; infinite where the person's arm has none. */
export function reminderAfter(drawn: DrawnArm | null, normal: number): number {
  if (drawn?.of !== "reminder") return normal;
  const given = givenBy(drawn);
  return given === NO_REMINDER ? Number.POSITIVE_INFINITY : (parseDuration(given) ?? normal);
}

/** The desk's own words of the person's arm, in which `{brand}`, `{low}` and `{high}` stand; null where they are asked in the usual ones. */
export function ownWording(drawn: DrawnArm | null): string | null {
  if (drawn?.of !== "wording") return null;
  const given = givenBy(drawn);
  return given === AS_EVER ? null : given;
}

/** The words with what they name in its place. */
export function filledIn(
  words: string,
  values: { readonly brand: string; readonly low: number; readonly high: number },
) {
  const { brand, low, high } = values;
  return words
    .replaceAll("{low}", String(low))
    .replaceAll("{high}", String(high))
    .replaceAll("{brand}", () => brand);
}
