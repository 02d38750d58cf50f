import { drawOf } from "../draw.ts";
import type { Response } from "../survey/response.ts";

/** So many answers are remembered of each reader: as many as a busy week has with words. */
const MOST_REMEMBERED = 20_000;

/** What was found in comments last, by who or what read them: the same comments are looked at again and again. Nobody's words are kept. */
export interface Readings<Found> {
  /** What the reader finds in the words of the answer as it stands, read where that is not remembered. */
  find(reader: object, words: WordsOfAnswer, read: () => Found): Found;
}

/** An answer's words as they are read, in the language in which it was asked for. */
export interface WordsOfAnswer {
  readonly answer: Pick<Response, "id" | "version" | "score">;
  readonly text: string;
  readonly locale: string;
}

/** Nothing remembered yet; what was not asked for longest is forgotten first. */
export function createReadings<Found>(): Readings<Found> {
  const byReader = new WeakMap<object, Map<string, { readonly found: Found }>>();
  return {
    find: (reader, { answer: { id, version, score }, text, locale }, read) => {
      const known = byReader.get(reader) ?? new Map<string, { readonly found: Found }>();
      byReader.set(reader, known);
      const key = `${id} ${version} ${score} ${locale} ${drawOf(text)}`;
      const kept = known.get(key) ?? { found: read() };
      known.delete(key);
      known.set(key, kept);
      const [oldest] = known.keys();
      if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
      return kept.found;
    },
  };
}
