import type { Person } from "../../src/interaction/customer.ts";
import { addBusinessTime, type WorkTimes } from "../../src/recovery/business-time.ts";
import type { PeopleTold } from "../../src/survey/telling.ts";
import type { CaseActed } from "../../src/team-events.ts";
import type { SampleProduct, TalkTopic } from "./sample.ts";
import type { Tale, Teller } from "./story.ts";

/** What somebody in the sample does. `message` names a message within its conversation. */
export type TalkAct =
  | { readonly kind: "open" }
  | { readonly kind: "write"; readonly by: Teller; readonly message: string; readonly text: string }
  | { readonly kind: "edit"; readonly message: string; readonly text: string }
  | { readonly kind: "delete"; readonly message: string }
  | { readonly kind: "resolve"; readonly by: Exclude<Teller, "customer">; readonly skip?: string }
  | { readonly kind: "tap"; readonly score: number }
  | { readonly kind: "press"; readonly button: "not-now" | "never" | "change" | "new-question" }
  | { readonly kind: "comment"; readonly text: string }
  | { readonly kind: "told"; readonly told: "good" | "bad" | "none"; readonly people?: PeopleTold }
  /** The lead answers for a cord. */
  | { readonly kind: "answer"; readonly text: string }
  | {
      readonly kind: "case";
      readonly by: "colleague" | "lead";
      readonly act: CaseActed["act"];
      readonly note?: string;
      readonly cause?: string;
    };

/** An act and how long it is in coming, milliseconds after the one before. */
export interface Step {
  readonly after: number;
  readonly act: TalkAct;
}

/** What a customer does once the question, or only its reminder, stands in their chat. */
export interface TalkReaction {
  readonly to: "question" | "reminder";
  readonly steps: readonly Step[];
}

/** One conversation as it is meant to go. */
export interface Talk {
  readonly conversation: string;
  readonly customer: Person;
  readonly agent: Person;
  /** To whom the conversation is handed over, if it is. */
  readonly second: Person;
  /** Who looks after the case, if there is one: not the agent whom it is about. */
  readonly colleague: Person;
  readonly lead: Person;
  readonly product: SampleProduct;
  readonly topic: TalkTopic;
  /** What the conversation tells; null where nothing is told to its end. */
  readonly tale: Tale | null;
  /** When the first step's waiting begins, milliseconds since 1970. */
  readonly at: number;
  readonly steps: readonly Step[];
  /** To the question after the last planned resolution; null: the customer says nothing. */
  readonly reaction: TalkReaction | null;
  /** What the team does about the case, if the answer opens one. */
  readonly recovery: readonly Step[];
}

function isOfTeam(act: TalkAct): boolean {
  if (act.kind === "write") return act.by !== "customer";
  return act.kind === "open" || act.kind === "resolve" || act.kind === "case" || act.kind === "answer";
}

/** When the step happens if the one before it happened at that moment; the team's waiting passes in business hours only. */
export function stepTime(step: Step, before: number, hours: WorkTimes): number {
  return isOfTeam(step.act) ? addBusinessTime(before, step.after, hours) : before + step.after;
}

/** How often the steps resolve the conversation. */
export function resolutionsIn(steps: readonly Step[]): number {
  return steps.filter(({ act }) => act.kind === "resolve").length;
}
