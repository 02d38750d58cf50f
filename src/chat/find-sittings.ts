import { dateFormat } from "../calendar/date-format.ts";
import { meanError } from "../digest/shadowing-figures.ts";
import { may } from "../rights.ts";
import { type GuessError, guessErrors } from "../shadowing/gather-guesses.ts";
import type { Lesson } from "../shadowing/lesson.ts";
import type { Shift } from "../shadowing/shift.ts";
import type { SayWords } from "../wording.ts";
import { openLessonsOf } from "./find-lessons.ts";
import type { Asking } from "./find-overview.ts";

/** So many lessons are shown beside. */
const MOST_LESSONS = 3;

/** What somebody who sits down with conversations sees of their own: sentences, and the lessons that are open. */
export interface OwnSittings {
  readonly lines: readonly string[];
  readonly lessons: readonly Lesson[];
}

function nextLine({ locale, by }: Pick<Asking, "locale" | "by">, say: SayWords, shifts: readonly Shift[]): string {
  const [next] = shifts
    .flatMap(({ dueAt, zone }) => (dueAt === null ? [] : [{ dueAt, zone }]))
    .toSorted((one, other) => one.dueAt - other.dueAt);
  if (next === undefined) return say("home.noShift");
  const timeZone = by.zone ?? next.zone;
  const shown = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;
  return say("home.nextShift", { next: dateFormat(locale, { ...shown, timeZone }).format(next.dueAt) });
}

function errorLines(locale: string, say: SayWords, guesses: readonly GuessError[]): string[] {
  const { error, count } = meanError(guesses);
  if (error === null) return [];
  return [say("home.guessError", { error: new Intl.NumberFormat(locale).format(error), count })];
}

/** What somebody sees of their own sittings: the next appointment, how far off they guess, and what they are to mend. Null for those without the right to shadow. */
export async function ownSittings(asking: Asking): Promise<OwnSittings | null> {
  const { wording, locale, by } = asking;
  if (!may(by.role, "shadow")) return null;
  const say: SayWords = (key, values) => wording.say(locale, key, values);
  const { store } = asking;
  const [shifts, guesses, lessons] = await Promise.all([
    store.list("shift", { where: { whoAddress: by.address, state: "standing" } }),
    guessErrors(asking, by.address),
    openLessonsOf(asking, by.address, { limit: MOST_LESSONS, descending: true }),
  ]);
  return { lines: [nextLine(asking, say, shifts), ...errorLines(locale, say, guesses)], lessons };
}
