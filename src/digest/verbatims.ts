import { drawOf } from "../draw.ts";
import { grouped } from "../grouping.ts";
import { type Band, bandOf } from "../survey/score.ts";
import { type Commented, type DigestAnswer, isCommented } from "./tally.ts";
import { weekNumber } from "./week.ts";

/** A customer's own words, quoted. */
export interface Verbatim {
  readonly responseId: string;
  readonly band: Band;
  /** Redacted, in the language in which it was written. */
  readonly text: string;
}

/** Takes out of an answer's comment what could name a person. */
export type Redact = (text: string, responseId: string) => string;

export interface VerbatimRule {
  /** Week of the digest: the turn of products and the draw within one depend on it. */
  readonly week: string;
  readonly atMost: number;
  readonly redact: Redact;
}

/** The order in which the bands are given the word: never the most flattering first. */
const TURNS: readonly Band[] = ["detractor", "passive", "promoter"];

/** One of each list, then the second of each, until all are empty. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

/** The list begun at another place. */
function turned<Item>(list: readonly Item[], by: number): Item[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

/** Whether a product comes before another by its name; what is about none comes first. */
function isBefore(one: string | null, other: string | null): boolean {
  return one === null || (other !== null && one < other);
}

/** The answers of a band: the products in turn, a different one first each week, and drawn by lot within a product. */
function queueOf(answers: readonly Commented<DigestAnswer>[], week: string, turn: number): Commented<DigestAnswer>[] {
  const lot = new Map(answers.map((answer) => [answer, drawOf(`${week} ${answer.id}`)]));
  const drawn = answers.toSorted((a, b) => (lot.get(a) ?? 0) - (lot.get(b) ?? 0) || (a.id < b.id ? -1 : 1));
  const products = [...grouped(drawn, ({ product }) => product)].sort(([a], [b]) => (isBefore(a, b) ? -1 : 1));
  return inTurn(
    turned(
      products.map(([, group]) => group),
      turn,
    ),
  );
}

/**
 * The comments to quote: the bands in turn, the unhappiest first; within a band the products in turn; within a product by lot.
 * Nobody chooses, and the same answers give the same quotes. What is empty after redaction is left out.
 */
export function chooseVerbatims(answers: readonly DigestAnswer[], { week, atMost, redact }: VerbatimRule): Verbatim[] {
  const commented = answers.filter(isCommented);
  const queues = TURNS.map((band, index) => {
    const inBand = commented.filter(({ score }) => bandOf(score) === band);
    return queueOf(inBand, week, weekNumber(week) + index);
  });
  const chosen: Verbatim[] = [];
  for (const { id, score, comment } of inTurn(queues)) {
    if (chosen.length >= atMost) break;
    const text = redact(comment, id).trim();
    if (text !== "") chosen.push({ responseId: id, band: bandOf(score), text });
  }
  return chosen;
}
