import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { InboundEvent } from "../../../src/events.ts";
import { callerOf } from "../caller.ts";
import type { PageDesk } from "../desk.ts";
import { loadChat } from "../pages/customer/chat.ts";
import { isUnsaid, localeFor, messageIn, writerOf } from "../pages/customer/chat-visit.ts";
import { customerAct } from "../pages/customer/customer-acts.ts";
import { type Form, LONGEST_TEXT, readForm } from "../pages/form.ts";
import { customerAddress } from "../pages/people.ts";
import { publicFile } from "../pages/static-files.ts";
import type { PublicChat } from "./chat-routes.ts";
import { ownIds, ownPrefix } from "./own-ids.ts";
import { widgetChat } from "./widget-chat.ts";
import { claimIn, visitorOf, type WidgetVisitor } from "./widget-visitor.ts";
import { widgetWords } from "./widget-words.ts";

/** For so long a browser need not ask again whether a site may call, seconds. */
const ASKED_AGAIN_AFTER = 600;

/** Lets the pages of the named sites call, and no others: who calls is said in each call and never by a cookie. */
function sitesOnly({ settings }: PageDesk): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header("origin");
    const { chat } = settings;
    const isNamed = chat.sites.some((site) => new URL(site).origin === origin);
    if (!chat.public || origin === undefined || !isNamed)
      return context.json({ error: "This site is not among chat.sites." }, 403);
    context.header("Access-Control-Allow-Origin", origin);
    context.header("Vary", "Origin");
    if (context.req.method !== "OPTIONS") return next();
    context.header("Access-Control-Allow-Methods", "GET, POST");
    context.header("Access-Control-Allow-Headers", "Authorization, Content-Type");
    context.header("Access-Control-Max-Age", String(ASKED_AGAIN_AFTER));
    return context.body(null, 204);
  };
}

/** A call of the widget by somebody who may write. */
interface WidgetCall {
  readonly context: Context;
  readonly shared: PublicChat;
  readonly visitor: WidgetVisitor;
}

async function answer(
  { context, shared, visitor }: WidgetCall,
  chatId: string,
  note: string | null,
  status: 200 | 422 | 429,
) {
  const { desk } = shared;
  const { me, name } = visitor;
  const own = await loadChat(desk, { me, chat: chatId });
  const chat = own ?? { me, chat: chatId, customer: null, interaction: null, items: [] };
  const locale = localeFor(desk, chat, context);
  return context.json({ note, ...widgetChat({ desk, chat, locale, isNamed: name !== null }) }, status);
}

/** How long the call has to wait, so that nobody floods the chat; null where it need not. */
async function flooded(call: WidgetCall, form: Form, isNew: boolean): Promise<string | null> {
  const { context, shared, visitor } = call;
  const { desk, limits, hasPublicUrl } = shared;
  const sender = { me: visitor.me, caller: callerOf(context, hasPublicUrl), isNew: isNew && form.text("text") !== "" };
  const wait = limits.waitFor(sender, desk.settings.chat, desk.clock.now());
  if (wait === 0) return null;
  context.header("Retry-After", String(Math.ceil(wait / 1000)));
  return desk.wording.say(localeFor(desk, null, context), "chat.tooMany");
}

/** Takes a message, or what was pressed or written in a form of a post, into a conversation of the caller's own. */
async function take(call: WidgetCall): Promise<Response> {
  const { context, shared, visitor } = call;
  const { desk } = shared;
  const form = await readForm(context, desk.ids, visitor.me);
  const { latest, fresh } = await ownIds(desk, visitor.me, form.text("chat"));
  const chatId = latest ?? fresh;
  const chat = await loadChat(desk, { me: visitor.me, chat: chatId });
  if (!chat) return context.json({ error: "This conversation is not yours." }, 403);
  const tooMany = await flooded(call, form, chat.interaction === null);
  if (tooMany !== null) return answer(call, chatId, tooMany, 429);
  const written = form.text("act") === "" ? form.text("text") : form.text("comment");
  if (written.length > LONGEST_TEXT) {
    const locale = localeFor(desk, chat, context);
    return answer(call, chatId, desk.wording.say(locale, "page.tooLong", { most: LONGEST_TEXT }), 422);
  }
  const { refusal } = await desk.bot.handle(eventIn(call, form, chat));
  const isForgotten = refusal === undefined && form.text("act") === "forget-sure";
  if (isForgotten)
    return answer(call, fresh, desk.wording.say(localeFor(desk, chat, context), "privacy.forgotten"), 200);
  return answer(
    call,
    chatId,
    refusal && isUnsaid(refusal) ? refusal.text : null,
    refusal && isUnsaid(refusal) ? 422 : 200,
  );
}

function eventIn(
  { shared: { desk }, visitor }: WidgetCall,
  form: Form,
  chat: Parameters<typeof messageIn>[2],
): InboundEvent {
  const by = { address: customerAddress(visitor.me), role: "customer" } as const;
  if (form.text("act") !== "") return customerAct(form, by, chat.chat, desk.clock.now());
  const writer = writerOf(desk, form, visitor.me);
  return messageIn(desk, form, chat, { ...writer, name: visitor.name ?? writer.name ?? null, email: visitor.email });
}

/** The widget's script, and the calls that it makes from pages of the named sites. */
export function widgetRoutes(shared: PublicChat, secrets: readonly string[]): Hono {
  const { desk, feeds } = shared;
  const app = new Hono();
  const known = (act: (call: WidgetCall) => Promise<Response>) => async (context: Context) => {
    const claim = claimIn(context);
    const visitor = claim && (await visitorOf(claim, secrets, desk.settings.chat.identity));
    if (visitor) return act({ context, shared, visitor });
    return context.json({ error: "Who writes here must be signed by the site; see chat.identity." }, 403);
  };
  app.get("/widget.js", (context) => publicFile(context, "widget.js"));
  app.use("/widget/*", sitesOnly(desk));
  app.get("/widget/words", (context) => context.json(widgetWords(desk, localeFor(desk, null, context))));
  app.get(
    "/widget/chat",
    known(async (call) => {
      const { latest, fresh } = await ownIds(desk, call.visitor.me, null);
      return answer(call, call.context.req.query("new") === undefined ? (latest ?? fresh) : fresh, null, 200);
    }),
  );
  app.post("/widget/message", known(take));
  app.post("/widget/act", known(take));
  app.get(
    "/widget/live",
    known(async ({ context, visitor: { me } }) => feeds.stream(context, me, await ownPrefix(me))),
  );
  return app;
}
