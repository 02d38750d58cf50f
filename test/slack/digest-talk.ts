import type { ImportedAnswer } from "../../src/survey/imported-answer.ts";
import type { Message } from "../servers/slack/messages.ts";
import { DAY, MONDAY_TEN, settingsOf } from "../world.ts";
import { SLACK_SETTINGS, type SlackDesk, TEAM_CHANNEL } from "./slack-desk.ts";

const LAST_WEEK = MONDAY_TEN - 3 * DAY;
const PRODUCTS = [
  { id: "app", name: "Mobile app" },
  { id: "billing", name: "Billing & <orders>" },
];
/** Agent ash is a lead here. */
const ROLES = { ...SLACK_SETTINGS.roles, leads: ["slack:T1:U2"] };
export const settings = settingsOf({ ...SLACK_SETTINGS, roles: ROLES, products: PRODUCTS });

/** Answers of last week with these scores. */
export function answers(scores: readonly number[], more: Partial<ImportedAnswer> = {}): ImportedAnswer[] {
  return scores.map((score, index) => ({
    conversation: `import:csv:${score}.${index}`,
    customer: { address: `api:c-${score}-${index}`, role: "customer" },
    ...{ score, scale: "1-10", comment: null, product: "app", agent: null, answeredAt: LAST_WEEK, ...more },
  }));
}

export const WORDS = { comment: "The <invoice> was *wrong* & late. <!channel>", product: "billing" };

/** The answers are there, and somebody wants the digest of their week. */
export async function wantDigest(desk: SlackDesk, given: readonly ImportedAnswer[]): Promise<void> {
  const at = desk.time.now();
  await desk.bot.handle({ kind: "answers-imported", id: null, at, answers: given });
  await desk.bot.handle({ kind: "digest-wanted", id: null, at, week: "2026-W46" });
}

/** The digest in the team's channel. */
export function digestIn(desk: SlackDesk): Message {
  const digest = desk.slack.messages(TEAM_CHANNEL).find(({ threadTs }) => threadTs === undefined);
  if (!digest) throw new Error("no digest");
  return digest;
}

/** What stands in the thread under the digest. */
export function below(desk: SlackDesk): Message[] {
  const { ts } = digestIn(desk);
  return desk.slack.messages(TEAM_CHANNEL).filter((message) => message.threadTs === ts && message.ts !== ts);
}

export const pictures = (desk: SlackDesk) => below(desk).filter(({ files }) => (files ?? []).length > 0);
