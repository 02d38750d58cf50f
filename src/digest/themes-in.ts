import { BOUNDS, keptOf } from "../interaction/bounds.ts";
import type { Response } from "../survey/response.ts";
import { createReadings } from "./remembered-readings.ts";
import type { ThemeFinder } from "./themes.ts";

const READ = createReadings<readonly string[]>();

/** As much of the comment as is kept today: one of earlier times may be longer. */
export function wordsOf({ comment }: Pick<Response, "comment">): string {
  return keptOf(comment ?? "", BOUNDS.comment).text;
}

/** The themes that the answer's comment names, by the words of that language first. */
export function themesIn(
  finder: ThemeFinder,
  answer: Pick<Response, "id" | "version" | "score" | "comment">,
  locale: string,
): readonly string[] {
  const text = wordsOf(answer);
  if (text.trim() === "") return [];
  return READ.find(finder, { answer, text, locale }, () => finder.find(text, locale));
}
