import { placesOf, type SearchQuery } from "./query.ts";
import { wordsOf } from "./words.ts";

/** A part of a text around what was searched for. */
export interface Snippet {
  readonly text: string;
  /** Where in it the words stand, from and to, in order and apart from each other, in UTF-16 units. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** UTF-16 units of a snippet, but for what is added where it was cut. */
const LONGEST = 220;
/** So much of it stands before the first of the words. */
const BEFORE = 60;

type Stretch = readonly [from: number, to: number];

/** Where the words of the query stand, overlapping ones as one. */
function stretchesOf(text: string, { terms }: SearchQuery): Stretch[] {
  const words = wordsOf(text);
  const spelled = words.map(({ word }) => word);
  const found = terms.flatMap((term) =>
    placesOf(spelled, term).map((at): Stretch => [words[at]?.from ?? 0, words[at + term.words.length - 1]?.to ?? 0]),
  );
  const apart: Stretch[] = [];
  for (const [from, to] of found.toSorted(([a], [b]) => a - b)) {
    const last = apart.at(-1);
    if (last && from <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)];
    else apart.push([from, to]);
  }
  return apart;
}

/** The place itself, or the next behind it at which a word begins, or no later than the limit. */
function wordBegin(text: string, at: number, limit: number): number {
  if (at <= 0) return 0;
  const blank = text.indexOf(" ", at - 1);
  return blank < 0 || blank >= limit ? limit : blank + 1;
}

/** Ends before the limit, between words where there are any, and inside no character. */
function wordEnd(text: string, from: number, limit: number): number {
  if (limit >= text.length) return text.length;
  const blank = text.lastIndexOf(" ", limit);
  if (blank > from + LONGEST / 2) return blank;
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}

/** The part of the text in which the first of the words stands, on one line; its beginning where none does. */
export function snippetOf(given: string, query: SearchQuery): Snippet {
  const text = given.replace(/\s+/g, " ").trim();
  const stretches = stretchesOf(text, query);
  const first = stretches[0]?.[0] ?? 0;
  const start = first <= BEFORE ? 0 : wordBegin(text, first - BEFORE, first);
  const end = wordEnd(text, start, start + LONGEST);
  const [head, tail] = [start > 0 ? "… " : "", end < text.length ? " …" : ""];
  const moved = head.length - start;
  const marks = stretches.filter(([from, to]) => from >= start && to <= end);
  return {
    text: `${head}${text.slice(start, end)}${tail}`,
    marks: marks.map(([from, to]) => [from + moved, to + moved]),
  };
}
