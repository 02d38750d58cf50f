import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { responseTo } from "../survey/find-survey.ts";
import { hearAfterResolution } from "../survey/hear-reply.ts";
import { awaitsComment } from "../survey/response.ts";
import { isAwaitingAnswer } from "../survey/survey.ts";
import { appendEntry } from "./append-entry.ts";
import { updateKnown } from "./identify-person.ts";
import type { Interaction } from "./interaction.ts";
import { begin, interactionIn, openingOf } from "./open-interaction.ts";
import { entryId } from "./transcript.ts";

/** On a person's direct line: the interaction they were last asked about there, while an answer or its reason is awaited or it is open again. */
async function interactionAskedIn(event: EventOf<"message">, context: Context): Promise<Interaction | null> {
  if (event.conversation !== event.author.address) return null;
  const asked = await context.store.list("survey", {
    where: { askIn: event.conversation },
    orderBy: "askedAt",
    descending: true,
    limit: 1,
  });
  const survey = asked[0];
  if (!survey) return null;
  const response = await responseTo(context, survey);
  const interaction = await context.store.get("interaction", survey.interactionId);
  const isAwaited = isAwaitingAnswer(survey) || (response !== null && awaitsComment(response, event.at));
  return isAwaited || interaction?.state === "open" ? interaction : null;
}

async function interactionFor(event: EventOf<"message">, context: Context, draft: Draft): Promise<Interaction | null> {
  const known = (await interactionAskedIn(event, context)) ?? (await interactionIn(context, event.conversation));
  if (known) return known;
  const opening = openingOf(event);
  return opening && begin(context, draft, { ...event, ...opening });
}

/** Somebody wrote: it goes into the transcript, and after a resolution it may be an answer, a reason or a new question. */
export async function hearMessage(event: EventOf<"message">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const id = entryId(event.conversation, event.messageId);
  if (await context.store.get("entry", id)) return draft.outcome();
  const found = await interactionFor(event, context, draft);
  if (!found) return draft.outcome();
  const { author, text, attachments = [], at, isUnreadable = false } = event;
  const known = found.version === 0 ? null : await updateKnown(context, draft, author, at);
  const isOwn = found.version === 0 || known?.id === found.customerId;
  const { address, name = null, role } = author;
  const interaction = appendEntry(draft, found, { id, role, address, name, text, attachments, at, isOwn });
  draft.put("interaction", interaction);
  if (found.state === "resolved" && role === "customer" && known && isOwn) {
    await hearAfterResolution(context, draft, {
      interaction,
      customer: known,
      by: author,
      text,
      attachments,
      at,
      isUnreadable,
    });
  }
  return draft.outcome();
}
