import { type Context, Hono } from "hono";
import { eventOfForm } from "../../../../src/chat/button-events.ts";
import { findRecount } from "../../../../src/digest/find-recount.ts";
import { createSpeaker } from "../../../../src/digest/say-figures.ts";
import { parseWeek } from "../../../../src/digest/week.ts";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import { type PageDesk, TEAM_LANE } from "../../desk.ts";
import { recountAnswer } from "../../recount-answer.ts";
import { refusalPage } from "../../refusal-page.ts";
import { aimIn } from "../aim-fields.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { spoken, wordsOf } from "../page-words.ts";
import { guestOf, readPage } from "../read-page.ts";
import { readerAt, type Seated, seatedAt } from "../seated.ts";
import { type BoardNote, type DigestsFrame, digestAddress } from "./digest-frame.ts";
import { digestListPage, loadWeeks } from "./digest-list.ts";
import { digestPage } from "./digest-page.ts";
import { loadDigest } from "./load-digest.ts";

interface WantedPage {
  readonly week: string;
  readonly revision?: string | undefined;
  readonly seated: Seated | null;
  readonly note: BoardNote | null;
}

/** Who reads the digests, and with which words they are drawn. */
function frameFor(context: Context, desk: PageDesk, seated: Seated | null): DigestsFrame {
  const guest = guestOf(context.get("visitor"));
  const by = seated?.by ?? readerAt(context);
  return { ...wordsOf(desk), desk, speaker: createSpeaker(desk), by, name: seated?.name ?? null, guest };
}

async function show(context: Context, desk: PageDesk, { week, revision, seated, note }: WantedPage): Promise<Response> {
  const frame = frameFor(context, desk, seated);
  const known = parseWeek(week);
  const { lang, say } = spoken(desk);
  const missing = { status: 404, title: say("weeks.none"), lang } as const;
  if (known === null) return refusalPage(context, { ...missing, text: say("weeks.notAWeek") });
  const about = { about: { table: "digest", subject: known } };
  const look = {
    by: frame.by,
    right: "read-figures",
    what: "digest page",
    coversItself: true,
    ...about,
  } as const;
  return readPage(context, desk, look, {
    find: (reading) => loadDigest(reading, known, revision === undefined ? null : Number(revision), frame.by),
    draw: (shown, opened) =>
      shown
        ? context.html(digestPage({ ...frame, desk: opened, shown, note }), note ? 422 : 200)
        : refusalPage(context, { ...missing, text: say("weeks.toCome", { week: frame.speaker.week(known) }) }),
  });
}

/** The rows behind a week, as a file, once the audit log tells of it. */
async function giveAudit(context: Context, desk: PageDesk, given: string): Promise<Response> {
  const { by, speaker } = frameFor(context, desk, seatedAt(context, "lead"));
  const { lang, say } = spoken(desk);
  const week = parseWeek(given);
  const missing = { status: 404, title: say("weeks.none"), lang } as const;
  if (week === null) return refusalPage(context, { ...missing, text: say("weeks.notAWeek") });
  const told = { kind: "recount-wanted", id: null, at: desk.clock.now(), by, via: "page", week } as const;
  const { refusal } = await desk.bot.handle(told);
  const notTheirs = context.get("spoken").say("refusal.notYoursTitle");
  if (refusal) return refusalPage(context, { status: 403, title: notTheirs, text: refusal.text });
  const about = { table: "digest", subject: week };
  const look = { by, right: "read-figures", what: "audit", about, coversItself: true } as const;
  return readPage(context, desk, look, {
    find: (reading) => findRecount(reading, week),
    draw: (found) =>
      found
        ? recountAnswer(context, found)
        : refusalPage(context, { ...missing, text: say("weeks.toCome", { week: speaker.week(week) }) }),
  });
}

function decisionIn(form: Form, by: Person, at: number): InboundEvent | null {
  const { measure: aimMeasure, to: aimTo, by: aimBy } = aimIn(form);
  const decided = { note: form.text("sentence"), verdict: form.text("verdict"), product: "" };
  const filled = { ...decided, aimMeasure, aimTo, aimBy };
  const event = eventOfForm("decide", form.text("product"), filled, { id: form.eventId, at, by });
  return event?.kind === "product-decided" ? { ...event, answerIn: TEAM_LANE } : event;
}

/** The weekly digests: the list, the page of each week and deciding on the board. */
export function digestRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/digest/*", textLimit());
  app.get("/digest", async (context) => {
    const until = parseWeek(context.req.query("until") ?? "");
    return context.html(
      digestListPage(frameFor(context, desk, seatedAt(context, "lead")), await loadWeeks(desk, until)),
    );
  });
  app.get("/digest/:week", (context) => {
    const { revision } = context.req.query();
    return show(context, desk, {
      week: context.req.param("week"),
      revision,
      seated: seatedAt(context, "lead"),
      note: null,
    });
  });
  app.get("/digest/:week/audit", (context) => giveAudit(context, desk, context.req.param("week")));
  app.post("/digest/decide", async (context) => {
    const form = await readForm(context, desk.ids);
    const [week, product] = [form.text("week"), form.text("product")];
    const seated = seatedAt(context, "lead", form.text("name"));
    const name = seated?.name ?? null;
    const event = seated === null ? null : decisionIn(form, seated.by, desk.clock.now());
    const back = `${parseWeek(week) === null ? desk.path("/digest") : digestAddress(desk, week, name)}#board-${product}`;
    const refusal = event && (await desk.bot.handle(event)).refusal;
    if (!refusal) return context.redirect(back, 303);
    const typed = { typed: form.text("sentence"), aim: aimIn(form) };
    return show(context, desk, { week, seated, note: { product, text: refusal.text, ...typed } });
  });
  return app;
}
