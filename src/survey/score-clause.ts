import type { Sense } from "../talk/vocabulary.ts";
import { isScore, type Scale } from "./score.ts";
import type { ScoreToken } from "./score-tokens.ts";
import * as words from "./score-words.ts";

/** Where a score is looked for: the scale, the language of the conversation, and what a word by itself tells. */
export interface ScoreHearing {
  readonly scale: Scale;
  readonly locale: string;
  senseOf(word: string): Sense | null;
}

/** What one clause says: a score and nothing else, a score with words, an attempt at one, words, or nothing but what goes around a score. */
export type Said =
  | { readonly kind: "score" | "scored-words"; readonly score: number; readonly isFirm: boolean }
  | { readonly kind: "attempt" | "words" | "little" };

type NumberToken = Extract<ScoreToken, { kind: "number" }>;
type Tokens = readonly ScoreToken[];

/** Whether the token is a word of the set. */
export function isWordOf(token: ScoreToken | undefined, set: ReadonlySet<string>): boolean {
  return token?.kind === "word" && set.has(token.word);
}

/** Whether nothing is said but what goes around a score. */
export function isBare(tokens: Tokens): boolean {
  return tokens.every((token) => token.kind !== "word" || words.AROUND.has(token.word));
}

function isOn(token: NumberToken, scale: Scale): boolean {
  return isScore(token.value, scale) && (token.outOf === null || token.outOf === 10);
}

function isLead(token: ScoreToken): boolean {
  return isWordOf(token, words.AROUND) || isWordOf(token, words.LEADING);
}

/** The numbers of a clause but the full marks they are out of: `10点中2点`. */
function meantNumbers(tokens: Tokens): NumberToken[] {
  const numbers = tokens.filter((token): token is NumberToken => token.kind === "number");
  const hasFull = tokens.some((one) => isWordOf(one, words.FULL));
  const isTop = (token: NumberToken) => token.value === 10 && hasFull;
  return numbers.length > 1 && !numbers.every(isTop) ? numbers.filter((token) => !isTop(token)) : numbers;
}

/** Whether a word makes the number after it a place, a moment or the name of a thing. */
function isPlace(token: ScoreToken | undefined, at: ScoreHearing): boolean {
  return token?.kind === "word" && words.PLACES.has(token.word) && !words.isArticle(token.word, at.locale);
}

/** What a clause says; `opens`: nothing but what goes around a score was said before it. */
export function saidIn(tokens: Tokens, at: ScoreHearing, opens: boolean): Said {
  const numbers = meantNumbers(tokens);
  const isOdd = tokens.some(({ kind }) => kind === "odd");
  if (numbers.length === 0 && !isOdd) return { kind: isBare(tokens) ? "little" : "words" };
  const [first] = numbers;
  const isOne = new Set(numbers.map(({ value }) => value)).size === 1 && !isOdd;
  const isSaidAlone = isBare(tokens) || (opens && tokens.every((token) => token.kind !== "word" || isLead(token)));
  if (isSaidAlone && (!first || !isOne || !isOn(first, at.scale))) return { kind: "attempt" };
  if (first && isSaidAlone)
    return { kind: "score", score: first.value, isFirm: first.outOf === 10 || tokens.length > 1 };
  const score = withWords(tokens, numbers, at, opens);
  if (score !== null) return { kind: "scored-words", score, isFirm: true };
  return { kind: opens && isStrange(tokens, at) ? "attempt" : "words" };
}

/** The score of a clause that has other words too: out of ten, leading them, ending them, or said to be given; null where it is none of these. */
function withWords(tokens: Tokens, numbers: readonly NumberToken[], at: ScoreHearing, opens: boolean): number | null {
  const outOfTen = numbers.find((token) => token.outOf === 10);
  if (outOfTen) return isOn(outOfTen, at.scale) && !isPart(outOfTen, tokens, at) ? outOfTen.value : null;
  const [first] = numbers;
  if (first === undefined || !isOn(first, at.scale)) return null;
  const index = tokens.indexOf(first);
  const [before, after] = [tokens.slice(0, index), tokens.slice(index + 1)];
  if (isHalved(before, after)) return null;
  const isScored =
    (opens && leads(first, before, after, at)) ||
    isGiven(before, after, at) ||
    ((opens || !first.isWritten) && ends(before, after, at)) ||
    isJapanese(before, after);
  return isScored ? first.value : null;
}

/** Whether a number out of ten is so many of ten things: `only 8 of 10 columns`. */
function isPart(number: NumberToken, tokens: Tokens, at: ScoreHearing): boolean {
  const index = tokens.indexOf(number);
  const after = tokens.slice(index + 1);
  const [next] = after;
  if (tokens.slice(0, index).every(isLead) || next?.kind !== "word" || isWordOf(next, words.GOING_ON))
    return isCounted(after, at);
  return !words.AROUND.has(next.word) && at.senseOf(next.word) === null;
}

/** Whether what stands right beside a number makes it no whole one. */
function isHalved(before: Tokens, after: Tokens): boolean {
  const next = after.find((token) => !isWordOf(token, words.HALF_LINKS));
  return next?.kind === "odd" || (before.at(-1)?.kind === "odd" && before.length === 1);
}

