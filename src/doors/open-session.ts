import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { WordingKey } from "../wording.ts";
import { type Link, secretHash, stateOf } from "./link.ts";
import { isLive, personOf, type Session } from "./session.ts";

/** How long a session that is over stays listed, milliseconds. */
const LISTED_FOR = 30 * 24 * 3_600_000;

/** Why a link does not let anybody in, by what it is. */
const WHY_NOT = {
  unknown: { code: "unknown", key: "door.unknown" },
  used: { code: "conflict", key: "door.used" },
  expired: { code: "late", key: "door.expired" },
} as const;

/** Lets the person of a link in, once: a session begins whose secret is given to their browser alone. */
export async function openSession(event: EventOf<"link-used">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { store, settings, wording, ids } = context;
  const { at } = event;
  const refuse = (code: "unknown" | "conflict" | "late", key: WordingKey, values = {}) => {
    draft.refuse({ code, text: wording.say(wording.choose(settings.desk.locale), key, values) });
    return draft.outcome();
  };
  const link = await store.get("link", await secretHash(event.secret));
  const state = link ? stateOf(link, at) : "unknown";
  if (link === null || state !== "open") {
    const { code, key } = WHY_NOT[state === "open" ? "unknown" : state];
    return refuse(code, key);
  }
  const held = await heldBy(context, event);
  const { whoAddress } = link;
  if (held && held.whoAddress !== whoAddress) return refuse("conflict", "door.otherPerson", { name: nameOf(held) });
  await forgetOld(context, draft, whoAddress, at);
  if (held) draft.put("session", { ...held, endedAt: at });
  const secret = ids.secret();
  const session = sessionOf(link, await secretHash(secret), at, at + settings.doors.sessionFor);
  draft.put("session", session);
  draft.put("link", { ...link, usedAt: at });
  draft.audit({ by: personOf(session), act: "signed-in", table: "session", subject: session.id, via: "page" });
  draft.disclose({ kind: "session", secret, path: link.path, expiresAt: session.expiresAt });
  return draft.outcome();
}

/** What to call whoever is signed in. */
function nameOf({ whoName, whoAddress }: Session): string {
  return whoName ?? whoAddress;
}

function sessionOf({ whoAddress, whoName, role, madeAt }: Link, id: string, now: number, expiresAt: number): Session {
  const times = { roleAt: madeAt, madeAt: now, lastSeenAt: now, expiresAt, endedAt: null };
  return { id, version: 0, whoAddress, whoName, role, ...times, how: "link" };
}

async function heldBy({ store, settings }: Context, { held, at }: EventOf<"link-used">): Promise<Session | null> {
  const session = held === undefined ? null : await store.get("session", await secretHash(held));
  return session && isLive(session, at, settings.doors.idleAfter) ? session : null;
}

async function forgetOld(context: Context, draft: Draft, whoAddress: string, now: number): Promise<void> {
  const sessions = await context.store.list("session", { where: { whoAddress } });
  for (const session of sessions)
    if (Math.min(session.endedAt ?? session.expiresAt, session.expiresAt) + LISTED_FOR < now)
      draft.remove("session", session);
}
