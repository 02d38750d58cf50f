import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import type { WordingKey } from "../wording.ts";
import { beginSession, heldBy, isShutOut } from "./begin-session.ts";
import { secretHash, stateOf } from "./link.ts";
import { invitedTo } from "./offer-invitation.ts";
import type { Session } from "./session.ts";

/** Why a link does not let anybody in, by what it is. */
const WHY_NOT = {
  unknown: { code: "unknown", key: "door.unknown" },
  used: { code: "conflict", key: "door.used" },
  expired: { code: "late", key: "door.expired" },
} as const;

/** Lets the person of a link in, once: a session begins whose secret is given to their browser alone. */
export async function openSession(event: EventOf<"link-used">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { store, settings, wording } = context;
  const { at } = event;
  const refuse = (code: "unknown" | "conflict" | "late", key: WordingKey, values = {}) => {
    draft.refuse({ code, text: wording.say(wording.choose(settings.desk.locale), key, values) });
    return draft.outcome();
  };
  const link = await store.get("link", await secretHash(event.secret));
  const state = link ? stateOf(link, at) : "unknown";
  if (link === null || state !== "open" || invitedTo(link) !== null) {
    const { code, key } = WHY_NOT[state === "open" ? "unknown" : state];
    return refuse(code, key);
  }
  const held = await heldBy(context, event);
  const { whoAddress } = link;
  if (held && held.whoAddress !== whoAddress) return refuse("conflict", "door.otherPerson", { name: nameOf(held) });
  if (await isShutOut(context, whoAddress)) return refuse("unknown", "door.unknown");
  const { role, whoName: name, path, madeAt: roleAt } = link;
  draft.put("link", { ...link, usedAt: at });
  const who = { address: whoAddress, role, name };
  await beginSession(context, draft, { who, accountId: null, how: "link", path, roleAt }, event);
  return draft.outcome();
}

/** What to call whoever is signed in. */
function nameOf({ whoName, whoAddress }: Session): string {
  return whoName ?? whoAddress;
}
