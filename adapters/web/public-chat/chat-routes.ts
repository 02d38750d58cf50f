import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { retryAfter } from "../budget.ts";
import { callerOf } from "../caller.ts";
import type { PageDesk } from "../desk.ts";
import type { OwnAddress } from "../own-address.ts";
import { pageShell } from "../page-shell.ts";
import { loadChat } from "../pages/customer/chat.ts";
import type { ChatSeat } from "../pages/customer/chat-seat.ts";
import { type ChatVisit, localeFor, showChat, takeAct, takeMessage } from "../pages/customer/chat-visit.ts";
import { type Form, readForm } from "../pages/form.ts";
import { customerIn, keepCustomer } from "./chat-cookie.ts";
import type { ChatFeeds } from "./chat-feed.ts";
import type { FloodLimits } from "./limits.ts";
import { ownIds, ownPrefix } from "./own-ids.ts";

/** What the customers' own ways in share at one desk. */
export interface PublicChat {
  readonly desk: PageDesk;
  readonly address: OwnAddress;
  readonly limits: FloodLimits;
  readonly feeds: ChatFeeds;
  /** Whether people come by a name of their own, so that there may be a proxy before us. */
  readonly hasPublicUrl: boolean;
}

/** The customers' own door: whose chat it is only their cookie says, and nothing stands in the address bar. */
function doorSeat({ path }: Pick<PageDesk, "path">): ChatSeat {
  const page = path("/chat");
  return {
    page: () => page,
    fresh: () => `${page}?new`,
    own: () => page,
    message: path("/chat/message"),
    act: path("/chat/act"),
    feed: path("/chat/live"),
    home: page,
    isPublic: true,
    fields: ({ chat }) => ({ chat }),
  };
}

/** Whether customers may write here without being named by the company's own site. */
function isOpen({ settings: { chat } }: PageDesk): boolean {
  return chat.public && chat.identity === "optional";
}

function closedPage(context: Context, desk: PageDesk): Response | Promise<Response> {
  const lang = localeFor(desk, null, context);
  const { brand } = desk.settings.desk;
  const text = desk.wording.say(lang, "chat.shut", { brand });
  const title = desk.wording.say(lang, "chat.title", { brand });
  return context.html(pageShell({ lang, title, className: "survey-page" }, html`<p class="notice">${text}</p>`), 404);
}

/** The visit of a browser to its own chat: the named conversation, the latest one, or the one that is to begin. */
async function visitOf(context: Context, shared: PublicChat, me: string, chat: string | null): Promise<ChatVisit> {
  const { desk } = shared;
  const { latest, fresh } = await ownIds(desk, me, chat);
  return { context, desk, seat: doorSeat(desk), key: { me, chat: latest ?? fresh }, fresh };
}

async function refuseFlood(
  visit: ChatVisit,
  { limits, hasPublicUrl }: PublicChat,
  form: Form,
): Promise<Response | null> {
  const { context, desk, key } = visit;
  const chat = await loadChat(desk, key);
  const isNew = chat?.interaction === null && form.text("text") !== "";
  const sender = { me: key.me, caller: callerOf(context, hasPublicUrl), isNew };
  const wait = limits.waitFor(sender, desk.settings.chat, desk.clock.now());
  if (wait === 0) return null;
  context.header("Retry-After", retryAfter(wait));
  const text = desk.wording.say(localeFor(desk, chat, context), "chat.tooMany");
  const isMessage = form.text("act") === "";
  const where = isMessage ? "message" : form.text("place");
  return showChat(visit, { where, text, typed: form.text(isMessage ? "text" : "comment") }, 429);
}

/** A browser that keeps no cookie has no chat of its own: that is said, and what was typed stands there still. */
async function sayCookie(context: Context, shared: PublicChat, form: Form): Promise<Response> {
  const { desk, address } = shared;
  const visit = await visitOf(context, shared, await keepCustomer(context, address, desk), null);
  const text = desk.wording.say(localeFor(desk, null, context), "chat.cookie");
  return showChat(visit, { where: "message", text, typed: form.text("text") });
}

/** What a browser sent to its own chat: a form of somebody else's conversation is taken as one of theirs that is not there. */
async function take(
  context: Context,
  shared: PublicChat,
  act: (visit: ChatVisit, form: Form) => Promise<Response>,
): Promise<Response> {
  const { desk, address } = shared;
  if (!isOpen(desk)) return closedPage(context, desk);
  const me = await customerIn(context, address, desk.deskId);
  const form = await readForm(context, desk.ids, me ?? undefined);
  if (me === null) return sayCookie(context, shared, form);
  const visit = await visitOf(context, shared, me, form.text("chat"));
  return (await refuseFlood(visit, shared, form)) ?? act(visit, form);
}

/** The chat of whoever comes with a browser, without any key. */
export function chatRoutes(shared: PublicChat): Hono {
  const { desk, address, feeds } = shared;
  const app = new Hono();
  app.get("/chat", async (context) => {
    if (!isOpen(desk)) return closedPage(context, desk);
    const me = await keepCustomer(context, address, desk);
    const visit = await visitOf(context, shared, me, null);
    const isFresh = context.req.query("new") !== undefined;
    return showChat(isFresh ? { ...visit, key: { me, chat: visit.fresh } } : visit);
  });
  app.post("/chat/message", (context) => take(context, shared, takeMessage));
  app.post("/chat/act", (context) => take(context, shared, takeAct));
  app.get("/chat/live", async (context) => {
    const me = isOpen(desk) ? await customerIn(context, address, desk.deskId) : null;
    if (me === null) return closedPage(context, desk);
    return feeds.stream(context, me, await ownPrefix(me));
  });
  return app;
}
