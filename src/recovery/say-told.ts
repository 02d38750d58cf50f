import type { Context } from "../context.ts";
import type { EventOf, InboundEvent } from "../events.ts";
import { appendBotEntry } from "../interaction/append-entry.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { createDraft, type Draft, type Outcome, type RowChange } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { directLine } from "../survey/find-direct-line.ts";
import { quietUntil } from "../survey/quiet-hours.ts";
import type { Announcement, LeftOut, ToldRow } from "./announcement.ts";
import { toldId } from "./announcement.ts";
import { gatherAudience } from "./gather-audience.ts";
import { toldText } from "./telling-messages.ts";

/** So many customers are listed in one save. */
const PAGE = 200;

/** The clock goes on with a confirmed telling: the next customers are put down to be told, each by themselves. */
export async function listTold(event: EventOf<"announcement-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const telling = await context.store.get("announcement", event.subject);
  if (telling?.state !== "confirmed" || telling.dueAt === null || telling.dueAt > event.at) return draft.outcome();
  const page = await gatherAudience(context, telling, { after: telling.listed, most: PAGE });
  for (const { customer, interactionId, reason, known } of page) {
    if (reason !== null) continue;
    const row = { id: toldId(telling, customer.id), version: known?.version ?? 0, announcementId: telling.id };
    const fresh = { state: "waiting", reason: null, dueAt: event.at, postId: null } as const;
    draft.put("told", { ...row, customerId: customer.id, interactionId, ...fresh });
  }
  const isDone = page.length < PAGE;
  const listed = page.at(-1)?.customer.id ?? telling.listed;
  draft.put("announcement", { ...telling, listed, dueAt: isDone ? null : event.at });
  return draft.outcome();
}

/** What stands against telling the customer by now, which is looked at when they are listed, told, and once more as it leaves. */
function standsAgainst({ optedOutAt, teamMember }: Customer): LeftOut | null {
  if (teamMember) return "team-member";
  return optedOutAt === null ? null : "opted-out";
}

function leftOut(told: ToldRow, reason: LeftOut): ToldRow {
  return { ...told, state: "left-out", reason, dueAt: null };
}

/** The clock has reached a customer who is to be told: they are, unless they have opted out meanwhile; in quiet hours they wait for their end. */
export async function sayTold(event: EventOf<"told-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { store } = context;
  const told = await store.get("told", event.subject);
  if (told?.state !== "waiting" || told.dueAt === null || told.dueAt > event.at) return draft.outcome();
  const telling = await store.get("announcement", told.announcementId);
  const customer = await store.get("customer", told.customerId);
  const interaction = await store.get("interaction", told.interactionId);
  if (!telling || !customer || !interaction) throw new Error(`What ${told.id} is about is lost`);
  const reason = standsAgainst(customer);
  const freeAt = quietUntil(event.at, context.settings, customer);
  // Its version guards against an opt-out that is being saved at this moment.
  draft.put("customer", customer);
  if (reason !== null) draft.put("told", leftOut(told, reason));
  else if (freeAt > event.at) draft.put("told", { ...told, dueAt: freeAt });
  else await say(context, draft, { told, telling, customer, interaction });
  return draft.outcome();
}

/** Whom something is told, and where. */
interface ToldFile {
  readonly told: ToldRow;
  readonly telling: Announcement;
  readonly customer: Customer;
  readonly interaction: Interaction;
}

/** On the customer's direct line where they have agreed to that, else in their conversation, where they are called. */
async function say(context: Context, draft: Draft, { told, telling, customer, interaction }: ToldFile): Promise<void> {
  const line = await directLine(context, interaction);
  const isDirect = line !== null && customer.directConsentAt !== null;
  const mentions = line === null || isDirect ? {} : { mentions: [line] };
  const text = toldText(context, telling.sentence);
  const postId = context.ids.next();
  const message = { kind: "notice", text, actions: [], ...mentions, told: told.id } as const;
  draft.say({ id: postId, to: isDirect ? line : interaction.askIn, message });
  draft.put("told", { ...told, state: "said", dueAt: null, postId });
}

/** Keeps what is told from leaving to somebody who has opted out meanwhile, or in quiet hours: then it is said anew at their end. True where it was kept. */
export async function holdTold(context: Context, draft: Draft, post: Post, at: number): Promise<boolean> {
  const told = post.message.told === undefined ? null : await context.store.get("told", post.message.told);
  const customer = told && (await context.store.get("customer", told.customerId));
  if (!told || !customer || told.postId !== post.id) return false;
  const reason = standsAgainst(customer);
  const freeAt = quietUntil(at, context.settings, customer);
  // Its version guards against an opt-out that is being saved at this moment.
  draft.put("customer", customer);
  if (reason === null && freeAt <= at) return false;
  draft.put("post", { ...post, state: "withdrawn" });
  draft.put(
    "told",
    reason === null ? { ...told, state: "waiting", dueAt: freeAt, postId: null } : leftOut(told, reason),
  );
  return true;
}

/** What was told has been posted, and stands in the transcript; or it did not get through, and the customer was not told. */
export async function settleTold(
  context: Context,
  draft: Draft,
  { before, after: post }: RowChange<"post">,
  { at }: InboundEvent,
): Promise<void> {
  if (post.message.told === undefined || before?.state === post.state) return;
  const told = await context.store.get("told", post.message.told);
  if (told?.postId !== post.id) return;
  if (post.state === "failed") draft.put("told", leftOut(told, "unreachable"));
  const interaction = post.state === "posted" ? await context.store.get("interaction", told.interactionId) : null;
  if (interaction) draft.put("interaction", appendBotEntry(draft, interaction, post, at));
}
