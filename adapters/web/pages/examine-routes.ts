import { Hono } from "hono";
import { FINDINGS } from "../../../src/digest/examination.ts";
import { parseWeek } from "../../../src/digest/week.ts";
import type { PageDesk } from "../desk.ts";
import { refusalPage } from "../refusal-page.ts";
import { type Form, readForm, textLimit } from "./form.ts";
import { spoken } from "./page-words.ts";
import { pagePath, type Seated, seatedAt } from "./seated.ts";

/** Back to where it was looked at. */
function backTo(desk: PageDesk, seated: Seated | null, form: Form): string {
  const conversation = form.text("conversation");
  if (conversation !== "") return pagePath(desk, seated, `/conversations/${encodeURIComponent(conversation)}`);
  const week = parseWeek(form.text("week"));
  return week === null ? pagePath(desk, seated, "/digest") : `${pagePath(desk, seated, `/digest/${week}`)}#against`;
}

/** Telling what was found about words that disagree with a number, from whichever page. */
export function examineRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/examine", textLimit());
  app.post("/examine", async (context) => {
    const form = await readForm(context, desk.ids);
    const seated = seatedAt(context, "lead", form.text("name"));
    const found = FINDINGS.find((one) => one === form.text("found"));
    const back = backTo(desk, seated, form);
    if (seated === null || found === undefined) return context.redirect(back, 303);
    const stamp = { id: form.eventId, at: desk.clock.now(), by: seated.by };
    const event = { kind: "words-examined", ...stamp, subject: form.text("subject"), found } as const;
    const { refusal } = await desk.bot.handle(event);
    if (!refusal) return context.redirect(back, 303);
    const { lang, say } = spoken(desk);
    const status = refusal.code === "not-allowed" ? 403 : 404;
    return refusalPage(context, { status, title: say("against.title"), text: refusal.text, lang });
  });
  return app;
}
