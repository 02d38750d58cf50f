import { GLOOMY } from "../talk/hints.ts";
import { meaningOf } from "../talk/intent.ts";
import { PHRASES } from "../talk/languages.ts";
import { BREAK } from "../talk/plain-words.ts";
import { type Phrases, phraseAt, phrasesOf, type Sense } from "../talk/vocabulary.ts";
import { complaintOf } from "./complaint.ts";
import { clauseOf, type HeardComment, type HeardPhrase, hearComment, knownIn, writtenFrom } from "./heard-comment.ts";
import { type JudgingWords, vocabulariesOf } from "./judging-words.ts";
import { placedWords } from "./placed-words.ts";

/** Reads comments for what they say of how it went; rather nothing is found than something wrong. */
export interface CommentJudge {
  /** Version of the word lists. */
  readonly version: string;
  /** The words by which the comment complains of what is not well now; null where it does not, or tells of it as over. Linear in its length. */
  complaintIn(text: string, locale: string): string | null;
  /** The first words of praise, or else of thanks, in a comment that says nothing but what is nice; null where there is anything else. Linear in its length. */
  niceIn(text: string, locale: string): NiceWords | null;
}

/** What is nice about a comment. */
export interface NiceWords {
  readonly words: string;
  readonly kind: "praise" | "thanks";
}

interface JudgingLanguage {
  readonly said: Phrases;
  readonly still: Phrases;
}

/** What a nice comment may not have. */
const SPOILING: readonly (Sense | null)[] = ["trouble", "fault", "turn", "past", "ask", "denial"];
const NICE: readonly (Sense | null)[] = ["thanks", "courtesy", "solved", "filler"];
const MARKS = /[?？؟]|🙃|\/s\b|:\s*\(/u;
/** So many unknown words may stand in a clause with something nice in it, and in one without. */
const UNKNOWN_BESIDE = 5;
const UNKNOWN_ALONE = 2;
const BINDING = /^(?:[\p{sc=Hiragana}ー々]|\d+)$/u;

/** Whether the clauses say nothing that is not known to be nice. */
function isNothingElse(comment: HeardComment): boolean {
  const unknown = new Map<number, number>();
  const nice = new Set<number>();
  for (const phrase of comment.heard) {
    const clause = clauseOf(comment, phrase);
    if (NICE.includes(phrase.sense)) nice.add(clause);
    if (phrase.sense !== null || !isUnknown(comment, phrase)) continue;
    unknown.set(clause, (unknown.get(clause) ?? 0) + 1);
  }
  return [...unknown].every(([clause, count]) => count <= (nice.has(clause) ? UNKNOWN_BESIDE : UNKNOWN_ALONE));
}

function isUnknown({ words }: HeardComment, { at }: HeardPhrase): boolean {
  const word = words[at]?.word ?? BREAK;
  if (word === BREAK || BINDING.test(word)) return false;
  return phraseAt(PHRASES, [word], 0, true).sense === null;
}

function niceOf(comment: HeardComment, locale: string): NiceWords | null {
  const { text, words, heard } = comment;
  if (MARKS.test(text) || words.some(({ word }) => GLOOMY.test(word))) return null;
  if (heard.some(({ sense }) => SPOILING.includes(sense))) return null;
  const { isAsking, need } = meaningOf(PHRASES, text, locale);
  if (isAsking && need !== "unsure") return null;
  if (!isNothingElse(comment)) return null;
  const praise = heard.find(({ sense }) => sense === "courtesy");
  const found = praise ?? heard.find(({ sense }) => sense === "thanks");
  if (found === undefined) return null;
  return { words: writtenFrom(comment, found, found), kind: praise === undefined ? "thanks" : "praise" };
}

/** A judge over the words of the languages, by their codes. */
export function createCommentJudge(version: string, words: ReadonlyMap<string, JudgingWords>): CommentJudge {
  const languages = new Map<string, JudgingLanguage>();
  for (const [locale, listed] of words) {
    const { said, still } = vocabulariesOf(listed);
    languages.set(locale, { said: phrasesOf([said]), still: phrasesOf([still]) });
  }
  /** As the language hears it that knows most of its words: first the one in which it was asked for. */
  const heardBest = (text: string, locale: string) => {
    const own = languages.get(locale);
    const others = [...languages].filter(([code]) => code !== locale).map(([, language]) => language);
    const words = placedWords(text);
    const heard = [...(own ? [own] : []), ...others].map((language) => {
      const comment = hearComment(text, words, language.said);
      return { comment, language, known: knownIn(comment) };
    });
    return heard.reduce<(typeof heard)[number] | null>(
      (best, one) => (best === null || one.known > best.known ? one : best),
      null,
    );
  };
  return {
    version,
    complaintIn(text, locale) {
      const best = heardBest(text, locale);
      return best && complaintOf(best.comment, best.language.still);
    },
    niceIn(text, locale) {
      const best = heardBest(text, locale);
      return best && niceOf(best.comment, locale);
    },
  };
}
