import { drawOf } from "../../src/draw.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { addBusinessTime, type WorkTimes } from "../../src/recovery/business-time.ts";
import type { Appointment } from "../../src/shadowing/appointment.ts";
import type { Sitting } from "../../src/shadowing/sitting.ts";
import { teamMember } from "./people.ts";
import type { Talk } from "./talk.ts";

const MINUTE = 60_000;

/** An executive of the sample, when they sit down with conversations, and what they are like. */
export interface SampleExecutive {
  readonly person: Person;
  readonly every: string;
  readonly transcripts: number;
  /** How many of ten appointments they keep. */
  readonly faith: number;
  /** How many points of ten lie between them and customers at first. */
  readonly distance: number;
}

/** The sample's executives. */
export const EXECUTIVES: readonly SampleExecutive[] = [
  { person: teamMember("Exec Hazel", "executive"), every: "Tue 09:30", transcripts: 3, faith: 9, distance: 0.9 },
  { person: teamMember("Exec Rowan", "executive"), every: "Wed 16:00", transcripts: 2, faith: 8.5, distance: 1 },
  { person: teamMember("Exec Alder", "executive"), every: "Thu 11:00", transcripts: 3, faith: 7, distance: 0.7 },
];
/** What somebody who has never sat with customers thinks they would say. */
const BELIEVED = 8;
/** What the silent are taken to have thought. */
const THOUGHT = { promoter: 9, passive: 7, detractor: 4 } as const;
/** How long one conversation takes to read, its score to guess, and the lesson to write, milliseconds. */
const READING = { open: 0, guess: 5 * MINUTE, close: 8 * MINUTE } as const;
const EACH = 11 * MINUTE;

/** What an executive does with a conversation that was drawn for them. */
export type SittingAct = keyof typeof READING;

/** The executive takes the appointment upon themself. */
export function shiftEvent({ person, every, transcripts }: SampleExecutive, at: number): InboundEvent {
  return { kind: "shift-set", id: null, at, by: person, every, transcripts };
}

/** When they sit down with what was drawn; null: they do not. */
export function sittingTime({ faith }: SampleExecutive, { id, at }: Appointment, hours: WorkTimes): number | null {
  if (drawOf(`sits ${id}`) * 10 >= faith) return null;
  return addBusinessTime(at, Math.round(drawOf(`when ${id}`) ** 3 * 30 * 60) * MINUTE, hours);
}

/** When within the hour they do that with the conversation, milliseconds after they have sat down. */
export function momentOf(act: SittingAct, { number }: Sitting): number {
  return (number - 1) * EACH + READING[act];
}

/** Their guess, so many weeks after they began: at first what they believe of customers, later what they have read. */
export function guessOf(sitter: SampleExecutive, sitting: Sitting, truth: number, weeks: number): number {
  const farness = sitter.distance * Math.max(0.15, 1 - weeks / 12);
  const noise = (drawOf(`guess ${sitting.id}`) - 0.5) * (2 + 2 * farness);
  return Math.min(10, Math.max(1, Math.round(truth + (BELIEVED - truth) * farness + noise)));
}

/** What somebody who has not said it is taken to have thought of the conversation. */
export function thoughtOf(talk: Talk | null): number {
  return THOUGHT[talk?.tale?.band ?? "passive"];
}
