import { NOT_ASKED_REASONS, type Resolution } from "../../../../src/interaction/interaction.ts";
import type { Survey } from "../../../../src/survey/survey.ts";
import type { PageWords } from "../page-words.ts";
import { isToday, writtenTime } from "../times.ts";

/** Why nobody was asked about the resolution, a person's own reason beside it. */
export function notAskedWords(
  { say }: Pick<PageWords, "say">,
  { fateReason, fateDetail }: Pick<Resolution, "fateReason" | "fateDetail">,
): string {
  const known = NOT_ASKED_REASONS.find((one) => one === fateReason) ?? "unknown";
  return say("conv.notAsked", { reason: `${say(`conv.why.${known}`)}${fateDetail ? ` (${fateDetail})` : ""}` });
}

/** Why the question could not be put. */
export function undeliverableWords({ say }: Pick<PageWords, "say">, reason: string | null): string {
  return say("conv.undeliverable", { reason: reason ?? say("conv.notArrived") });
}

function waitingWords({ say, times }: PageWords, survey: Survey | null): string {
  if (survey?.state === "asked" && survey.askedAt !== null)
    return say("fate.asked", { at: writtenTime(survey.askedAt, times) });
  if (survey?.state === "reminded" && survey.remindedAt !== null)
    return say("fate.reminded", { at: writtenTime(survey.remindedAt, times) });
  if (survey?.state !== "scheduled" || survey.dueAt === null) return say("fate.waiting");
  const key = isToday(survey.dueAt, times) ? "fate.goesOut" : "fate.goesOutOn";
  return say(key, { at: writtenTime(survey.dueAt, times) });
}

/** What became of a resolution, in words that give no score away. */
export function fateWords(words: PageWords, resolution: Resolution, survey: Survey | null): string {
  switch (resolution.fate) {
    case "waiting":
      return waitingWords(words, survey);
    case "not-asked":
      return notAskedWords(words, resolution);
    case "undeliverable":
      return undeliverableWords(words, resolution.fateReason);
    default:
      return words.say(`fate.${resolution.fate}`);
  }
}
