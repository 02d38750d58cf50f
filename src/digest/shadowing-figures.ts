import { grouped } from "../grouping.ts";
import type { LessonFigure, ShadowingFigures, SitterFigures } from "./document.ts";
import { rounded } from "./rounding.ts";
import { isWithin, type Window } from "./week.ts";

/** An appointment of a standing one, as it stands when it is counted. */
export interface CountedAppointment {
  readonly shiftId: string | null;
  readonly whoAddress: string;
  readonly whoName: string | null;
  readonly at: number;
  readonly state: "offered" | "begun" | "kept" | "missed";
}

/** A guess, and the score if there was one. */
export interface CountedGuess {
  readonly guess: number | null;
  readonly score: number | null;
}

/** What somebody took from a sitting, its words without what could name a person. */
export interface CountedLesson {
  readonly id: string;
  readonly whoName: string | null;
  readonly surprised: string;
  readonly toFix: string;
  readonly ownerName: string | null;
  readonly dueOn: string | null;
  readonly state: "open" | "done";
  readonly at: number;
  readonly doneAt: number | null;
}

/** The rows that tell of it: what was due or guessed in the week, lessons that are open, and those that were done in it. */
export interface ShadowingRows {
  readonly appointments: readonly CountedAppointment[];
  readonly guesses: readonly CountedGuess[];
  readonly lessons: readonly CountedLesson[];
}

export const NO_SHADOWING: ShadowingFigures = { due: 0, kept: 0, guessError: null, lessons: [] };

/** So many lessons are listed, the newest first. */
const MOST_LESSONS = 10;

/** How far guesses were from the scores on average, in points with one decimal; null without one to whom a score was given. */
export function meanError(guesses: readonly CountedGuess[]): { readonly error: number | null; readonly count: number } {
  const errors = guesses.flatMap(({ guess, score }) =>
    guess === null || score === null ? [] : [Math.abs(guess - score)],
  );
  const sum = errors.reduce((total, error) => total + error, 0);
  return { error: errors.length === 0 ? null : rounded(sum / errors.length, 1), count: errors.length };
}

/** Who was due, kept and missed, whoever kept most of theirs first. */
function sittersOf(appointments: readonly CountedAppointment[]): SitterFigures[] {
  const people = [...grouped(appointments, ({ whoAddress }) => whoAddress).values()];
  const figures = people.map((own) => ({
    name: own.findLast(({ whoName }) => whoName !== null)?.whoName ?? null,
    due: own.length,
    kept: own.filter(({ state }) => state === "kept").length,
    missed: own.filter(({ state }) => state === "missed").length,
  }));
  return figures.toSorted((a, b) => b.kept / b.due - a.kept / a.due || a.missed / a.due - b.missed / b.due);
}

function lessonOf({ id, surprised, toFix, whoName, ownerName, dueOn, state }: CountedLesson): LessonFigure {
  return { id, surprised, toFix, by: whoName, owner: ownerName, dueOn, state };
}

/** What leaders did in the week: only standing appointments can be kept or missed, as they stand when it is counted; nothing where there is nothing. */
export function shadowingFiguresOf(rows: ShadowingRows, window: Window): ShadowingFigures {
  const due = rows.appointments.filter(({ shiftId, at }) => shiftId !== null && isWithin(at, window));
  const shown = rows.lessons.filter(({ state, at, doneAt }) =>
    state === "open" ? at < window.to : isWithin(doneAt, window),
  );
  const { error, count } = meanError(rows.guesses);
  if (due.length + count + shown.length === 0) return NO_SHADOWING;
  const newest = shown.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, MOST_LESSONS);
  return {
    due: due.length,
    kept: due.filter(({ state }) => state === "kept").length,
    missed: due.filter(({ state }) => state === "missed").length,
    guessError: error,
    guesses: count,
    people: sittersOf(due),
    openLessons: shown.filter(({ state }) => state === "open").length,
    doneLessons: shown.filter(({ state }) => state === "done").length,
    lessons: newest.map(lessonOf),
  };
}
