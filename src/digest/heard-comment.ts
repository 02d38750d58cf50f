import { PHRASES } from "../talk/languages.ts";
import { BREAK, type Word } from "../talk/plain-words.ts";
import { type PhraseFound, type Phrases, phraseAt, type Sense } from "../talk/vocabulary.ts";
import type { PlacedWord } from "./placed-words.ts";

/** A phrase of the comment: its words from `at` up to `end`, which is not part of it. */
export interface HeardPhrase {
  readonly sense: Sense | null;
  readonly at: number;
  readonly end: number;
}

/** A comment as one language hears it. */
export interface HeardComment {
  readonly text: string;
  readonly words: readonly PlacedWord[];
  readonly heard: readonly HeardPhrase[];
}

/** What the lists do not know, and the words of talk know for certain as something that is not well, is a fault. */
function phraseOr(phrases: Phrases, words: readonly Word[], at: number, isStart: boolean): PhraseFound {
  const found = phraseAt(phrases, words, at, isStart);
  if (found.sense !== null) return found;
  const talked = phraseAt(PHRASES, words, at, false);
  const isKnown = (_: unknown, index: number) => phraseAt(phrases, words, at + index + 1, false).sense !== null;
  const isOwn = Array.from({ length: talked.length - 1 }).some(isKnown);
  return talked.sense === "trouble" && talked.length > 1 && !isOwn ? { ...talked, sense: "fault" } : found;
}

/** The comment by the phrases of a language, every word in exactly one of them; `words` are those placed in it. Linear in its length. */
export function hearComment(text: string, words: readonly PlacedWord[], phrases: Phrases): HeardComment {
  const plain = words.map(({ word }) => word);
  const heard: HeardPhrase[] = [];
  for (let at = 0; at < plain.length; ) {
    const isStart = at === 0 || plain[at - 1] === BREAK;
    const { sense, length } = phraseOr(phrases, plain, at, isStart);
    heard.push({ sense, at, end: at + length });
    at += length;
  }
  return { text, words, heard };
}

/** How many words the language knows. */
export function knownIn({ heard }: HeardComment): number {
  return heard.reduce((sum, { sense, at, end }) => sum + (sense === null ? 0 : end - at), 0);
}

/** In which sentence the phrase stands, from 0. */
export function sentenceOf({ words }: HeardComment, { at }: HeardPhrase): number {
  return words[at]?.sentence ?? 0;
}

/** In which clause the phrase stands, from 0. */
export function clauseOf({ words }: HeardComment, { at }: HeardPhrase): number {
  return words[at]?.clause ?? 0;
}

/** The comment's own words from one phrase to another. */
export function writtenFrom({ text, words }: HeardComment, first: HeardPhrase, last: HeardPhrase): string {
  return text.slice(words[first.at]?.from ?? 0, words[last.end - 1]?.to ?? 0).replace(/\p{P}+$/u, "");
}
