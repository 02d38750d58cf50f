import type { Context } from "../context.ts";
import type { Person } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Draft, Hindrance } from "../outcome.ts";
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

/** Takes the question down: one that has not left the outbox never will, one that stands loses its buttons to a closing sentence. */
export async function takeDownQuestion(context: Context, draft: Draft, survey: Survey, key: WordingKey): Promise<void> {
  if (survey.questionPostId === null) return;
  const post = await context.store.get("post", survey.questionPostId);
  if (post?.state === "pending") draft.put("post", { ...post, state: "withdrawn" });
  else sayInSurvey(context, draft, survey, { ...closedMessage(context, survey, key), replaces: survey.questionPostId });
}
