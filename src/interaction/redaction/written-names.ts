import { GIVEN, NO_NAMES } from "./given-names.ts";
import { TITLES } from "./meant-names.ts";
import { ORDINARY } from "./ordinary-words.ts";
import type { Span } from "./spans.ts";
import type { SaidWord } from "./words.ts";

/** A text with its words, in which names are looked for. */
export interface ReadText {
  readonly text: string;
  readonly words: readonly SaidWord[];
}

/** How sure the sentence makes it that a name follows: `sure` takes any word with a capital, `likely` given names only. */
export type Trust = "sure" | "likely";

const PARTICLES = new Set("de da do dos das del della di la le van von der den zu zur bin al ter".split(" "));
const MOST_WORDS = 4;
const MOST_INITIALS = 3;
const MOST_TITLES = 4;
const JOINT = /^(?: |-|['’]|\. ?)$/;

/** What stands between the word and the next one, or the rest of the text. */
export function gapAfter({ text, words }: ReadText, at: number): string {
  return text.slice(words[at]?.endsAt ?? 0, words[at + 1]?.startsAt ?? text.length);
}

/** Whether the word is written as names are, and is not known for something else. */
export function isNameLike({ text, folded, isCapital, isUnspaced }: SaidWord): boolean {
  if (isUnspaced || !isCapital) return false;
  if (text.length > 1 && (NO_NAMES.has(folded) || TITLES.has(folded))) return false;
  return /^\p{Lu}(?:[\p{L}\p{M}]*)$/u.test(text) && (text.length > 1 || /^\p{Lu}$/u.test(text));
}

/** Whether all that can be told of capitals here is that everything has them. */
export function isShouted({ text }: SaidWord): boolean {
  return text.length > 2 && text === text.toUpperCase();
}

/** Whether the word is a given name. */
export function isGiven(word: SaidWord): boolean {
  return GIVEN.has(word.folded) && word.folded.length > 2;
}

/** Whether a name may begin with the word; with an initial only where another word of it follows. */
export function begins(reading: ReadText, at: number, trust: Trust, initials = MOST_INITIALS): boolean {
  const word = reading.words[at];
  if (word === undefined) return false;
  if (isGiven(word) && (word.isCapital || !ORDINARY.has(word.folded))) return true;
  if (trust === "likely" || !isNameLike(word) || isShouted(word)) return false;
  if (word.text.length > 1) return true;
  return initials > 0 && /^(?:\. ?|['’])$/.test(gapAfter(reading, at)) && begins(reading, at + 1, trust, initials - 1);
}

/** The name that begins with this word, to its last word; null where none does. */
export function nameFrom(reading: ReadText, from: number, trust: Trust): number | null {
  let at = from;
  while (at - from < 2 && PARTICLES.has(reading.words[at]?.folded ?? "") && gapAfter(reading, at) === " ") at += 1;
  if (!begins(reading, at, trust)) return null;
  let last = at;
  while (last - from < MOST_WORDS) {
    const step = stepOf(reading, last);
    if (step === 0) break;
    last += step;
  }
  return last;
}

/** How many words further the name goes on: a particle goes with the word after it. */
function stepOf(reading: ReadText, last: number): number {
  const next = reading.words[last + 1];
  const initial = reading.words[last]?.text.length === 1;
  const gap = gapAfter(reading, last);
  if (next === undefined || !JOINT.test(gap) || (gap.startsWith(".") && !initial)) return 0;
  if (isNameLike(next)) return 1;
  const second = reading.words[last + 2];
  const isParticle = PARTICLES.has(next.folded) && second !== undefined && isNameLike(second);
  return isParticle && gapAfter(reading, last + 1) === " " ? 2 : 0;
}

/** The place after titles that stand before a name. */
export function withoutTitles(reading: ReadText, at: number): number {
  let from = at;
  while (
    from - at < MOST_TITLES &&
    TITLES.has(reading.words[from]?.folded ?? "") &&
    /^\.? $/.test(gapAfter(reading, from))
  )
    from += 1;
  return from;
}

/** From the first word to the last; null where there is no last one. */
export function spanOf({ words }: ReadText, from: number, to: number | null): Span | null {
  const [first, last] = [words[from], to === null ? undefined : words[to]];
  return first === undefined || last === undefined ? null : { startsAt: first.startsAt, endsAt: last.endsAt };
}
