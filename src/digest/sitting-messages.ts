import type { Digest, LessonFigure, SitterFigures } from "./document.ts";
import type { Speaker } from "./say-figures.ts";

/** So many lessons stand in the post; the page has more. */
const LESSONS = 3;

function sitterLine({ say }: Speaker, { name, due, kept, missed }: SitterFigures): string[] {
  const who = name ?? say("team.somebody");
  if (missed > 0 && kept === 0) return [say("digest.shadowing.missed", { who, due, missed })];
  return [say("digest.shadowing.kept", { who, due, kept })];
}

function lessonLine({ say }: Speaker, { surprised, toFix, owner, dueOn }: LessonFigure): string {
  const words = toFix === "" ? surprised : toFix;
  return say("digest.shadowing.lesson", { words, owner: owner ?? "none", on: dueOn ?? "none" });
}

/** How leaders sat down with conversations: who kept their appointments first, then how far they were off, then what is to be mended. */
export function shadowingLines(speaker: Speaker, { shadowing }: Digest): string[] {
  const { guessError, guesses = 0, people = [], openLessons = 0, doneLessons = 0, lessons } = shadowing;
  const { say } = speaker;
  const open = lessons.filter(({ state }) => state === "open").slice(0, LESSONS);
  return [
    ...people.flatMap((sitter) => sitterLine(speaker, sitter)),
    ...(guessError === null ? [] : [say("digest.shadowing.guess", { error: guessError, count: guesses })]),
    ...(openLessons + doneLessons === 0
      ? []
      : [say("digest.shadowing.lessons", { open: openLessons, done: doneLessons })]),
    ...open.map((lesson) => lessonLine(speaker, lesson)),
  ];
}
