import type { Interaction } from "../../../../src/interaction/interaction.ts";
import { type Appointment, isSameFilter, type SittingFilter } from "../../../../src/shadowing/appointment.ts";
import type { GuessError } from "../../../../src/shadowing/gather-guesses.ts";
import { gatherSeat, type OpenAppointment } from "../../../../src/shadowing/gather-seat.ts";
import { gatherOpenTalks } from "../../../../src/shadowing/gather-talks.ts";
import type { Lesson } from "../../../../src/shadowing/lesson.ts";
import type { LiveListener } from "../../../../src/shadowing/live-listener.ts";
import type { Shift } from "../../../../src/shadowing/shift.ts";
import type { Sitting } from "../../../../src/shadowing/sitting.ts";
import type { PageDesk } from "../../desk.ts";
import { executiveNamed } from "../people.ts";

/** Guesses that are looked back on at most. */
const MOST_GUESSES = 24;
const MOST_LESSONS = 12;
const MOST_NAMES = 5;
/** Offers that stand side by side at most. */
const MOST_WAITING = 3;
/** Digests in which the themes are looked for that can be chosen. */
const DIGESTS = 4;

/** Conversations drawn for somebody that they have not finished. */
export interface WaitingSitting {
  readonly appointment: Appointment;
  /** Those that are not closed yet, in their order; there is at least one. */
  readonly left: readonly [Sitting, ...Sitting[]];
}

/** All that is shown at somebody's seat. */
export interface ShownSeat {
  readonly waiting: readonly WaitingSitting[];
  /** The latest, the oldest of them first. */
  readonly guesses: readonly GuessError[];
  readonly shifts: readonly Shift[];
  /** The desk's open lessons, the latest first. */
  readonly lessons: readonly Lesson[];
  readonly live: readonly Interaction[];
  /** Those to which they listen already. */
  readonly listening: readonly LiveListener[];
}

function waitingAmong(open: readonly OpenAppointment[]): WaitingSitting[] {
  return open.flatMap(({ appointment, sittings }) => {
    const [first, ...others] = sittings.filter(({ state }) => state !== "done");
    return first === undefined ? [] : [{ appointment, left: [first, ...others] as const }];
  });
}

/** What stands at the seat of whoever has that address. */
export async function loadSeat(desk: PageDesk, whoAddress: string): Promise<ShownSeat> {
  const latest = { where: { state: "open" }, orderBy: "at", descending: true, limit: MOST_LESSONS } as const;
  const [{ open, guesses, shifts, listening }, lessons, live] = await Promise.all([
    gatherSeat(desk, whoAddress),
    desk.store.list("lesson", latest),
    gatherOpenTalks(desk, whoAddress),
  ]);
  const waiting = waitingAmong(open).slice(0, MOST_WAITING);
  return { waiting, guesses: guesses.slice(-MOST_GUESSES), shifts, lessons, live, listening };
}

/** Names of those who have sat at this desk's own seat before, the latest first. */
export async function knownNames({ store }: PageDesk): Promise<string[]> {
  const own = { startsWith: { whoAddress: "web:agent:" }, orderBy: "at", descending: true, limit: 100 } as const;
  const appointments = await store.list("appointment", own);
  const names = appointments.flatMap(({ whoName, whoAddress }) =>
    whoName !== null && executiveNamed(whoName).address === whoAddress ? [whoName] : [],
  );
  return [...new Set(names)].slice(0, MOST_NAMES);
}

/** The themes that customers have named in the last digests, by name. */
export async function loadThemes({ store, deskId }: PageDesk): Promise<string[]> {
  const lately = { orderBy: "week", descending: true, limit: DIGESTS } as const;
  const digests = await store.list("digest", { where: { team: deskId }, ...lately });
  return [...new Set(digests.flatMap(({ document }) => document.themes.map(({ theme }) => theme)))].toSorted();
}

/** The first conversation that waits for somebody who has asked for some by that filter; null where none does. */
export async function firstWaiting(desk: PageDesk, whoAddress: string, filter: SittingFilter): Promise<string | null> {
  const waiting = waitingAmong((await gatherSeat(desk, whoAddress)).open);
  const wanted = waiting.find(({ appointment }) => isSameFilter(appointment.filter, filter)) ?? waiting[0];
  return wanted?.left[0].id ?? null;
}
