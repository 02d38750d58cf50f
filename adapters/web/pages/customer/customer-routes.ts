import { type Context, Hono } from "hono";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { Refusal } from "../../../../src/outcome.ts";
import type { PageDesk } from "../../desk.ts";
import { type Form, LONGEST_TEXT, readForm } from "../form.ts";
import { chatAddress, customerAddress, isShortId, nameFrom } from "../people.ts";
import { type ChatKey, type CustomerChat, chatPage, customerOf, latestChat, loadChat } from "./chat.ts";
import type { ChatNote } from "./chat-view.ts";
import { customerAct, isForBot } from "./customer-acts.ts";
import { customerPage } from "./customer-page.ts";

function freshId(desk: PageDesk): string {
  return desk.ids
    .secret()
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(-10);
}

function localeFor(desk: PageDesk, chat: CustomerChat, context: Context): string {
  const accepted = (context.req.header("Accept-Language") ?? "").split(",").map((part) => part.split(";")[0]?.trim());
  const asked = context.req.query("lang");
  return desk.wording.choose(chat.customer?.locale, asked, ...accepted, desk.settings.desk.locale);
}

async function show(context: Context, desk: PageDesk, key: ChatKey, note: ChatNote | null = null): Promise<Response> {
  const chat = await loadChat(desk, key);
  if (!chat) return context.redirect(desk.path(`/customer?me=${key.me}`), 303);
  const frame = { desk, chat, locale: localeFor(desk, chat, context), note };
  return context.html(customerPage(frame, freshId(desk)), note ? 422 : 200);
}

/** Whether it is still to be said here: what the bot says about somebody else's question stands in a chat that only they see. */
function isUnsaid({ told, code }: Refusal): boolean {
  return !told || code === "not-yours";
}

/** Says at the field itself that its text is too long; what was typed stands there still. */
async function refuseLong(context: Context, desk: PageDesk, key: ChatKey, note: ChatNote): Promise<Response | null> {
  if (note.typed.length <= LONGEST_TEXT) return null;
  const chat = await loadChat(desk, key);
  const locale = chat ? localeFor(desk, chat, context) : desk.wording.choose(desk.settings.desk.locale);
  return show(context, desk, key, { ...note, text: desk.wording.say(locale, "page.tooLong", { most: LONGEST_TEXT }) });
}

/** Nothing stands in the chat any more: that everything is deleted is said on an empty page. */
function sayForgotten(context: Context, desk: PageDesk, before: CustomerChat): Promise<Response> | Response {
  const locale = localeFor(desk, before, context);
  const text = desk.wording.say(locale, "privacy.forgotten");
  const chat = { me: before.me, chat: freshId(desk), customer: null, interaction: null, items: [] };
  return context.html(customerPage({ desk, chat, locale, note: { where: "message", text, typed: "" } }, freshId(desk)));
}

async function act(
  context: Context,
  desk: PageDesk,
  key: ChatKey,
  event: InboundEvent,
  note: ChatNote,
): Promise<Response> {
  const before = await loadChat(desk, key);
  const { refusal } = await desk.bot.handle(event);
  if (!refusal && before && event.kind === "forget-wanted" && event.isSure) return sayForgotten(context, desk, before);
  if (refusal && isUnsaid(refusal)) return show(context, desk, key, { ...note, text: refusal.text });
  return context.redirect(`${chatPage(desk, key)}#latest`, 303);
}

function keyIn(form: Form): ChatKey | null {
  const me = form.text("me");
  const chat = form.text("chat");
  return isShortId(me) && isShortId(chat) ? { me, chat } : null;
}

function zoneIn(form: Form): string | null {
  const zone = form.text("zone");
  try {
    return zone === "" ? null : new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function writerOf(desk: PageDesk, form: Form, key: ChatKey): Person {
  const locale = form.text("locale");
  return {
    address: customerAddress(key.me),
    role: "customer",
    name: nameFrom(form.text("name")),
    locale: desk.wording.locales.includes(locale) ? locale : null,
    zone: zoneIn(form),
  };
}

function messageIn(desk: PageDesk, form: Form, key: ChatKey, author: Person, isKnown: boolean): InboundEvent {
  const product = desk.settings.products.find(({ id }) => id === form.text("product"))?.id ?? null;
  return {
    kind: "message",
    id: form.eventId,
    at: desk.clock.now(),
    conversation: chatAddress(key.chat),
    messageId: form.id,
    author,
    text: form.text("text"),
    product,
    ...(isForBot(form.text("text"), isKnown) ? { isDirect: true } : {}),
  };
}

/** The customer's seat: a chat per browser tab's link. */
export function customerRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.get("/customer", async (context) => {
    const { me, chat, lang } = context.req.query();
    if (!isShortId(me)) return context.redirect(desk.path(`/customer?me=${freshId(desk)}`));
    if (isShortId(chat)) return show(context, desk, { me, chat });
    const latest = (await latestChat(desk, await customerOf(desk, me))) ?? freshId(desk);
    return context.redirect(
      `${chatPage(desk, { me, chat: latest })}${lang ? `&lang=${encodeURIComponent(lang)}` : ""}`,
    );
  });
  app.post("/customer/message", async (context) => {
    const form = await readForm(context, desk.ids);
    const key = keyIn(form);
    if (!key) return context.redirect(desk.path("/customer"), 303);
    const chat = await loadChat(desk, key);
    if (form.text("text") === "" || !chat) return context.redirect(chatPage(desk, key), 303);
    const note = { where: "message", text: "", typed: form.text("text") };
    const refused = await refuseLong(context, desk, key, note);
    if (refused) return refused;
    return act(
      context,
      desk,
      key,
      messageIn(desk, form, key, writerOf(desk, form, key), chat.interaction !== null),
      note,
    );
  });
  app.post("/customer/act", async (context) => {
    const form = await readForm(context, desk.ids);
    const key = keyIn(form);
    if (!key) return context.redirect(desk.path("/customer"), 303);
    const note = { where: form.text("place"), text: "", typed: form.text("comment") };
    const refused = await refuseLong(context, desk, key, note);
    if (refused) return refused;
    const by: Person = { address: customerAddress(key.me), role: "customer" };
    const event = customerAct(form, by, desk.clock.now());
    return act(context, desk, key, event, note);
  });
  return app;
}
