import { bandOf } from "../survey/score.ts";
import type { CommentJudge } from "./comment-judge.ts";
import type { DigestAnswer } from "./tally.ts";

/**
 * By what rule words and a number are listed as disagreeing. `complains`: a promoter's comment complains of what is not well now. `thanks`: a
 * detractor's comment praises or thanks, and says nothing else. `reopened`: the customer said that it was solved, and within some days wrote in the
 * same conversation that it is not. `again`: the case was closed as settled, and within some days the customer complained anew.
 */
export const AGAINST_KINDS = ["complains", "thanks", "reopened", "again"] as const;
export type AgainstKind = (typeof AGAINST_KINDS)[number];

/** So many days after "solved" a complaint is held against it. */
export const AGAINST_DAYS = 14;
/** Up to this score bare thanks are listed, and the scale may have been read upside down. */
export const LOWEST_SCORES = 3;
/** Most that are listed of a week. */
export const MOST_AGAINST = 50;

/** Words that disagree with a number, or with what was said before. No score follows from it: only the customer changes an answer. */
export interface AgainstWords {
  /** See {@link againstId}: what somebody found about it is kept under it, and another state of the answer has another. */
  readonly id: string;
  readonly kind: AgainstKind;
  /** The conversation in which the words stand. */
  readonly interactionId: string;
  /** The answer, for `complains` and `thanks`. */
  readonly responseId: string | null;
  /** The customer's words, redacted. */
  readonly text: string;
  /** Those of them by which the rule listed it. */
  readonly because: string;
  /** What was said before, redacted: that it was solved; null where that was no words. */
  readonly said: string | null;
  /** Whole days between the two; null for an answer. */
  readonly days: number | null;
  /** Whether the scale may have been read the wrong way round. */
  readonly mayBeUpsideDown: boolean;
}

/** What is listed of a week. How many there are beyond those listed follows from `total`: a row each of the answers, resolutions and cases that a rule names. */
export interface AgainstFigures {
  /** Version of the word lists. */
  readonly words: string;
  readonly total: number;
  readonly listed: readonly AgainstWords[];
}

/** What disagrees is named by: a state of an answer, a resolution, or a case. */
export type AgainstSubject =
  | { readonly table: "response"; readonly id: string; readonly revision: number }
  | { readonly table: "resolution" | "case"; readonly id: string };

/** The id under which it is known, e.g. `response:RESPONSE:2`. */
export function againstId(subject: AgainstSubject): string {
  const { table, id } = subject;
  return table === "response" ? `response:${id}:${subject.revision}` : `${table}:${id}`;
}

/** What the id names; null where it is none. */
export function parseAgainstId(text: string): AgainstSubject | null {
  const answer = /^response:(.+):(\d{1,9})$/su.exec(text);
  if (answer) return { table: "response", id: answer[1] ?? "", revision: Number(answer[2]) };
  const other = /^(resolution|case):(.+)$/su.exec(text);
  return other ? { table: other[1] as "resolution" | "case", id: other[2] ?? "" } : null;
}

/** Why an answer is listed. */
export interface AgainstAnswer {
  readonly kind: AgainstKind;
  readonly because: string;
  readonly mayBeUpsideDown: boolean;
}

/** By which rule the comment disagrees with its score; null where it does not. Passives are never listed. */
export function answerAgainst(
  judge: CommentJudge,
  { score }: Pick<DigestAnswer, "score">,
  comment: string,
  locale: string,
): AgainstAnswer | null {
  const band = bandOf(score);
  if (band === "promoter") {
    const because = judge.complaintIn(comment, locale);
    return because === null ? null : { kind: "complains", because, mayBeUpsideDown: false };
  }
  const nice = band === "detractor" ? judge.niceIn(comment, locale) : null;
  const isLowest = score <= LOWEST_SCORES;
  if (nice === null || (nice.kind === "thanks" && !isLowest)) return null;
  return { kind: "thanks", because: nice.words, mayBeUpsideDown: isLowest };
}
