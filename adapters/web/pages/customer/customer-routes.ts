import { type Context, Hono } from "hono";
import type { PageDesk } from "../../desk.ts";
import { type Form, readForm } from "../form.ts";
import { isShortId } from "../people.ts";
import { type ChatKey, customerOf, latestChat } from "./chat.ts";
import { trialSeat } from "./chat-seat.ts";
import { type ChatVisit, freshId, showChat, takeAct, takeMessage } from "./chat-visit.ts";

function keyIn(form: Form): ChatKey | null {
  const me = form.text("me");
  const chat = form.text("chat");
  return isShortId(me) && isShortId(chat) ? { me, chat } : null;
}

/** The customer's seat of the local trial: a customer per link, for whoever has the desk's key. */
export function customerRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  const seat = trialSeat(desk);
  const visit = (context: Context, key: ChatKey): ChatVisit => ({ context, desk, seat, key, fresh: freshId(desk) });
  app.get("/customer", async (context) => {
    const { me, chat, lang } = context.req.query();
    if (!isShortId(me)) return context.redirect(desk.path(`/customer?me=${freshId(desk)}`));
    if (isShortId(chat)) return showChat(visit(context, { me, chat }));
    const latest = (await latestChat(desk, await customerOf(desk, me))) ?? freshId(desk);
    return context.redirect(`${seat.page({ me, chat: latest })}${lang ? `&lang=${encodeURIComponent(lang)}` : ""}`);
  });
  app.post("/customer/message", async (context) => {
    const form = await readForm(context, desk.ids);
    const key = keyIn(form);
    return key ? takeMessage(visit(context, key), form) : context.redirect(desk.path("/customer"), 303);
  });
  app.post("/customer/act", async (context) => {
    const form = await readForm(context, desk.ids);
    const key = keyIn(form);
    return key ? takeAct(visit(context, key), form) : context.redirect(desk.path("/customer"), 303);
  });
  return app;
}
