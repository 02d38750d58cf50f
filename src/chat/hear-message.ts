import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { appendEntry } from "../interaction/append-entry.ts";
import { updateKnown } from "../interaction/identify-person.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { begin, interactionIn, openingOf } from "../interaction/open-interaction.ts";
import { entryId } from "../interaction/transcript.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { interactionAskedIn } from "../survey/find-survey.ts";

/** On a person's direct line: the interaction they were last asked about there. */
function askedDirectly(
  { conversation, author, at }: EventOf<"message">,
  context: Context,
): Promise<Interaction | null> {
  return conversation === author.address ? interactionAskedIn(context, conversation, at) : Promise.resolve(null);
}

async function interactionFor(event: EventOf<"message">, context: Context, draft: Draft): Promise<Interaction | null> {
  const known = (await askedDirectly(event, context)) ?? (await interactionIn(context, event.conversation));
  if (known) return known;
  const opening = openingOf(event);
  return opening && begin(context, draft, { ...event, ...opening });
}

/** Somebody wrote: it goes into the transcript of their interaction, or opens one. */
export async function hearMessage(event: EventOf<"message">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const id = entryId(event.conversation, event.messageId);
  if (await context.store.get("entry", id)) return draft.outcome();
  const found = await interactionFor(event, context, draft);
  if (!found) return draft.outcome();
  const { author, text, attachments = [], at } = event;
  const known = found.version === 0 ? null : await updateKnown(context, draft, author, at);
  const isOwn = found.version === 0 || known?.id === found.customerId;
  const { address, name = null, role } = author;
  const interaction = appendEntry(draft, found, { id, role, address, name, text, attachments, at, isOwn });
  draft.put("interaction", interaction);
  return draft.outcome();
}
