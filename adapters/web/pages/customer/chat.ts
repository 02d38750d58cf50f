import type { Customer } from "../../../../src/interaction/customer.ts";
import type { Interaction, Resolution } from "../../../../src/interaction/interaction.ts";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import { may } from "../../../../src/rights.ts";
import type { Revision } from "../../../../src/survey/response.ts";
import type { PageDesk, ReadingDesk } from "../../desk.ts";
import { chatAddress, customerAddress } from "../people.ts";
import { type ShownPost, shownPosts } from "../shown-posts.ts";

/** Which conversation of which customer a page shows. */
export interface ChatKey {
  readonly me: string;
  readonly chat: string;
}

/** One thing standing in a chat. */
export type ChatItem =
  | { readonly kind: "entry"; readonly at: number; readonly entry: Entry }
  | { readonly kind: "post"; readonly at: number; readonly post: ShownPost }
  | { readonly kind: "given"; readonly at: number; readonly given: ChatAnswer }
  | { readonly kind: "resolved"; readonly at: number };

/** What the customer answered by button or form, which is in no transcript: a score, words or both. */
export interface ChatAnswer {
  readonly id: string;
  readonly score: number | null;
  readonly comment: string | null;
}

/** A conversation as its customer sees it; what the bot said is taken from its posts. */
export interface CustomerChat extends ChatKey {
  readonly customer: Customer | null;
  /** Null before the first message. */
  readonly interaction: Interaction | null;
  /** Oldest first. */
  readonly items: readonly ChatItem[];
}

/** The customer known by that id, or null before their first message. */
export async function customerOf(desk: PageDesk, me: string): Promise<Customer | null> {
  const identity = await desk.store.get("identity", customerAddress(me));
  return identity && desk.store.get("customer", identity.customerId);
}

/** The ids of the customer's conversations here, the one they were last in first. */
export async function ownChats(desk: PageDesk, customer: Customer | null): Promise<string[]> {
  if (!customer) return [];
  const own = await desk.store.list("interaction", {
    where: { customerId: customer.id },
    orderBy: "lastActivityAt",
    descending: true,
  });
  const prefix = chatAddress("");
  return own
    .filter(({ conversation }) => conversation.startsWith(prefix))
    .map(({ conversation }) => conversation.slice(prefix.length));
}

/** The id of the conversation the customer was last in; null if there is none. */
export async function latestChat(desk: PageDesk, customer: Customer | null): Promise<string | null> {
  return (await ownChats(desk, customer))[0] ?? null;
}

async function postsFor(desk: ReadingDesk, interaction: Interaction, me: string): Promise<ShownPost[]> {
  const address = customerAddress(me);
  const lane = [...new Set([interaction.askIn, interaction.conversation])];
  return shownPosts(await desk.store.list("post", { where: { lane, state: "posted" } }), address);
}

/** When the conversation was resolved, while that stands and no answer has come back. */
async function resolvedAt(desk: ReadingDesk, interaction: Interaction): Promise<number | null> {
  if (interaction.resolutionId === null) return null;
  const resolution: Resolution | null = await desk.store.get("resolution", interaction.resolutionId);
  return resolution === null || resolution.fate === "answered" ? null : resolution.at;
}

function givenIn(revision: Revision, before: Revision | undefined): ChatAnswer {
  return {
    id: revision.id,
    score: revision.score === before?.score ? null : revision.score,
    comment: revision.comment === (before?.comment ?? null) ? null : revision.comment,
  };
}

async function givenItems(desk: ReadingDesk, interaction: Interaction): Promise<ChatItem[]> {
  const responses = await desk.store.list("response", { where: { interactionId: interaction.id } });
  const histories = await Promise.all(
    responses.map(({ id }) => desk.store.list("revision", { where: { responseId: id }, orderBy: "number" })),
  );
  return histories.flatMap((history) =>
    history.flatMap((revision, index) => {
      const given = givenIn(revision, history[index - 1]);
      const isShown = revision.via !== "typed" && (given.score !== null || given.comment !== null);
      return isShown ? [{ kind: "given" as const, at: revision.at, given }] : [];
    }),
  );
}

/** Whether an answer to the recommend question is wanted there: "this is solved" and the question do not stand side by side. */
function asksForScore({ message }: ShownPost): boolean {
  return message.actions.some(({ name }) => name === "score");
}

async function itemsOf(desk: ReadingDesk, interaction: Interaction, me: string): Promise<ChatItem[]> {
  const [entries, posts, given, resolved] = await Promise.all([
    desk.store.list("entry", { where: { interactionId: interaction.id }, orderBy: "position" }),
    postsFor(desk, interaction, me),
    givenItems(desk, interaction),
    resolvedAt(desk, interaction),
  ]);
  const isAsked = posts.some((post) => post.at >= (resolved ?? 0) && asksForScore(post));
  const items: ChatItem[] = [
    ...entries
      .filter(({ author }) => author !== "bot")
      .map((entry) => ({ kind: "entry" as const, at: entry.at, entry })),
    ...given,
    ...(resolved === null || isAsked ? [] : [{ kind: "resolved" as const, at: resolved }]),
    ...posts.map((post) => ({ kind: "post" as const, at: post.at, post })),
  ];
  return items.toSorted((a, b) => a.at - b.at);
}

/** What the bot has said where no conversation has begun: it was asked something for itself. */
async function postsBefore(desk: ReadingDesk, { me, chat }: ChatKey): Promise<ChatItem[]> {
  const posts = await desk.store.list("post", { where: { lane: chatAddress(chat), state: "posted" } });
  return shownPosts(posts, customerAddress(me)).map((post) => ({ kind: "post", at: post.at, post }));
}

/** The conversation with all that stands in it; null if it is somebody else's. */
export async function loadChat(desk: PageDesk, key: ChatKey): Promise<CustomerChat | null> {
  const customer = await customerOf(desk, key.me);
  const [interaction = null] = await desk.store.list("interaction", {
    where: { conversation: chatAddress(key.chat) },
    limit: 1,
  });
  const isOwn = !interaction || interaction.customerId === customer?.id;
  if (!may("customer", "read-transcript", isOwn)) return null;
  if (!customer) return { ...key, customer, interaction, items: [] };
  const own: ReadingDesk = { ...desk, store: desk.bot.ownWords(customer.id) };
  const items = interaction ? await itemsOf(own, interaction, key.me) : await postsBefore(own, key);
  return { ...key, customer, interaction, items };
}
