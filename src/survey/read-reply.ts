import { endsOf } from "../interaction/bounds.ts";
import { meaningOf, type Need } from "../talk/intent.ts";
import { PHRASES } from "../talk/languages.ts";
import { ownWords } from "../talk/own-words.ts";
import { phraseAt } from "../talk/vocabulary.ts";
import type { Scale } from "./score.ts";
import { mentionIn } from "./score-mention.ts";

/**
 * What a customer's words after a resolution are: a score on the scale, one with words, a courtesy that asks for nothing, a question (whatever
 * a person must answer or act on), mere words, or what tries to be a score and is none. `isAsking`: the words with the score want a person too.
 */
export type Reply =
  | { readonly kind: "score"; readonly score: number }
  | { readonly kind: "scored-words"; readonly score: number; readonly isAsking: boolean }
  | { readonly kind: "question"; readonly need: Need }
  | { readonly kind: "courtesy" | "words" | "not-a-score" };

/** A school mark. */
const GRADE = /^(?:(?:an?|solid|grade|note|nota|eine?) )*[a-f] ?(?:[+-]|plus|minus|moins|menos|mais)?[.!]*$/iu;

function senseOf(word: string) {
  return phraseAt(PHRASES, [word], 0, true).sense;
}

/** So much of a very long reply is read at its beginning and at its end, in UTF-16 units. */
const READ_AT_EACH_END = 1_000;

/**
 * Reads a reply by stated rules, in any of the languages and their mixtures; of one that is longer than 2,000 UTF-16 units its beginning and
 * its end. `locale` decides where languages differ.
 */
export function readReply(written: string, at: { readonly scale: Scale; readonly locale: string }): Reply {
  const own = ownWords(written);
  const text = endsOf(own, READ_AT_EACH_END);
  const mention = mentionIn(text, { ...at, senseOf });
  if (mention.kind === "score") return { kind: "score", score: mention.score };
  if (mention.kind === "scored-words") {
    const { isAsking } = meaningOf(PHRASES, text, at.locale);
    return { kind: "scored-words", score: mention.score, isAsking };
  }
  if (mention.kind === "not-a-score" || GRADE.test(text.trim()) || text.trim() === "") return { kind: "not-a-score" };
  const { intent, need } = meaningOf(PHRASES, text, at.locale);
  // Nobody writes so much to say nothing, and its middle has not been read.
  const kind = intent === "courtesy" && text !== own ? "question" : intent;
  return kind === "question" ? { kind, need } : { kind };
}
