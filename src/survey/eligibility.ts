import { drawOf } from "../draw.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Interaction, NotAskedReason } from "../interaction/interaction.ts";
import { isOpen, type Survey } from "./survey.ts";

/** The desk's rules for whom to ask; times in milliseconds, `sample` from 0 to 1. */
export interface AskRules {
  readonly minCustomerMessages: number;
  readonly minAgentMessages: number;
  readonly cooldownAnswered: number;
  readonly cooldownUnanswered: number;
  readonly sample: number;
}

/** What is known of a resolved interaction when it is decided whether to ask. */
export interface Candidate {
  readonly customer: Customer;
  readonly interaction: Interaction;
  /** The other surveys of the same person. */
  readonly earlier: readonly Survey[];
  /** What the sample is drawn by; the same text always gives the same draw. */
  readonly draw: string;
  readonly skipped: boolean;
  /** When the question would be put. */
  readonly askAt: number;
}

/** How often a reopened conversation may be asked about before the cooldown holds for it too. */
const MOST_ASKED_ANEW = 2;

function isCancelledIn(survey: Survey, interaction: Interaction): boolean {
  return survey.state === "cancelled" && survey.interactionId === interaction.id;
}

/** When the person may be asked again after this survey; 0 where it never reached them, or was about a case. */
export function coolUntil(survey: Survey, rules: AskRules): number {
  if (survey.purpose === "recovery") return 0;
  if (survey.state === "answered") return (survey.endedAt ?? survey.scheduledAt) + rules.cooldownAnswered;
  return survey.askedAt === null || survey.deliveredAt === null ? 0 : survey.askedAt + rules.cooldownUnanswered;
}

/** Whether the person must be left in peace. Questions that a reopening of the same conversation cut short count from the second on. */
function isCooling({ interaction, earlier, askAt }: Candidate, rules: AskRules): boolean {
  const cool = earlier.filter((survey) => isOpen(survey) || coolUntil(survey, rules) > askAt);
  const anew = cool.filter((survey) => isCancelledIn(survey, interaction));
  return cool.length > anew.length || anew.length >= MOST_ASKED_ANEW;
}

/** Why the person is none to be asked, or does not want to be; null where neither holds. */
function whyUnwanted({ customer }: Candidate): NotAskedReason | null {
  if (customer.teamMember) return "team-member";
  return customer.optedOutAt === null ? null : "opted-out";
}

/**
 * Why the customer is not to be asked, or null where they are. The first reason that applies counts; a person's skip comes
 * after the rules of the desk, so that it is credited only where it made the difference.
 */
export function whyNotAsk(candidate: Candidate, rules: AskRules): NotAskedReason | null {
  const { interaction } = candidate;
  if (interaction.openedBy === "team") return "team-opened";
  const unwanted = whyUnwanted(candidate);
  if (unwanted !== null) return unwanted;
  if (interaction.customerMessages < rules.minCustomerMessages) return "too-short";
  if (interaction.agentMessages < rules.minAgentMessages) return "too-short";
  if (isCooling(candidate, rules)) return "cooldown";
  if (candidate.skipped) return "skipped-by-person";
  return drawOf(candidate.draw) < rules.sample ? null : "sampled-out";
}

/** What has come up against asking since it was decided to ask, by the desk or by a person; null where nothing has. */
export function whyNoLonger(candidate: Candidate, rules: AskRules): NotAskedReason | null {
  return whyUnwanted(candidate) ?? (isCooling(candidate, rules) ? "cooldown" : null);
}

/** Reasons of the desk's own, which somebody of the team may overrule: the others protect the customer. */
const OVERRULABLE: readonly NotAskedReason[] = ["team-opened", "too-short", "skipped-by-person", "sampled-out"];

/** Whether somebody of the team may have the customer asked all the same. */
export function isOverrulable(reason: string | null): boolean {
  return OVERRULABLE.some((one) => one === reason);
}
