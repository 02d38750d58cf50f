import { calledHere, introduced } from "./introductions.ts";
import { TITLES } from "./meant-names.ts";
import { ORDINARY } from "./ordinary-words.ts";
import { GREETINGS, OWN, PERSONS, POSTS, RELATIONS, SEEMINGLY } from "./people-words.ts";
import { anotherFrom, dashed, signed } from "./signatures.ts";
import type { Span } from "./spans.ts";
import type { SaidWord } from "./words.ts";
import {
  begins,
  gapAfter,
  isGiven,
  isNameLike,
  isShouted,
  nameFrom,
  type ReadText,
  spanOf,
  withoutTitles,
} from "./written-names.ts";

/** `my husband Robert`, `mein Chef, Herr Vogt`, `ma collègue Solène`: whoever belongs to the writer. */
function related(reading: ReadText, at: number): Span | null {
  const { words } = reading;
  if (!RELATIONS.has(words[at]?.folded ?? "")) return null;
  const reach = words[at]?.folded === "law" ? 4 : 2;
  if (!words.slice(Math.max(0, at - reach), at).some(({ folded }) => OWN.has(folded))) return null;
  const gap = gapAfter(reading, at);
  if (!/^(?:,? | \()$/.test(gap)) return null;
  const called = SEEMINGLY.has(words[at + 1]?.folded ?? "") && gapAfter(reading, at + 1) === " " ? 1 : 0;
  const from = withoutTitles(reading, at + 1 + called);
  const to = nameFrom(reading, from, "sure");
  const isApart = gap === " " || (to !== null && /^[,)]/.test(gapAfter(reading, to)));
  return spanOf(reading, from, isApart ? to : nameFrom(reading, from, "likely"));
}

/** `Mrs Crane`, `Herr Dr. Lindqvist`, `Monsieur Dupontel`. */
function titled(reading: ReadText, at: number): Span | null {
  const word = reading.words[at];
  if (word === undefined || !TITLES.has(word.folded) || !/^\.? $/.test(gapAfter(reading, at))) return null;
  const isSure = word.isCapital || /^(?:senor|senora|senhor|senhora|sr|sra|monsieur|madame|dona)$/.test(word.folded);
  const from = withoutTitles(reading, at + 1);
  const isDoubtful = /^(?:don|seu|miss|famille|familia)$/.test(word.folded);
  return spanOf(reading, from, nameFrom(reading, from, isSure && !isDoubtful ? "sure" : "likely"));
}

const NAMED = /^(?:named|called|namens|nommee?|appelee?|llamad[oa]|chamad[oa])$/;
/** What is named after somebody. */
const NAMESAKES =
  /^(?:day|center|centre|airport|university|hospital|school|park|prize|stadium|bridge|hall|museum|institute|foundation)$/;

/** `your agent Fiona`, `the customer Harold Finch`, `an agent named Otis`. */
function posted(reading: ReadText, at: number): Span | null {
  if (!POSTS.has(reading.words[at]?.folded ?? "") || gapAfter(reading, at) !== " ") return null;
  const called = NAMED.test(reading.words[at + 1]?.folded ?? "") && gapAfter(reading, at + 1) === " " ? 1 : 0;
  const from = at + 1 + called;
  const to = nameFrom(reading, from, "sure");
  const isSure = called === 1 || PERSONS.has(reading.words[at]?.folded ?? "") || (to !== null && to > from);
  return spanOf(reading, from, isSure ? to : nameFrom(reading, from, "likely"));
}

function isLineStart({ text, words }: ReadText, at: number): boolean {
  const startsAt = words[at]?.startsAt ?? 0;
  return /(?:^|[\n.!?…])[\s"'“„*_>-]{0,6}$/u.test(text.slice(Math.max(0, startsAt - 8), startsAt));
}

/** `Hi Laura,` at the beginning of a sentence; a greeting of several words ends with one of these. */
function greeted(reading: ReadText, at: number): Span | null {
  const start = GREETINGS.get(reading.words[at]?.folded ?? "");
  if (start === undefined) return null;
  const lead = start === "" ? at : at - 1;
  if (start !== "" && !start.split(" ").includes(reading.words[lead]?.folded ?? "")) return null;
  if (!isLineStart(reading, lead) && reading.words[lead]?.isCapital !== true) return null;
  const gap = gapAfter(reading, at);
  if (!/^,? $/.test(gap)) return null;
  const from = withoutTitles(reading, at + 1);
  const to = nameFrom(reading, from, "sure");
  if (to === null) return null;
  const last = anotherFrom(reading, to) ?? to;
  const isCalled = gap === " " && /^\s?(?:[,!.:;–-]|\n|$)/.test(reading.text.slice(reading.words[last]?.endsAt));
  return isCalled || begins(reading, from, "likely") ? spanOf(reading, from, last) : null;
}

/** `Laura Weber` anywhere: a given name and another word with a capital. */
function full(reading: ReadText, at: number): Span | null {
  const [word, next] = [reading.words[at], reading.words[at + 1]];
  if (word === undefined || next === undefined || !word.isCapital || !isGiven(word)) return null;
  if (ORDINARY.has(word.folded)) return null;
  if (!isNameLike(next) || next.text.length < 2 || isShouted(next) || gapAfter(reading, at) !== " ") return null;
  const to = nameFrom(reading, at, "likely");
  return to !== null && NAMESAKES.test(reading.words[to]?.folded ?? "") ? null : spanOf(reading, at, to);
}

const WAYS = [related, titled, posted, greeted, signed, dashed, introduced, calledHere, full];

/** Where people are named whom the conversation does not know: by what they are to the writer, with titles, at greetings and signatures. */
export function peopleSpans(text: string, words: readonly SaidWord[]): Span[] {
  const reading = { text, words };
  const found: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if ((words[at]?.startsAt ?? 0) < (found.at(-1)?.endsAt ?? 0)) continue;
    for (const way of WAYS) {
      const span = way(reading, at);
      if (span === null) continue;
      found.push(span);
      break;
    }
  }
  return found;
}
