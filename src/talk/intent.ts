import { type Hint, toldIn } from "./hints.ts";
import type { Phrases } from "./vocabulary.ts";

/** What somebody wants with what they write: nothing, an answer or an act, or to say how they find it. */
export type Intent = "courtesy" | "question" | "words";

/** How many things of a sense are told; letters of one unknown word in a row are one. */
function countOf(heard: readonly Hint[], ...senses: readonly Hint[]): number {
  return heard.filter((one) => senses.includes(one)).length;
}

const MOST_NAMES = 2;
/** Fewer things told than these, none of them known, are slang of the day. */
const SLANG = 3;

/** By what words are known to need a person: a question mark, words that ask or that tell of something not well, or merely that nothing tells of the contrary. */
export type Need = "question-mark" | "asks" | "trouble" | "unsure";

/** What a text is meant for. */
export interface Meaning {
  readonly intent: Intent;
  /** By what it is known where it is a question. */
  readonly need: Need;
  /** Whether it wants a person by more than words that no rule knows. */
  readonly isAsking: boolean;
}

/** What somebody means by a text: read once for all that is asked of it. */
export function meaningOf(phrases: Phrases, text: string, locale: string): Meaning {
  const clauses = toldIn(phrases, text, locale);
  const heard = clauses.flat();
  const isMarked = QUESTION_MARK.test(text);
  const intent = isMarked || isPartly(text) ? "question" : intentOf(clauses);
  const isKnown = isMarked || countOf(heard, "ask", "trouble", "fault", "matter") > 0;
  return { intent, need: needOf(heard, isMarked), isAsking: intent === "question" && isKnown };
}

function needOf(heard: readonly Hint[], isMarked: boolean): Need {
  if (isMarked) return "question-mark";
  if (heard.includes("ask")) return "asks";
  return heard.includes("trouble") ? "trouble" : "unsure";
}

const QUESTION_MARK = /[?？؟]/u;
/** So many of so many: not all there. */
const PARTLY =
  /(?<!\d)(\d{1,3})[^\d.!?\n]{0,24}?\b(?:of|out of|von|der|de|des|sur|das|dos)\b[^\d.!?\n]{0,12}?(\d{1,3})(?!\d)/iu;

/** Whether fewer are told of than there should be. */
function isPartly(text: string): boolean {
  const [, some, all] = PARTLY.exec(text) ?? [];
  return some !== undefined && all !== undefined && Number(some) < Number(all);
}

/** What somebody wants, by stated rules: whatever may need a person is a question, for one left waiting is dearer than one asked once more. */
function intentOf(clauses: readonly Hint[][]): Intent {
  const heard = clauses.flat();
  const has = (...senses: readonly Hint[]) => heard.some((one) => senses.includes(one));
  const isTold = has("past") && has("opinion", "gloomy");
  if (has("ask", "trouble")) return isTold && !has("ask") ? "words" : "question";
  if (has("opinion")) return "words";
  if (has("gloomy")) return has("fault", "matter", "unknown") ? "question" : "words";
  if (has("fault") || (has("matter") && !isThankedLast(clauses))) return "question";
  if (!has("thanks", "solved") && clauses.some(isJudgement)) return "words";
  if (has("turn") && has("unknown", "topic", "denial")) return "question";
  return has("unknown", "topic", "matter") ? intentOfUnknown(clauses) : intentOfKnown(heard);
}

/** Whether something nice is said of what customers judge: `the new search is great`. */
function isJudgement(clause: readonly Hint[]): boolean {
  const topic = clause.indexOf("topic");
  return topic >= 0 && clause.lastIndexOf("courtesy") > topic;
}

/** What is wanted where every word is known, and none of them asks, judges or complains. */
function intentOfKnown(heard: readonly Hint[]): Intent {
  if (countOf(heard, ...NICE) > 0 || heard.length === 0) return "courtesy";
  return countOf(heard, "hail", "denial") > 0 ? "question" : "words";
}

const NICE: readonly Hint[] = ["thanks", "courtesy", "solved", "glad", "closing", "sorry"];

/** Whether the last thing said is thanks or an apology: what stands before it is told, not asked. */
function isThankedLast(clauses: readonly Hint[][]): boolean {
  const last = clauses.findLast((clause) => clause.some((one) => one !== "glad")) ?? [];
  return countOf(last, "thanks", "sorry", "closing") > 0;
}

/** What is wanted where some words are unknown, and none of the others asks, judges or complains. */
function intentOfUnknown(clauses: readonly Hint[][]): Intent {
  const heard = clauses.flat();
  if (isThankedLast(clauses)) return "courtesy";
  if (countOf(heard, ...NICE) === 0)
    return heard.length <= SLANG && countOf(heard, "hail", "denial") === 0 ? "words" : "question";
  const isNamed = clauses.every(
    (clause) =>
      countOf(clause, "unknown", "topic") === 0 ||
      (countOf(clause, "unknown", "topic") <= MOST_NAMES && countOf(clause, ...NICE) > 0),
  );
  return isNamed ? "courtesy" : "question";
}
