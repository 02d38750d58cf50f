import type { Agent } from "../interaction/interaction.ts";
import type { ArmName } from "../trial.ts";
import type { Band, Scale } from "./score.ts";
import type { Purpose } from "./survey.ts";

/** How an answer reached us. */
export type Via = "tap" | "typed" | "form" | "api" | "import";

/** What came back from one survey. The latest revision counts. */
export interface Response {
  readonly id: string;
  readonly version: number;
  readonly surveyId: string;
  readonly interactionId: string;
  readonly customerId: string;
  readonly score: number;
  readonly scale: Scale;
  readonly band: Band;
  readonly comment: string | null;
  readonly product: string | null;
  readonly creditedAgent: Agent | null;
  readonly answeredAt: number;
  readonly changedAt: number;
  readonly commentedAt: number | null;
  /** When the score was given, the last time where that was more than once; null for one from before that was kept. */
  readonly scoredAt: number | null;
  readonly revisionCount: number;
  /** Why it is left out of the score, e.g. a test answer; null when it counts. */
  readonly excluded: string | null;
  /** The entry of the transcript with which the comment was given; null where there is none, or it came by form. */
  readonly commentEntryId: string | null;
  /** Since when the customer's words may be quoted, as they were shown to them; null where they have not agreed. */
  readonly quoteConsentAt: number | null;
  /** The purpose of its survey: what was asked after a case is in no weekly figure. */
  readonly purpose: Purpose;
  /** The trial in which it was asked for, and in which way; null where in none. */
  readonly trialId: string | null;
  readonly arm: ArmName | null;
}

/** Why an answer is left out that its customer has taken back. Nobody of the team can give this reason. */
export const WITHDRAWN = "withdrawn";

/** Whether the customer has taken the answer back. */
export function isWithdrawn({ excluded }: Pick<Response, "excluded">): boolean {
  return excluded === WITHDRAWN;
}

/** One state of a response as given; never changed, never removed but by forgetting the person. */
export interface Revision {
  readonly id: string;
  readonly version: number;
  readonly responseId: string;
  /** 1 for the first answer. */
  readonly number: number;
  readonly score: number;
  readonly comment: string | null;
  readonly via: Via;
  readonly at: number;
}

/** How far a platform's clock may be behind ours, milliseconds, before what is dated by it counts as earlier than what we had. */
export const CLOCK_DIFFERENCE = 30_000;

/** How long the customer's next message is taken as the reason for the score, in milliseconds. */
export const COMMENT_WINDOW = 24 * 60 * 60 * 1000;

/** Whether the customer's next words are the reason for the score they just gave. */
export function awaitsComment(response: Response, now: number): boolean {
  return response.comment === null && !isWithdrawn(response) && now < response.changedAt + COMMENT_WINDOW;
}
