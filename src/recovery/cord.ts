import type { Response, Revision } from "../survey/response.ts";
import { bandOf } from "../survey/score.ts";
import type { TeamPost } from "../team/team-post.ts";

/** `pulled`: it stands until somebody answers. `joined`: what it held belongs to another one's line after all. */
export const CORD_STATES = ["pulled", "answered", "joined"] as const;
export type CordState = (typeof CORD_STATES)[number];

/** One pull by a person, from a conversation. */
export interface Pull {
  readonly address: string;
  readonly name: string | null;
  readonly interactionId: string;
  /** What goes wrong, in their words; null until they have said it. */
  readonly sentence: string | null;
  readonly at: number;
}

/** What stops a product's line: several detractors in a short time, or a person's pull. It stands until somebody answers for it. */
export interface Cord {
  readonly id: string;
  readonly version: number;
  /** Id of the product whose line it stops; empty where none is named. One cord at most stands pulled on a line. */
  readonly line: string;
  readonly state: CordState;
  readonly pulledAt: number;
  /** Who pulled it; null where the rule did. */
  readonly byAddress: string | null;
  readonly byName: string | null;
  readonly pulls: readonly Pull[];
  /** Ids of the answers that it holds, in their order; they never count towards another one. */
  readonly responses: readonly string[];
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredName: string | null;
  readonly answeredAt: number | null;
  readonly posts: readonly TeamPost[];
}

/** Most answers that one cord holds; of those that come while it stands after them, none counts towards another one either. */
export const MOST_HELD = 500;

/** Whether the answer stands for an unhappy customer: one that was left out of the score, or is no detractor's any more, does not. */
export function isUnhappy({ band, excluded, purpose }: Pick<Response, "band" | "excluded" | "purpose">): boolean {
  return band === "detractor" && excluded === null && purpose === "recommend";
}

/** Since when the answer has been a detractor's without a break, by its revisions in their order; null where it is none. */
export function unhappySince(revisions: readonly Pick<Revision, "score" | "at">[]): number | null {
  const better = revisions.findLastIndex(({ score }) => bandOf(score) !== "detractor");
  return revisions[better + 1]?.at ?? null;
}

/** Whether so many different customers are among those who gave the answers. */
export function isRun(answers: readonly Pick<Response, "customerId">[], customers: number): boolean {
  return new Set(answers.map(({ customerId }) => customerId)).size >= customers;
}

/** The cord with more answers, each once. */
export function holding(cord: Cord, responses: readonly string[]): Cord {
  return { ...cord, responses: [...new Set([...cord.responses, ...responses])].slice(0, MOST_HELD) };
}

/**
 * The cord with one more person's pull. Who has pulled it from the same conversation adds their sentence, if they give one; the cord
 * itself where that is nothing new.
 */
export function pulledBy(cord: Cord, pull: Pull): Cord {
  const isSame = (one: Pull) => one.address === pull.address && one.interactionId === pull.interactionId;
  const known = cord.pulls.find(isSame);
  if (known === undefined || (known.sentence !== null && pull.sentence !== null && known.sentence !== pull.sentence))
    return { ...cord, pulls: [...cord.pulls, pull] };
  if (pull.sentence === null || known.sentence !== null) return cord;
  return { ...cord, pulls: cord.pulls.map((one) => (one === known ? { ...one, sentence: pull.sentence } : one)) };
}

/** The pulls after somebody said what is wrong: where they had not said it yet, else in the place of what they said last. */
export function withSentence(pulls: readonly Pull[], address: string, sentence: string): readonly Pull[] {
  const own = pulls.filter((pull) => pull.address === address);
  const silent = own.filter((pull) => pull.sentence === null);
  const meant = silent.length > 0 ? silent : own.slice(-1);
  return pulls.map((pull) => (meant.includes(pull) ? { ...pull, sentence } : pull));
}
