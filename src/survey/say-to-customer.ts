import type { Context } from "../context.ts";
import type { Person } from "../interaction/customer.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import type { Draft, Hindrance } from "../outcome.ts";
import type { Post } from "../rows.ts";
import type { WordingKey } from "../wording.ts";
import type { Survey } from "./survey.ts";
import { closedMessage } from "./survey-messages.ts";

/** Says something where the customer is spoken to. */
export function sayInSurvey(context: Context, draft: Draft, survey: Survey, message: OutboundMessage): void {
  draft.say({ id: context.ids.next(), to: survey.askIn, message });
}

/** Refuses an act: a word for programs, and a kind sentence to that person alone. One that still waits to be said is not said twice. */
export async function refusePerson(
  context: Context,
  draft: Draft,
  survey: Survey,
  by: Person,
  hindrance: Hindrance,
): Promise<void> {
  draft.refuse(hindrance, true);
  const { text } = hindrance;
  const waiting = await context.store.list("post", { where: { lane: survey.askIn, state: "pending" } });
  if (waiting.some(({ message }) => message.privateTo === by.address && message.text === text)) return;
  sayInSurvey(context, draft, survey, { kind: "notice", text, actions: [], privateTo: by.address });
}

/** States of a post that will never stand anywhere. */
const NEVER_STOOD = ["withdrawn", "failed"] as const satisfies readonly Post["state"][];

/**
 * Takes the question down: one that has not left the outbox never will, one that stands loses its buttons to a closing sentence, and
 * of one that never stood there is nothing to take down. Tells whether that sentence is said.
 */
export async function takeDownQuestion(
  context: Context,
  draft: Draft,
  survey: Survey,
  key: WordingKey,
  actions: readonly Action[] = [],
): Promise<boolean> {
  if (survey.questionPostId === null) return false;
  const post = await context.store.get("post", survey.questionPostId);
  if (post === null || NEVER_STOOD.some((state) => state === post.state)) return false;
  const isPending = post.state === "pending";
  const closing = { ...closedMessage(context, survey, key, actions), replaces: survey.questionPostId };
  if (isPending) draft.put("post", { ...post, state: "withdrawn" });
  else sayInSurvey(context, draft, survey, closing);
  return !isPending;
}
