import { type Context, Hono } from "hono";
import type { EventOf } from "../../../../src/events.ts";
import type { Desk } from "../../desk.ts";
import { type Form, readForm } from "../form.ts";
import { seatAddress } from "../layout.ts";
import { agentNamed, nameFrom } from "../people.ts";
import { loadFeed, loadLatestDigest } from "./feed.ts";
import type { FeedNote } from "./feed-frame.ts";
import { teamPage } from "./team-page.ts";

type CaseAct = EventOf<"case-acted">["act"];

const ACTS: Readonly<Record<string, CaseAct>> = {
  "case-claim": "claim",
  "case-contact": "contact",
  "case-resolve": "resolve",
  "case-unreachable": "unreachable",
};

async function show(context: Context, desk: Desk, name: string | null, note: FeedNote | null): Promise<Response> {
  const posts = await loadFeed(desk, name === null ? null : agentNamed(name).address);
  const digest = await loadLatestDigest(desk, posts);
  return context.html(teamPage({ desk, name, note, digest }, posts), note ? 422 : 200);
}

function actIn(form: Form, name: string, at: number): EventOf<"case-acted"> | null {
  const act = ACTS[form.text("act")];
  if (act === undefined) return null;
  const note = form.text("note");
  const event = {
    kind: "case-acted",
    id: form.eventId,
    at,
    caseId: form.text("subject"),
    by: agentNamed(name),
    act,
  } as const;
  return note === "" ? event : { ...event, note };
}

/** The team's seat: the feed and the acts of closing the loop. */
export function teamRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.get("/team", (context) => show(context, desk, nameFrom(context.req.query("name")), null));
  app.post("/team/act", async (context) => {
    const form = await readForm(context, desk.ids);
    const name = nameFrom(form.text("name"));
    const event = name === null ? null : actIn(form, name, desk.clock.now());
    if (!event) return context.redirect(seatAddress("team", name), 303);
    const { refusal } = await desk.bot.handle(event);
    if (!refusal) return context.redirect(seatAddress("team", name), 303);
    const note = { place: form.text("place"), act: form.text("act"), text: refusal.text, typed: form.text("note") };
    return show(context, desk, name, note);
  });
  return app;
}
