import { type Context, Hono } from "hono";
import { eventOfForm, eventOfPress } from "../../../../src/chat/button-events.ts";
import type { InboundEvent } from "../../../../src/events.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import { findShutChannels } from "../../../../src/team/find-shut-channels.ts";
import { type PageDesk, TEAM_LANE } from "../../desk.ts";
import { chosenPerson, loadColleagues } from "../colleagues.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { wordsOf } from "../page-words.ts";
import { isShortId } from "../people.ts";
import { readPage } from "../read-page.ts";
import { pagePath, readerAt, type Seated, seatedAt } from "../seated.ts";
import { loadFeed, loadLatestDigest } from "./feed.ts";
import type { FeedNote } from "./feed-frame.ts";
import { teamPage } from "./team-page.ts";

/** The feed: what was posted to the team, with what happened to its cases. */
function show(context: Context, desk: PageDesk, seated: Seated | null, note: FeedNote | null): Promise<Response> {
  const by = seated?.by ?? null;
  const given = context.req.query("before");
  const before = isShortId(given) ? given : null;
  const look = { by: by ?? readerAt(context), right: "read-figures", what: "team page", showsPosts: true } as const;
  return readPage(context, desk, look, {
    find: async (reading) => {
      const found = await loadFeed(reading, by, before);
      const digest = before === null ? await loadLatestDigest(reading, found.rest) : null;
      return { found, digest, colleagues: by === null ? [] : await loadColleagues(desk, by) };
    },
    draw: async ({ found, digest, colleagues }, opened) => {
      const shut = await findShutChannels(desk.store);
      const frame = { desk: opened, seated, note, digest, colleagues, ...wordsOf(opened) };
      return context.html(teamPage(frame, found, shut, before), note ? 422 : 200);
    },
  });
}

async function actIn(desk: PageDesk, form: Form, by: Person): Promise<InboundEvent> {
  const [act, subject] = [form.text("act"), form.text("subject")];
  const stamp = { id: form.eventId, at: desk.clock.now(), by };
  const person = act === "case-assign" ? await chosenPerson(desk, by, form.text("person")) : null;
  const chosen = {
    outcome: form.text("outcome"),
    cause: form.text("cause"),
    step: form.text("step"),
    about: form.text("about"),
  };
  const filled = {
    ...{ note: form.text("note"), product: "", verdict: "", ...chosen },
    ...(person === null ? {} : { person }),
    ...(form.text("score") === "" ? {} : { score: form.text("score") }),
  };
  const event = eventOfForm(act, subject, filled, stamp) ?? eventOfPress({ name: act, subject }, stamp);
  return event.kind === "telling-wanted" ? { ...event, answerIn: TEAM_LANE } : event;
}

/** The team's seat: the feed and the acts of closing the loop. */
export function teamRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/team/*", textLimit());
  app.get("/team", (context) => show(context, desk, seatedAt(context, "lead"), null));
  app.post("/team/act", async (context) => {
    const form = await readForm(context, desk.ids);
    const seated = seatedAt(context, "lead", form.text("name"));
    if (seated === null) return context.redirect(desk.path("/team"), 303);
    const { refusal } = await desk.bot.handle(await actIn(desk, form, seated.by));
    if (!refusal) return context.redirect(pagePath(desk, seated, "/team"), 303);
    const about = { place: form.text("place"), act: form.text("act"), subject: form.text("subject") };
    return show(context, desk, seated, { ...about, text: refusal.text, typed: form.text("note") });
  });
  return app;
}