/** Whether a number opens the text, after nothing but what leads to one, and counts nothing. */
function leads(number: NumberToken, before: Tokens, after: Tokens, at: ScoreHearing): boolean {
  if (!before.every(isLead) || isPlace(before.at(-1), at)) return false;
  if (isWordOf(after[0], JAPANESE_UNITS) && isWordOf(after[1], COUNTED_POINTS)) return false;
  if (isWordOf(after[0], words.UNITS) || isWordOf(after[0], words.GOING_ON))
    return number.value > 1 || !number.isWritten;
  if (isCounted(after, at)) return false;
  const sense = after[0]?.kind === "word" ? at.senseOf(after[0].word) : null;
  const isTelling = sense !== null && TELLING.has(sense);
  return number.value > 1 || (isTelling && !number.isWritten);
}

const TELLING: ReadonlySet<Sense> = new Set(["opinion", "thanks", "courtesy", "denial", "trouble"]);
const JUDGING: ReadonlySet<Sense> = new Set(["opinion", "thanks", "courtesy", "solved"]);

/** Whether the words after a number are what it counts: `2 of 3 invoices`, `5 users`, `3 Rechnungen`. */
function isCounted([next, second]: Tokens, at: ScoreHearing): boolean {
  if (next?.kind !== "word") return next?.kind === "number";
  if (words.PART_OF.has(next.word))
    return second?.kind === "number" || isWordOf(second, words.WHOLE) || isPlural(second, at);
  if (words.COUNTED.has(next.word)) return true;
  if (next.word === words.JAPANESE_UNIT) return isWordOf(second, COUNTED_POINTS);
  return isPlural(next, at) || (isPlural(second, at) && at.senseOf(next.word) === null);
}

const GERMAN_PLURAL = /.(?:ungen|heiten|keiten|ionen|itaten)$/u;

function isPlural(token: ScoreToken | undefined, at: ScoreHearing): boolean {
  if (token?.kind !== "word" || words.GOING_ON.has(token.word) || words.AROUND.has(token.word)) return false;
  const sense = at.senseOf(token.word);
  if (sense !== null && JUDGING.has(sense)) return false;
  return words.COUNTED.has(token.word) || (at.locale.startsWith("de") ? GERMAN_PLURAL : /.[^su'’]s$/u).test(token.word);
}

/** Whether a number is said to be given, and nothing counted follows: `I'd rate it 7`, `it gets a 9 from me`. */
function isGiven(before: Tokens, after: Tokens, at: ScoreHearing): boolean {
  const isEnd = isBare(after) || isWordOf(after[0], words.GOING_ON) || isWordOf(after[0], words.UNITS);
  if (!isEnd || (isPlace(before.at(-1), at) && !before.some((token) => isWordOf(token, words.GIVING)))) return false;
  return before.slice(-5).some((token) => isWordOf(token, words.GIVING)) && !isCounted(after, at);
}

const MOST_BEFORE = 6;

/** Whether a number with an article ends a short clause: `Call it a 7`, `bekommt von mir ne 9`. */
function ends(before: Tokens, after: Tokens, at: ScoreHearing): boolean {
  const isNamed = before.slice(-3).some((token) => token.kind === "word" && words.isArticle(token.word, at.locale));
  return isNamed && before.length <= MOST_BEFORE && isBare(after) && !isPlace(before.at(-1), at);
}

/** Japanese letters after which a number that ends a clause is an answer. */
const JAPANESE_LEADS = new Set("でてにっはのえあーとず");

/** Letters before `一点` that make it one more thing to say. */
const ONE_MORE = new Set("うとつ");
const JAPANESE_UNITS = new Set([words.JAPANESE_UNIT]);
/** Letters after `点` that make it what is counted: `2点質問`, `2点目`. */
const COUNTED_POINTS = new Set("質目教確お伺気問");

function isJapanese(before: Tokens, after: Tokens): boolean {
  const last = before.at(-1);
  if (!isBare(after)) return false;
  if (isWordOf(after[0], JAPANESE_UNITS)) return !isWordOf(last, ONE_MORE);
  return last?.kind === "word" && JAPANESE_LEADS.has(last.word);
}

/** What follows the number of an error: `404 not found`. */
const NAMED_AFTER = new Set(["not", "no", "service"]);
/** A greater number that opens a clause is an error code or the like. */
const MOST_STRANGE = 100;

/** Whether a clause opens with an answer that is on no scale of ours and goes on: `11/10 would call again`, `0 because ...`, `7.5 but ...`. */
function isStrange(tokens: Tokens, at: ScoreHearing): boolean {
  const [first, ...after] = tokens;
  const goesOn = isWordOf(after[0], words.GOING_ON) || isWordOf(after[0], words.UNITS);
  if (first?.kind === "odd") return goesOn && !isWordOf(after[0], NAMED_AFTER);
  if (first?.kind !== "number") return false;
  if (first.value > MOST_STRANGE) return false;
  return (
    (first.outOf !== null || goesOn || isHalved([], after)) &&
    !isCounted(after, at) &&
    (!isOn(first, at.scale) || isHalved([], after))
  );
}
