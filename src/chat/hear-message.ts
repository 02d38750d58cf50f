import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { spaceOf } from "../interaction/address.ts";
import { asAmended } from "../interaction/amend-entry.ts";
import { alreadyCome } from "../interaction/amendment.ts";
import { appendEntry } from "../interaction/append-entry.ts";
import { customerAt, updateKnown } from "../interaction/identify-person.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { begin, interactionIn, openingOf } from "../interaction/open-interaction.ts";
import { entryId } from "../interaction/transcript.ts";
import type { OutboundMessage } from "../messages.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { interactionAskedIn } from "../survey/find-survey.ts";
import { readReply } from "../survey/read-reply.ts";
import { directCommand } from "../talk/direct-commands.ts";
import { hearDirect, hearSure } from "./hear-direct.ts";

/** On a person's direct line: the interaction they were last asked about there. */
function askedDirectly(
  { conversation, author, at }: EventOf<"message">,
  context: Context,
): Promise<Interaction | null> {
  return conversation === author.address ? interactionAskedIn(context, conversation, at) : Promise.resolve(null);
}

/** Somebody wrote: it goes into the transcript of their interaction, answers the one question that is put to them, is for the bot itself, or opens an interaction. */
export async function hearMessage(written: EventOf<"message">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const id = entryId(written.conversation, written.messageId);
  if (await context.store.get("entry", id)) return draft.outcome();
  const event = await asAmended(written, context, draft);
  if (event === null) return draft.outcome();
  const sure = event.isDirect ? await hearSure(event, context) : null;
  if (sure !== null) return sure;
  const known = await knownFor(event, context);
  if (event.isDirect && (known === null || directCommand(event.text) !== null)) {
    const direct = await hearDirect(event, context);
    if (direct !== null) return direct;
  }
  const isOpening = known === null || isOvertaken(known, event);
  const found = isOpening ? await opened(event, context, draft, known) : known;
  if (found) await append(event, context, draft, found, isOpening);
  return draft.outcome();
}

async function knownFor(event: EventOf<"message">, context: Context): Promise<Interaction | null> {
  const known = (await askedDirectly(event, context)) ?? (await interactionIn(context, event.conversation));
  return known ?? answeredBeside(event, context);
}

/** Whether it seemed that the team had begun the conversation, as an answer came before the customer's first message. */
function isOvertaken(known: Interaction, { author, at }: EventOf<"message">): boolean {
  const isUnheard = known.customerMessages === 0 && known.resolutionCount === 0;
  return isUnheard && known.openedBy === "team" && author.role === "customer" && at < known.openedAt;
}

/** The interaction that the message begins, for whom it does; what has been heard in it before stays in it. */
async function opened(
  event: EventOf<"message">,
  context: Context,
  draft: Draft,
  known: Interaction | null,
): Promise<Interaction | null> {
  const opening = openingOf(event);
  const begun = opening && (await begin(context, draft, { ...event, ...opening }));
  if (known === null || begun === null) return begun;
  const { customerId, openedBy, openedAt } = begun;
  return { ...known, customerId, openedBy, openedAt };
}

/** A score in a place of its own, beside the conversation: the interaction of the one question that its author has still to answer there. */
async function answeredBeside(event: EventOf<"message">, context: Context): Promise<Interaction | null> {
  const { author, text, conversation } = event;
  const customer = author.role === "customer" ? await customerAt(context, author.address) : null;
  if (customer === null) return null;
  const state = ["asked", "reminded"] as const;
  const open = await context.store.list("survey", { where: { customerId: customer.id, state }, limit: 2 });
  const [survey] = open;
  if (survey === undefined || open.length > 1 || spaceOf(survey.askIn) !== spaceOf(conversation)) return null;
  const { kind } = readReply(text, survey);
  return kind === "score" || kind === "scored-words" ? context.store.get("interaction", survey.interactionId) : null;
}

async function append(
  event: EventOf<"message">,
  context: Context,
  draft: Draft,
  found: Interaction,
  isOpening: boolean,
): Promise<void> {
  const { conversation, messageId, author, text, attachments = [], at, editedAt } = event;
  const id = entryId(conversation, messageId);
  const known = isOpening ? null : await updateKnown(context, draft, author, at);
  const isOwn = isOpening || known?.id === found.customerId;
  const { address, name = null, role } = author;
  const interaction = appendEntry(draft, found, { id, role, address, name, text, attachments, at, editedAt, isOwn });
  draft.put("interaction", interaction);
  const isAlone = found.version === 0 || event.conversation === address;
  if (isAlone && draft.drafted("amendment", id) === undefined) draft.put("amendment", alreadyCome(id, at));
  if (event.isDirect && found.version === 0)
    draft.say({ id: context.ids.next(), to: event.conversation, message: openedMessage(event, context) });
}

function openedMessage({ author }: EventOf<"message">, { wording, settings }: Context): OutboundMessage {
  const text = wording.say(wording.choose(author.locale, settings.desk.locale), "direct.opened");
  return { kind: "notice", text, actions: [] };
}
