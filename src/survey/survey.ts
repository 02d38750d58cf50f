import type { Agent } from "../interaction/interaction.ts";
import type { DrawnArm } from "../trial.ts";
import type { Scale } from "./score.ts";

export const SURVEY_STATES = [
  "scheduled",
  "asked",
  "reminded",
  "answered",
  "declined",
  "expired",
  "cancelled",
  "undeliverable",
] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** Why somebody is asked: `recommend` after a resolution, `recovery` after a case, whether it has been put right. */
export const PURPOSES = ["recommend", "recovery"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** States in which an answer is still awaited. At most one such survey per customer. */
export const OPEN_STATES = ["scheduled", "asked", "reminded"] as const satisfies readonly SurveyState[];

/** One asking of the recommend question to one customer about one resolved interaction, or about the case that came of it. */
export interface Survey {
  readonly id: string;
  readonly version: number;
  /** Unguessable; whoever holds it may answer on the web page of this survey. */
  readonly token: string;
  readonly resolutionId: string;
  readonly interactionId: string;
  readonly customerId: string;
  readonly state: SurveyState;
  /** When the clock must look at it next (ask, remind, expire); null once it has ended. */
  readonly dueAt: number | null;
  readonly scheduledAt: number;
  readonly askedAt: number | null;
  readonly deliveredAt: number | null;
  readonly remindedAt: number | null;
  readonly endedAt: number | null;
  readonly askIn: string;
  readonly scale: Scale;
  readonly locale: string;
  readonly wordingVersion: string;
  readonly product: string | null;
  readonly creditedAgent: Agent | null;
  readonly questionPostId: string | null;
  readonly purpose: Purpose;
  /** The case that a recovery survey asks about; null for any other. */
  readonly caseId: string | null;
  /** The trial for which its person was drawn, with what and when, milliseconds; null for those in none. */
  readonly trialId: string | null;
  readonly trialArm: DrawnArm | null;
  readonly drawnAt: number | null;
}

/** Whether the question has been put and an answer still counts. */
export function isAwaitingAnswer(survey: Survey): boolean {
  return survey.state === "asked" || survey.state === "reminded";
}

/** Whether the survey may still lead to an answer. */
export function isOpen(survey: Survey): boolean {
  return (OPEN_STATES as readonly SurveyState[]).includes(survey.state);
}

/** Whether the time to answer is over, whether or not the clock has come round to it. */
export function hasExpired(survey: Survey, at: number, expireAfter: number): boolean {
  return survey.askedAt !== null && at >= survey.askedAt + expireAfter;
}

/** The survey in an end state: the clock leaves it alone from then on. */
export function ended(survey: Survey, state: SurveyState, at: number): Survey {
  return { ...survey, state, dueAt: null, endedAt: at };
}
