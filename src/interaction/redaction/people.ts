import { TITLES } from "./meant-names.ts";
import { ORDINARY } from "./ordinary-words.ts";
import { GREETINGS, INTRODUCTIONS, OWN, POSTS, RELATIONS, SEEMINGLY } from "./people-words.ts";
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
  const isDoubtful = /^(?:don|seu|miss|dona|famille|familia)$/.test(word.folded);
  return spanOf(reading, from, nameFrom(reading, from, isSure && !isDoubtful ? "sure" : "likely"));
}

/** `your agent Fiona`, `the customer Harold Finch`. */
function posted(reading: ReadText, at: number): Span | null {
  if (!POSTS.has(reading.words[at]?.folded ?? "") || gapAfter(reading, at) !== " ") return null;
  const to = nameFrom(reading, at + 1, "sure");
  const isFull = to !== null && to > at + 1;
  return spanOf(reading, at + 1, isFull ? to : nameFrom(reading, at + 1, "likely"));
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

/** What follows a name that somebody gives as their own. */
const HERE = new Set("here speaking hier ici aqui".split(" "));

/** `my name is Edwin Marlowe`, `ich heiße Mira`, `soy Ana`. */
function introduced(reading: ReadText, at: number): Span | null {
  const word = reading.words[at];
  const introduction = INTRODUCTIONS.get(word?.folded ?? "");
  const lead = reading.words[at - 1]?.folded ?? "";
  const form = introduction?.find(({ after }) => after.length === 0 || after.includes(lead));
  if (form === undefined) return null;
  if (form.isLabel === true ? !/^ ?: ?$/.test(gapAfter(reading, at)) : !/^:? $/.test(gapAfter(reading, at)))
    return null;
  const article = /^(?:o|a|el|la|der|die)$/.test(reading.words[at + 1]?.folded ?? "") ? 1 : 0;
  const from = withoutTitles(reading, at + 1 + article);
  const to = nameFrom(reading, from, "sure");
  const isHere = to !== null && HERE.has(reading.words[to + 1]?.folded ?? "") && gapAfter(reading, to) === " ";
  return spanOf(reading, from, isHere ? to : nameFrom(reading, from, form.trust));
}

/** `Laura Weber` anywhere: a given name and another word with a capital. */
function full(reading: ReadText, at: number): Span | null {
  const [word, next] = [reading.words[at], reading.words[at + 1]];
  if (word === undefined || next === undefined || !word.isCapital || !isGiven(word)) return null;
  if (ORDINARY.has(word.folded)) return null;
  if (!isNameLike(next) || next.text.length < 2 || isShouted(next) || gapAfter(reading, at) !== " ") return null;
  return spanOf(reading, at, nameFrom(reading, at, "likely"));
}

const WAYS = [related, titled, posted, greeted, signed, dashed, introduced, full];

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
