import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { mayEnter } from "./pages.ts";
import { isLive, personOf } from "./session.ts";

/** A session goes on in the role that the person has now; one whose person has lost every right to a page ends. */
export async function holdSession(event: EventOf<"session-seen">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { at, role } = event;
  const session = await context.store.get("session", event.sessionId);
  if (!session || !isLive(session, at, context.settings.doors.idleAfter)) return draft.outcome();
  const known = role === null ? {} : { role, roleAt: at };
  const seen = { ...session, lastSeenAt: at, ...known };
  if (mayEnter(seen.role)) draft.put("session", seen);
  else {
    draft.put("session", { ...seen, endedAt: at });
    const facts = { why: "role" };
    draft.audit({ by: personOf(seen), act: "signed-out", table: "session", subject: seen.id, via: "page", facts });
  }
  return draft.outcome();
}
