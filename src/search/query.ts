import { keptOf } from "../interaction/bounds.ts";
import { type IndexWord, isUnspaced, wordsOf } from "./words.ts";

/** Words that must stand next to each other in this order; where it is a beginning, the last of them may go on. */
export interface SearchTerm {
  readonly words: readonly string[];
  readonly isBeginning: boolean;
}

/** What is searched for: every one of the terms, and none of those without which. */
export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  readonly without: readonly SearchTerm[];
}

/** UTF-16 units of a query that are read; of what is longer, the beginning. */
const LONGEST = 300;
/** Terms of a query that are heeded. */
const MOST_TERMS = 12;
/** A word that begins with fewer letters begins too many. */
const SHORTEST_BEGINNING = 3;

const TERM = /(?<![^\s(])(-?)(?:"([^"]*)"?|[“„«「『]([^”“»」』]*)[”“»」』]?)|(\S+)/gu;

/** Of a run without blanks the last pair holds its last character already; a single one is looked for wherever a pair begins with it. */
function termOf(text: string): SearchTerm | null {
  const found = wordsOf(text);
  const [last, before] = [found.at(-1), found.at(-2)];
  if (last === undefined) return null;
  if (isUnspaced(last.word)) {
    const isHeld = before !== undefined && isUnspaced(before.word) && before.to === last.to;
    return { words: spelled(isHeld ? found.slice(0, -1) : found), isBeginning: !isHeld };
  }
  const isBeginning = text.endsWith("*") && last.word.length >= SHORTEST_BEGINNING;
  return { words: spelled(found), isBeginning };
}

function spelled(found: readonly IndexWord[]): string[] {
  return found.map(({ word }) => word);
}

/**
 * Reads what somebody typed: words that must all be there, "words in quotes" next to each other, -words that must not, and the beginning
 * of a word with a star after it. Whatever is typed has a meaning; what has no letter or digit in it is passed over. Linear in the text.
 */
export function readQuery(typed: string): SearchQuery {
  const terms: SearchTerm[] = [];
  const without: SearchTerm[] = [];
  for (const [, minus = "", quoted, marked, plain = ""] of keptOf(typed, LONGEST).text.matchAll(TERM)) {
    const isWithout = minus !== "" || (quoted === undefined && marked === undefined && /^-[^-]/.test(plain));
    const term = termOf(quoted ?? marked ?? plain);
    if (term !== null && terms.length + without.length < MOST_TERMS) (isWithout ? without : terms).push(term);
  }
  return { terms, without };
}

function standsAt(words: readonly string[], { words: wanted, isBeginning }: SearchTerm, at: number): boolean {
  return wanted.every((word, index) => {
    const found = words[at + index];
    if (isBeginning && index === wanted.length - 1) return found?.startsWith(word) ?? false;
    return found === word;
  });
}

/** Where the term stands among the words: the indexes at which it begins. */
export function placesOf(words: readonly string[], term: SearchTerm): number[] {
  return words.flatMap((_, at) => (standsAt(words, term, at) ? [at] : []));
}

/** Whether a text of these words is one that is searched for. */
export function isFound(words: readonly string[], { terms, without }: SearchQuery): boolean {
  const stands = (term: SearchTerm) => words.some((_, at) => standsAt(words, term, at));
  return terms.every(stands) && !without.some(stands);
}
