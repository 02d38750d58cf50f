import { type Context, Hono } from "hono";
import { gatherHeld } from "../../../../src/forgetting/gather-held.ts";
import { may } from "../../../../src/rights.ts";
import type { PageDesk } from "../../desk.ts";
import { refusalPage } from "../../refusal-page.ts";
import { readForm, textLimit } from "../form.ts";
import type { Markup } from "../markup.ts";
import { spoken } from "../page-words.ts";
import { readPage } from "../read-page.ts";
import { pagePath, readerAt, type Seated, seatedAt } from "../seated.ts";
import { loadPerson, type WholePerson } from "./load-person.ts";
import { type PersonFrame, personFrame } from "./person-frame.ts";
import { forgetPage, personPage } from "./person-page.ts";

function refusal(context: Context, desk: PageDesk, status: 403 | 404, text: string): Response | Promise<Response> {
  return refusalPage(context, { status, title: desk.settings.desk.name, text, lang: spoken(desk).lang });
}

function whoReads(context: Context): Seated {
  return seatedAt(context, "lead") ?? { by: readerAt(context), name: null };
}

/** Where the page of conversations begins; null for the newest. */
function beforeIn(text: string | undefined): number | null {
  const before = Number(text ?? Number.NaN);
  return Number.isSafeInteger(before) && before > 0 ? before : null;
}

type DrawPerson = (frame: PersonFrame) => Markup;

function show(context: Context, desk: PageDesk, id: string, draw: DrawPerson, status: 200 | 422 = 200) {
  const seated = whoReads(context);
  const before = beforeIn(context.req.query("before"));
  const about = { table: "customer", subject: id };
  const look = { by: seated.by, right: "read-transcript", what: "customer page", about } as const;
  return readPage<WholePerson | null>(context, desk, look, {
    find: (reading) => loadPerson(reading, id, seated.by, before),
    draw: (person, opened) =>
      person === null
        ? refusal(context, desk, 404, spoken(desk).say("person.gone"))
        : context.html(draw(personFrame(opened, seated, person, before !== null)), status),
  });
}

/** Everything that is kept, as a file; the audit log tells of it before it leaves. */
async function give(context: Context, desk: PageDesk, id: string): Promise<Response> {
  const form = await readForm(context, desk.ids);
  const { by } = seatedAt(context, "lead", form.text("name")) ?? { by: readerAt(context) };
  const taken = { kind: "data-given", id: null, at: desk.clock.now(), by, customerId: id, via: "page" } as const;
  if (!may(by.role, "export-raw")) return refusal(context, desk, 403, spoken(desk).say("privacy.forgetOwn"));
  if ((await desk.store.get("customer", id)) === null)
    return refusal(context, desk, 404, spoken(desk).say("person.gone"));
  await desk.bot.handle(taken);
  const look = {
    by,
    right: "read-transcript",
    what: "customer data",
    about: { table: "customer", subject: id },
  } as const;
  return readPage(context, desk, look, {
    find: ({ store }) => gatherHeld(store, id),
    draw: (held) =>
      context.body(`${JSON.stringify(held, null, 2)}\n`, 200, {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="customer-${encodeURIComponent(id)}.json"`,
      }),
  });
}

async function forget(context: Context, desk: PageDesk, id: string): Promise<Response> {
  const form = await readForm(context, desk.ids);
  const seated = seatedAt(context, "lead", form.text("name"));
  const { by } = seated ?? { by: readerAt(context) };
  const wish = { kind: "forget-wanted", id: form.eventId, at: desk.clock.now(), by, customerId: id } as const;
  const { refusal: refused } = await desk.bot.handle({ ...wish, isSure: true });
  if (!refused) return context.redirect(pagePath(desk, seated, `/customers/${id}`), 303);
  if (refused.code === "not-allowed") return refusal(context, desk, 403, refused.text);
  return show(context, desk, id, (frame) => forgetPage(frame, refused.text), 422);
}

/** A customer's page, with what an admin may do for them. */
export function personRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/customers/*", textLimit());
  app.get("/customers/:id", (context) => show(context, desk, context.req.param("id"), personPage));
  app.get("/customers/:id/forget", (context) => {
    if (!may(whoReads(context).by.role, "forget"))
      return refusal(context, desk, 403, spoken(desk).say("privacy.forgetOwn"));
    return show(context, desk, context.req.param("id"), (frame) => forgetPage(frame, null));
  });
  app.post("/customers/:id/data", (context) => give(context, desk, context.req.param("id")));
  app.post("/customers/:id/forget", (context) => forget(context, desk, context.req.param("id")));
  return app;
}
