import type { Said, ScoreHearing } from "./score-clause.ts";
import { isBare, isWordOf, saidIn } from "./score-clause.ts";
import { type ScoreToken, scoreTokens } from "./score-tokens.ts";
import { AROUND, GIVING, OUT_OF } from "./score-words.ts";

/** What a text says about a score: one on the scale, alone or with words, an attempt at one, or nothing. */
export type Mention =
  | { readonly kind: "score" | "scored-words"; readonly score: number }
  | { readonly kind: "not-a-score" | "none" };

interface Clause {
  readonly tokens: readonly ScoreToken[];
  /** The mark before it; empty at the start. */
  readonly after: string;
}

function clausesOf(tokens: readonly ScoreToken[]): Clause[] {
  const clauses: { tokens: ScoreToken[]; after: string }[] = [{ tokens: [], after: "" }];
  for (const token of tokens)
    if (token.kind === "break") clauses.push({ tokens: [], after: token.mark });
    else clauses.at(-1)?.tokens.push(token);
  return clauses.filter(({ tokens: found }) => found.length > 0);
}

const TOP = 10;

/** The tokens with `nine out of ten` and the like as one number each. */
function joined(tokens: readonly ScoreToken[]): ScoreToken[] {
  const all: ScoreToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    const length = token.kind === "number" ? outOfLength(tokens, index) : 0;
    const top = tokens[index + length];
    if (length > 0 && token.kind === "number" && top?.kind === "number") {
      all.push({ ...token, outOf: top.value });
      index += length;
    } else all.push(token);
  }
  return all;
}

/** How many tokens after a number say what it is out of; 0 where none do. */
function outOfLength(tokens: readonly ScoreToken[], at: number): number {
  let next = at + 1;
  while (next - at <= 2 && isWordOf(tokens[next], OUT_OF)) next += 1;
  const top = tokens[next];
  const isTop = top?.kind === "number" && top.outOf === null && top.value === TOP;
  return next > at + 1 && isTop && !isWordOf(tokens[at + 1], new Set("点")) ? next - at : 0;
}

function isAsked(clauses: readonly Clause[], index: number): boolean {
  return clauses.slice(1, index + 1).some(({ after }) => after === "?");
}

/** Whether what stands before a clause is a label that makes its number something else: `Order: 7`. */
function isLabelled(clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  if (index === 0 || clause?.after !== ":") return false;
  return !clauses[index - 1]?.tokens.some((token) => isWordOf(token, AROUND) || isWordOf(token, GIVING));
}

/** Whether the numbers only count the clauses off: `1. ... 2. ...`. */
function isList(said: readonly Said[]): boolean {
  const scores = said.flatMap((one) => (one.kind === "score" ? [one.score] : []));
  return (
    scores.length > 1 &&
    scores.every((score, index) => score === (scores[0] ?? 0) + index) &&
    said.some(({ kind }) => kind === "words")
  );
}

/** What each clause says; a clause opens the text where only what goes around a score comes before it. */
function heardIn(clauses: readonly Clause[], at: ScoreHearing): Said[] {
  let opens = true;
  return clauses.map(({ tokens }) => {
    const said = saidIn(tokens, at, opens);
    opens &&= said.kind === "little" || isBare(tokens);
    return said;
  });
}

type ScoreSaid = Extract<Said, { score: number }>;

/** The scores that were said as answers; only the first where it opens the text and later ones stand among other words. */
function scoredIn(clauses: readonly Clause[], said: readonly Said[]): ScoreSaid[] {
  const scored = said.flatMap((one, index) =>
    (one.kind === "score" || one.kind === "scored-words") &&
    (one.isFirm || !(isAsked(clauses, index) || isLabelled(clauses, index)))
      ? [one]
      : [],
  );
  const [first, ...later] = scored;
  const isFirst = first !== undefined && said.find(({ kind }) => kind !== "little") === first;
  return isFirst ? [first, ...later.filter(({ kind }) => kind === "score" && first.kind === "score")] : scored;
}

/**
 * The score that a text mentions as an answer. A clause of nothing but a number and what goes with one is a score; so is a number that
 * opens the text and counts nothing, one out of ten, and one that is said to be given. Two different ones are none.
 */
export function mentionIn(text: string, at: ScoreHearing): Mention {
  const clauses = clausesOf(joined(scoreTokens(text, at.locale)));
  const said = heardIn(clauses, at);
  if (isList(said)) return { kind: "none" };
  const scored = scoredIn(clauses, said);
  const values = new Set(scored.map(({ score }) => score));
  const hasWords = said.some(({ kind }) => kind === "words" || kind === "scored-words");
  const hasAttempt = said.some(({ kind }) => kind === "attempt");
  const opening = said.find(({ kind }) => kind !== "little")?.kind;
  const [first] = scored;
  if (first !== undefined && values.size === 1 && (!hasAttempt || (hasWords && opening !== "attempt")))
    return { kind: hasWords ? "scored-words" : "score", score: first.score };
  const isTried = hasAttempt || values.size > 1;
  return { kind: isTried && (!hasWords || opening === "attempt" || opening === "score") ? "not-a-score" : "none" };
}
