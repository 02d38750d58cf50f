import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { MOST_LINKS, secretHash, stateOf } from "./link.ts";
import { rightOfPage } from "./pages.ts";

/** How long a link that leads nowhere any more is known, so that whoever opens it is told why; milliseconds. */
const KNOWN_FOR = 24 * 3_600_000;

/** Makes a link to a page for whoever wants one, if their role may read it. Only its hash is kept; the secret is given to them alone. */
export async function offerLink(event: EventOf<"link-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, path, at } = event;
  const right = rightOfPage(path);
  if (right === null) {
    refuseWith(context, draft, by, { code: "unknown", key: "door.noPage" });
    return draft.outcome();
  }
  if (!may(by.role, right)) {
    refuseWithout(context, draft, by, right);
    return draft.outcome();
  }
  await tidy(context, draft, by.address, at);
  const secret = context.ids.secret();
  const who = { whoAddress: by.address, whoName: by.name ?? null, role: by.role };
  const times = { madeAt: at, expiresAt: at + context.settings.doors.linkFor, usedAt: null };
  draft.put("link", { id: await secretHash(secret), version: 0, ...who, path, ...times });
  draft.audit({ by, act: "link-made", table: "link", subject: null, via: "chat", facts: { path } });
  draft.disclose({ kind: "link", secret, path, expiresAt: times.expiresAt });
  return draft.outcome();
}

/** Takes away what no longer leads anywhere, and the oldest links where the person has many. */
async function tidy({ store }: Context, draft: Draft, whoAddress: string, now: number): Promise<void> {
  const links = await store.list("link", { where: { whoAddress }, orderBy: "madeAt", descending: true });
  const kept = links.filter((link) => stateOf(link, now) === "open").slice(0, MOST_LINKS - 1);
  const recent = links.filter((link) => stateOf(link, now) !== "open" && now < link.madeAt + KNOWN_FOR);
  for (const link of links) if (!kept.includes(link) && !recent.includes(link)) draft.remove("link", link);
}
