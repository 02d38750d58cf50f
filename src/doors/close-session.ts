import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith } from "../say-who-may.ts";
import type { Session } from "./session.ts";

/** Ends a session: one's own, or anybody's by an admin. Without an id every session of the person ends, and no unused link of theirs leads in any more. */
export async function closeSession(event: EventOf<"session-ended">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, sessionId, at } = event;
  const { store } = context;
  const end = (session: Session) => {
    draft.put("session", { ...session, endedAt: at });
    const facts = { own: session.whoAddress === by.address };
    draft.audit({ by, act: "signed-out", table: "session", subject: session.id, via: "page", facts });
  };
  if (sessionId === undefined) {
    const where = { whoAddress: by.address };
    for (const session of await store.list("session", { where })) if (session.endedAt === null) end(session);
    for (const link of await store.list("link", { where })) if (link.usedAt === null) draft.remove("link", link);
    return draft.outcome();
  }
  const session = await store.get("session", sessionId);
  const isTheirs = session !== null && (session.whoAddress === by.address || may(by.role, "change-settings"));
  if (!session || !isTheirs) refuseWith(context, draft, by, { code: "unknown", key: "door.noSession" });
  else if (session.endedAt === null) end(session);
  return draft.outcome();
}
