import { type Context, Hono } from "hono";
import { eventOfForm, eventOfPress } from "../../../../src/chat/button-events.ts";
import { gatherPast, gatherToEnhance } from "../../../../src/chat/find-enhancements.ts";
import type { PageDesk } from "../../desk.ts";
import { readForm } from "../form.ts";
import { wordsOf } from "../page-words.ts";
import { readPage } from "../read-page.ts";
import { pagePath, readerAt, type Seated, seatedAt } from "../seated.ts";
import { type EnhanceNote, enhancePage } from "./enhance-page.ts";

/** So many points stand on the page, unless it is asked for more. */
const FIRST_POINTS = 40;

function show(context: Context, desk: PageDesk, seated: Seated | null, note: EnhanceNote | null): Promise<Response> {
  const isWhole = context.req.query("more") !== undefined;
  const look = { by: seated?.by ?? readerAt(context), right: "read-figures", what: "enhance page" } as const;
  return readPage(context, desk, look, {
    find: (reading) => Promise.all([gatherToEnhance(reading, isWhole ? undefined : FIRST_POINTS), gatherPast(reading)]),
    draw: ([products, past], opened) =>
      context.html(
        enhancePage({ desk: opened, seated, note, products, past, isWhole, ...wordsOf(opened) }),
        note ? 422 : 200,
      ),
  });
}

/** The list of what is to be made better, and what can be done about it. */
export function enhanceRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.get("/team/enhance", (context) => show(context, desk, seatedAt(context, "lead"), null));
  app.post("/team/enhance", async (context) => {
    const form = await readForm(context, desk.ids);
    const seated = seatedAt(context, "lead", form.text("name"));
    if (seated === null) return context.redirect(desk.path("/team/enhance"), 303);
    const [act, subject, typed] = [form.text("act"), form.text("subject"), form.text("note")];
    const stamp = { id: form.eventId, at: desk.clock.now(), by: seated.by };
    const filled = { note: typed, product: "", verdict: "" };
    const event = eventOfForm(act, subject, filled, stamp) ?? eventOfPress({ name: act, subject }, stamp);
    const { refusal } = await desk.bot.handle(event);
    if (!refusal) return context.redirect(pagePath(desk, seated, "/team/enhance"), 303);
    return show(context, desk, seated, { id: subject, act, text: refusal.text, typed });
  });
  return app;
}
