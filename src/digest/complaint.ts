import { type Phrases, phraseAt } from "../talk/vocabulary.ts";
import { type HeardComment, type HeardPhrase, sentenceOf, writtenFrom } from "./heard-comment.ts";

/** How far before or behind a fault its denial stands, words. */
const REACH_BEFORE = 3;
const REACH_BEHIND = 2;
/** A script without blanks denies behind the word, letters. */
const LETTERS_BEHIND = 6;
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]$/u;
/** Longest stretch that is shown as the words that made it so, UTF-16 units. */
const LONGEST_SHOWN = 80;

interface HeardPlace {
  readonly comment: HeardComment;
  readonly still: Phrases;
  /** Where in the list of phrases. */
  readonly index: number;
}

function isSame(comment: HeardComment, one: HeardPhrase, other: HeardPhrase): boolean {
  return comment.words[one.at]?.clause === comment.words[other.at]?.clause;
}

/** Whether the phrase is denied beside it. */
function isDenied({ comment, index }: HeardPlace): boolean {
  const { heard, words } = comment;
  const phrase = heard[index];
  if (phrase === undefined) return false;
  const isUnspaced = UNSPACED.test(words[phrase.at]?.word ?? "");
  const reach = isUnspaced ? LETTERS_BEHIND : REACH_BEHIND;
  const isNear = (other: HeardPhrase) =>
    (!isUnspaced && other.end <= phrase.at && phrase.at - other.end < REACH_BEFORE) ||
    (other.at >= phrase.end && other.at - phrase.end < reach);
  const near = heard.slice(Math.max(0, index - REACH_BEFORE), index + LETTERS_BEHIND + 1);
  return near.some((other) => other.sense === "denial" && isNear(other) && isSame(comment, other, phrase));
}

/** Whether the very word before denies it: `not too slow`. */
function isDeniedBefore({ comment, index }: HeardPlace): boolean {
  const [before, phrase] = [comment.heard[index - 1], comment.heard[index]];
  return before?.sense === "denial" && phrase !== undefined && isSame(comment, before, phrase);
}

/** The phrase of the clause that makes a fault one of now: `still`, `again`; null where there is none. */
function stillBeside({ comment, still, index }: HeardPlace): HeardPhrase | null {
  const { heard, words } = comment;
  const phrase = heard[index];
  if (phrase === undefined) return null;
  const plain = words.map(({ word }) => word);
  const isIn = (other: HeardPhrase) => isSame(comment, other, phrase);
  const beside = heard.slice(Math.max(0, index - NEAR), index + NEAR).filter(isIn);
  for (const { at } of beside) {
    const { sense, length } = phraseAt(still, plain, at, false);
    if (sense !== null) return { sense, at, end: at + length };
  }
  return null;
}
/** So far from a fault, in phrases, it is looked for what makes it one of now. */
const NEAR = 8;

/** Whether something in the sentence before the phrase has the sense, and nothing after that turns. */
function isUnder(comment: HeardComment, index: number, sense: "turn" | "past"): boolean {
  const phrase = comment.heard[index];
  if (phrase === undefined) return false;
  const sentence = sentenceOf(comment, phrase);
  for (let before = index - 1; before >= 0; before -= 1) {
    const other = comment.heard[before];
    if (other === undefined || sentenceOf(comment, other) !== sentence) return false;
    if (other.sense === sense) return true;
    if (other.sense === "turn") return false;
  }
  return false;
}

/** The words that complain at this phrase; null where it does not complain. */
function wordsAt(place: HeardPlace): string | null {
  const { comment, index } = place;
  const phrase = comment.heard[index];
  if (phrase === undefined) return null;
  const isNotYet = phrase.sense === "solved" && isDenied(place);
  if (phrase.sense !== "trouble" && phrase.sense !== "fault" && !isNotYet) return null;
  if (isUnder(comment, index, "past")) return null;
  if (phrase.sense === "trouble" && isDeniedBefore(place)) return null;
  if (phrase.sense === "trouble" || isNotYet) return shown(comment, phrase, phrase);
  if (isDenied(place)) return null;
  const still = stillBeside(place);
  if (still !== null) return still.at < phrase.at ? shown(comment, still, phrase) : shown(comment, phrase, still);
  return isUnder(comment, index, "turn") ? shown(comment, phrase, phrase) : null;
}

function shown(comment: HeardComment, first: HeardPhrase, last: HeardPhrase): string {
  const all = writtenFrom(comment, first, last);
  return all.length <= LONGEST_SHOWN ? all : writtenFrom(comment, last, last).slice(0, LONGEST_SHOWN);
}

/** The last thing that is said to be over; what stands before it is told as past. */
function lastOver(comment: HeardComment, still: Phrases): number {
  return comment.heard.findLastIndex(({ sense }, index) => sense === "solved" && !isDenied({ comment, still, index }));
}

/**
 * The words by which a comment complains of what is not well now: something that says so by itself, or a fault after a word that turns, or
 * beside `still` and `again`. No fault is one that is denied, told of as past or of others, or followed by its being over.
 */
export function complaintOf(comment: HeardComment, still: Phrases): string | null {
  const over = lastOver(comment, still);
  for (let index = over + 1; index < comment.heard.length; index += 1) {
    const words = wordsAt({ comment, still, index });
    if (words !== null) return words;
  }
  return null;
}
