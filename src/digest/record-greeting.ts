import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { readScore } from "../survey/score.ts";
import { replaceAtTeam } from "../team/say-to-team.ts";
import type { Greeting } from "./greeting.ts";
import { greetingsMessage } from "./greeting-messages.ts";

type RecordedGreeting = EventOf<"greeting-recorded">;

/** Somebody of the team tells what came of a greeting: it is kept apart from the answers. One that has led to a score is done; any other may still. */
export async function recordGreeting(event: RecordedGreeting, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const greeting = await context.store.get("greeting", event.greetingId);
  if (!may(event.by.role, "work-case")) refuseWithout(context, draft, event.by, "work-case");
  else if (greeting === null) refuseWith(context, draft, event.by, { code: "unknown", key: "greet.unknown" });
  else if (greeting.state === "answered") refuseWith(context, draft, event.by, { code: "late", key: "greet.done" });
  else {
    const after = recorded(greeting, event, context);
    if (after === null) refuseWith(context, draft, event.by, { code: "unclear", key: "greet.scoreNeeded" });
    else await keep(context, draft, after);
  }
  return draft.outcome();
}

/** The greeting with what came of it; null where a score is meant that is none. */
function recorded(
  greeting: Greeting,
  { came, score, note, by, at }: RecordedGreeting,
  { settings }: Context,
): Greeting | null {
  const told = { words: note.trim() || null, recordedAt: at, recordedBy: by.name ?? by.address };
  if (came !== "answered") return { ...greeting, ...told, state: came };
  const { scale } = settings.question;
  const reading = readScore(String(score ?? ""), scale);
  if (reading.kind !== "score") return null;
  return { ...greeting, ...told, state: "answered", score: reading.score, scale };
}

/** Keeps it, and brings the post of its week up to date. */
async function keep(context: Context, draft: Draft, after: Greeting): Promise<void> {
  const all = await context.store.list("greeting", { where: { week: after.week } });
  const standing = all.map((one) => (one.id === after.id ? after : one));
  const posts = await replaceAtTeam(context, draft, after.posts, await greetingsMessage(context, standing));
  for (const one of standing) draft.put("greeting", { ...one, posts });
}
