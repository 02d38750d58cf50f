import type { Context } from "hono";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { Refusal } from "../../../../src/outcome.ts";
import { acceptedLanguages } from "../../accepted-languages.ts";
import type { PageDesk } from "../../desk.ts";
import { type Form, LONGEST_TEXT } from "../form.ts";
import { chatAddress, customerAddress, nameFrom } from "../people.ts";
import { type ChatKey, type CustomerChat, loadChat } from "./chat.ts";
import type { ChatSeat } from "./chat-seat.ts";
import type { ChatNote } from "./chat-view.ts";
import { customerAct, isForBot } from "./customer-acts.ts";
import { customerPage } from "./customer-page.ts";

/** Somebody at a chat: which one, where it is served, and what they ask. */
export interface ChatVisit {
  readonly context: Context;
  readonly desk: PageDesk;
  readonly seat: ChatSeat;
  readonly key: ChatKey;
  /** Id that a further conversation would have. */
  readonly fresh: string;
}

/** A new id for a conversation or somebody in it. */
export function freshId(desk: Pick<PageDesk, "ids">): string {
  return desk.ids
    .secret()
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(-10);
}

/** The language to speak: the customer's own, else the asked one, else the browser's, else the desk's. */
export function localeFor(desk: PageDesk, chat: CustomerChat | null, context: Context): string {
  const asked = context.req.query("lang");
  return desk.wording.choose(chat?.customer?.locale, asked, ...acceptedLanguages(context), desk.settings.desk.locale);
}

/** The page of the chat, with what could not be done; to whom it does not belong, their own. */
export async function showChat(
  visit: ChatVisit,
  note: ChatNote | null = null,
  status: 200 | 422 | 429 = 422,
): Promise<Response> {
  const { context, desk, seat, key, fresh } = visit;
  const chat = await loadChat(desk, key);
  if (!chat) return context.redirect(seat.own(key), 303);
  const frame = { desk, seat, chat, locale: localeFor(desk, chat, context), note };
  return context.html(customerPage(frame, fresh), note ? status : 200);
}

/** Whether it is still to be said here: what the bot says about somebody else's question stands in a chat that only they see. */
export function isUnsaid({ told, code }: Refusal): boolean {
  return !told || code === "not-yours";
}

/** Says at the field itself that its text is too long; what was typed stands there still. */
async function refuseLong(visit: ChatVisit, note: ChatNote): Promise<Response | null> {
  if (note.typed.length <= LONGEST_TEXT) return null;
  const { context, desk, key } = visit;
  const locale = localeFor(desk, await loadChat(desk, key), context);
  return showChat(visit, { ...note, text: desk.wording.say(locale, "page.tooLong", { most: LONGEST_TEXT }) });
}

/** Nothing stands in the chat any more: that everything is deleted is said on an empty page. */
function sayForgotten({ context, desk, seat, key, fresh }: ChatVisit, before: CustomerChat) {
  const locale = localeFor(desk, before, context);
  const text = desk.wording.say(locale, "privacy.forgotten");
  const chat = { me: key.me, chat: fresh, customer: null, interaction: null, items: [] };
  const note = { where: "message", text, typed: "" };
  return context.html(customerPage({ desk, seat, chat, locale, note }, fresh));
}

async function handle(visit: ChatVisit, event: InboundEvent, note: ChatNote): Promise<Response> {
  const { context, desk, seat, key } = visit;
  const before = await loadChat(desk, key);
  const { refusal } = await desk.bot.handle(event);
  if (!refusal && before && event.kind === "forget-wanted" && event.isSure) return sayForgotten(visit, before);
  if (refusal && isUnsaid(refusal)) return showChat(visit, { ...note, text: refusal.text });
  return context.redirect(`${seat.page(key)}#latest`, 303);
}

function zoneIn(form: Form): string | null {
  const zone = form.text("zone");
  try {
    return zone === "" ? null : new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Who writes, as their form and their browser say. */
export function writerOf(desk: PageDesk, form: Form, me: string): Person {
  const locale = form.text("locale");
  return {
    address: customerAddress(me),
    role: "customer",
    name: nameFrom(form.text("name")),
    locale: desk.wording.locales.includes(locale) ? locale : null,
    zone: zoneIn(form),
  };
}

/** What a customer wrote, as an event. */
export function messageIn(desk: PageDesk, form: Form, chat: CustomerChat, author: Person): InboundEvent {
  const product = desk.settings.products.find(({ id }) => id === form.text("product"))?.id ?? null;
  return {
    kind: "message",
    id: form.eventId,
    at: desk.clock.now(),
    conversation: chatAddress(chat.chat),
    messageId: form.id,
    author,
    text: form.text("text"),
    product,
    ...(isForBot(form.text("text"), chat.interaction !== null) ? { isDirect: true } : {}),
  };
}

/** Takes a message that was sent in the chat. */
export async function takeMessage(visit: ChatVisit, form: Form): Promise<Response> {
  const { context, desk, seat, key } = visit;
  const chat = await loadChat(desk, key);
  if (form.text("text") === "" || !chat) return context.redirect(seat.page(key), 303);
  const note = { where: "message", text: "", typed: form.text("text") };
  const refused = await refuseLong(visit, note);
  return refused ?? handle(visit, messageIn(desk, form, chat, writerOf(desk, form, key.me)), note);
}

/** Takes what was pressed, or written in a form of a post. */
export async function takeAct(visit: ChatVisit, form: Form): Promise<Response> {
  const { desk, key } = visit;
  const note = { where: form.text("place"), text: "", typed: form.text("comment") };
  const refused = await refuseLong(visit, note);
  const by: Person = { address: customerAddress(key.me), role: "customer" };
  return refused ?? handle(visit, customerAct(form, by, key.chat, desk.clock.now()), note);
}
