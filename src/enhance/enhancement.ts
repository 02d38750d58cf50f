import type { Response } from "../survey/response.ts";

/** `withdrawn`: the answer is no passive's any more, or no longer counts. */
export const ENHANCEMENT_STATES = ["open", "planned", "done", "withdrawn"] as const;
export type EnhancementState = (typeof ENHANCEMENT_STATES)[number];

/** What somebody of the team can do about one: it is planned, done, or taken up anew. */
export const ENHANCEMENT_ACTS = ["plan", "finish", "reopen"] as const;
export type EnhancementAct = (typeof ENHANCEMENT_ACTS)[number];

/** One step of an enhancement; done by nobody where it followed from the customer's answer. */
export interface EnhancementStep {
  readonly state: EnhancementState;
  readonly byAddress: string | null;
  readonly byName: string | null;
  readonly at: number;
  readonly note: string | null;
}

/** What would have made a passive happier: the words are the response's, the work on it is here. */
export interface Enhancement {
  readonly id: string;
  readonly version: number;
  readonly responseId: string;
  readonly interactionId: string;
  readonly customerId: string;
  readonly product: string | null;
  readonly state: EnhancementState;
  /** Whether the customer has said what it is. */
  readonly hasWords: boolean;
  readonly openedAt: number;
  readonly changedAt: number;
  /** What was done about it, oldest first; the opening itself is not among them. */
  readonly steps: readonly EnhancementStep[];
}

const STATE_AFTER: Readonly<Record<EnhancementAct, EnhancementState>> = {
  plan: "planned",
  finish: "done",
  reopen: "open",
};

/** What it stands at after the act. */
export function stateAfter(act: EnhancementAct): EnhancementState {
  return STATE_AFTER[act];
}

/** The acts that make sense now, the next step first. */
export function actsOn({ state }: Pick<Enhancement, "state">): readonly EnhancementAct[] {
  if (state === "open") return ["plan", "finish"];
  if (state === "planned") return ["finish", "reopen"];
  return state === "done" ? ["reopen"] : [];
}

/** Most steps that are kept: the first ones give way. */
const MOST_STEPS = 50;

/** The enhancement one step further. */
export function stepped(item: Enhancement, step: EnhancementStep): Enhancement {
  const steps = [...item.steps, step].slice(-MOST_STEPS);
  return { ...item, state: step.state, changedAt: step.at, steps };
}

/** Whether an answer is one to make better: a passive's that counts. */
export function isEnhanceable({ band, excluded }: Pick<Response, "band" | "excluded">): boolean {
  return band === "passive" && excluded === null;
}
