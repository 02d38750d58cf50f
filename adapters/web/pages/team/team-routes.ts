import { type Context, Hono } from "hono";
import { eventOfForm, eventOfPress } from "../../../../src/chat/button-events.ts";
import type { InboundEvent } from "../../../../src/events.ts";
import { findShutChannels } from "../../../../src/team/find-shut-channels.ts";
import { type PageDesk, TEAM_LANE } from "../../desk.ts";
import { type Form, readForm, textLimit } from "../form.ts";
import { seatAddress } from "../layout.ts";
import { agentNamed, leadNamed, nameFrom } from "../people.ts";
import { readerNamed, readPage } from "../read-page.ts";
import { loadFeed, loadHelpers, loadLatestDigest } from "./feed.ts";
import type { FeedNote } from "./feed-frame.ts";
import { teamPage } from "./team-page.ts";

/** The feed: what was posted to the team, with what happened to its cases. */
function show(context: Context, desk: PageDesk, name: string | null, note: FeedNote | null): Promise<Response> {
  const look = { by: readerNamed(name), right: "read-figures", what: "team page", showsPosts: true } as const;
  return readPage(context, desk, look, {
    find: async (reading) => {
      const posts = await loadFeed(reading, name === null ? null : leadNamed(name).address);
      return { posts, digest: await loadLatestDigest(reading, posts), helpers: await loadHelpers(reading, name) };
    },
    draw: async ({ posts, digest, helpers }, opened) => {
      const shut = await findShutChannels(desk.store);
      return context.html(teamPage({ desk: opened, name, note, digest, helpers }, posts, shut), note ? 422 : 200);
    },
  });
}

function actIn(form: Form, name: string, at: number): InboundEvent {
  const [act, subject] = [form.text("act"), form.text("subject")];
  const stamp = { id: form.eventId, at, by: leadNamed(name) };
  const person = nameFrom(form.text("person"));
  const chosen = {
    outcome: form.text("outcome"),
    cause: form.text("cause"),
    step: form.text("step"),
    about: form.text("about"),
  };
  const filled = {
    ...{ note: form.text("note"), product: "", verdict: "", ...chosen },
    ...(person === null ? {} : { person: agentNamed(person) }),
    ...(form.text("score") === "" ? {} : { score: form.text("score") }),
  };
  const event = eventOfForm(act, subject, filled, stamp) ?? eventOfPress({ name: act, subject }, stamp);
  return event.kind === "telling-wanted" ? { ...event, answerIn: TEAM_LANE } : event;
}

/** The team's seat: the feed and the acts of closing the loop. */
export function teamRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.use("/team/*", textLimit());
  app.get("/team", (context) => show(context, desk, nameFrom(context.req.query("name")), null));
  app.post("/team/act", async (context) => {
    const form = await readForm(context, desk.ids);
    const name = nameFrom(form.text("name"));
    const event = name === null ? null : actIn(form, name, desk.clock.now());
    if (!event) return context.redirect(seatAddress(desk, "team", name), 303);
    const { refusal } = await desk.bot.handle(event);
    if (!refusal) return context.redirect(seatAddress(desk, "team", name), 303);
    const about = { place: form.text("place"), act: form.text("act"), subject: form.text("subject") };
    const note = { ...about, text: refusal.text, typed: form.text("note") };
    return show(context, desk, name, note);
  });
  return app;
}
