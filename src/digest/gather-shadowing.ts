import { redact } from "../interaction/redaction.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { DigestTallies } from "./digest.ts";
import { shadowingFiguresOf } from "./shadowing-figures.ts";
import type { Window } from "./week.ts";

/** What leaders did in the week, what they guessed in it, and what they took from it. Rejects as the store does. */
export async function gatherShadowing(
  store: Reader,
  settings: Settings,
  window: Window,
): Promise<Pick<DigestTallies, "shadowing" | "guesses">> {
  const { from, to } = window;
  const appointments = await store.list("appointment", { atLeast: { at: from }, atMost: { at: to - 1 } });
  const guesses = await store.list("sitting", { atLeast: { guessedAt: from }, atMost: { guessedAt: to - 1 } });
  const open = await store.list("lesson", { where: { state: "open" }, atMost: { at: to - 1 } });
  const done = await store.list("lesson", { atLeast: { doneAt: from }, atMost: { doneAt: to - 1 } });
  const hide = (text: string) => redact(text, [], settings.desk.phoneCountry);
  const lessons = [...open, ...done.filter(({ state }) => state === "done")].map((lesson) => ({
    ...lesson,
    ...{ surprised: hide(lesson.surprised), toFix: hide(lesson.toFix) },
  }));
  return { shadowing: shadowingFiguresOf({ appointments, guesses, lessons }, window), guesses };
}
