import { type Context, Hono } from "hono";
import { type AccountChange, isActiveAdmin, isTeamRole } from "../../../../src/doors/account.ts";
import { type Link, stateOf } from "../../../../src/doors/link.ts";
import { invitedTo, isForFirstAdmin } from "../../../../src/doors/offer-invitation.ts";
import { isLive } from "../../../../src/doors/session.ts";
import type { PageDesk } from "../../desk.ts";
import type { FormFields } from "../../read-fields.ts";
import { readForm } from "../form.ts";
import { lookingAt } from "../looking.ts";
import { nameFrom } from "../people.ts";
import { type PeopleFrame, peoplePage, type ShownAccount, type ShownLink } from "./people-page.ts";

/** So many people are listed. */
const MOST_LISTED = 500;

async function shownPeople({ store, clock, settings }: PageDesk): Promise<ShownAccount[]> {
  const accounts = await store.list("account", { orderBy: "name", limit: MOST_LISTED });
  const where = { accountId: accounts.map(({ id }) => id), endedAt: null };
  const sessions = await store.list("session", { where });
  const lasting = sessions.filter((session) => isLive(session, clock.now(), settings.doors.idleAfter));
  const countOf = (id: string) => lasting.filter(({ accountId }) => accountId === id).length;
  const people = accounts.map((account) => ({ account, sessions: countOf(account.id) }));
  return people.toSorted(
    (one, other) => Number(one.account.disabledAt !== null) - Number(other.account.disabledAt !== null),
  );
}

async function frameOf(
  context: Context,
  desk: PageDesk,
  { made = null, note = null }: Partial<Pick<PeopleFrame, "made" | "note">> = {},
): Promise<PeopleFrame> {
  const links = await desk.store.list("link", { where: { path: "/join", usedAt: null }, orderBy: "madeAt" });
  const people = await shownPeople(desk);
  const isLed = people.some(({ account }) => isActiveAdmin(account));
  const isOpen = (link: Link) => stateOf(link, desk.clock.now()) === "open" && !(isLed && isForFirstAdmin(link));
  const waiting = links.filter((link) => invitedTo(link) !== null && isOpen(link));
  return { desk, ...lookingAt(context), people, waiting, made, note };
}

/** What a form wants of an account; null where it is none of ours. */
function changeIn(field: FormFields): AccountChange | null {
  const what = field("act");
  const role = field("role");
  if (what === "role") return isTeamRole(role) ? { kind: "role", role } : null;
  if (what === "tie") return { kind: "tie", chatAddress: field("chat") || null };
  return what === "disable" || what === "enable" ? { kind: what } : null;
}

/** Invites somebody, or gives one who is there already a new way in: the link is shown once. */
async function invite(context: Context, desk: PageDesk, who: { name: string; role: string; accountId?: string }) {
  const { by } = lookingAt(context);
  const role = isTeamRole(who.role) ? who.role : "customer";
  const wanted = { kind: "invite-wanted", id: null, at: desk.clock.now(), by, ...who, role } as const;
  const { disclosed, refusal } = await desk.bot.handle(wanted);
  if (disclosed?.kind !== "link")
    return context.html(peoplePage(await frameOf(context, desk, { note: refusal?.text ?? null })), 422);
  const address = `${desk.publicUrl}/join/${disclosed.secret}`;
  const made: ShownLink = { address, name: who.name, expiresAt: disclosed.expiresAt };
  return context.html(peoplePage(await frameOf(context, desk, { made })));
}

/** The page of those who may come in, and an admin's acts there. */
export function peopleRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.get("/people", async (context) => context.html(peoplePage(await frameOf(context, desk))));
  app.post("/people/invite", async (context) => {
    const { text } = await readForm(context, desk.ids);
    return invite(context, desk, { name: nameFrom(text("name")) ?? "", role: text("role") });
  });
  app.post("/people/withdraw", async (context) => {
    const { text } = await readForm(context, desk.ids);
    const { by } = lookingAt(context);
    const withdrawn = {
      kind: "invite-withdrawn",
      id: null,
      at: desk.clock.now(),
      by,
      linkId: text("subject"),
    } as const;
    const { refusal } = await desk.bot.handle(withdrawn);
    if (!refusal) return context.redirect(desk.path("/people"), 303);
    return context.html(peoplePage(await frameOf(context, desk, { note: refusal.text })), 422);
  });
  app.post("/people/act", async (context) => {
    const { text } = await readForm(context, desk.ids);
    const accountId = text("subject");
    const account = await desk.store.get("account", accountId);
    if (text("act") === "link" && account !== null)
      return invite(context, desk, { name: account.name, role: account.role, accountId });
    const change = changeIn(text);
    if (change === null) return context.redirect(desk.path("/people"), 303);
    const { by } = lookingAt(context);
    const changed = { kind: "account-changed", id: null, at: desk.clock.now(), by, accountId, change } as const;
    const { refusal } = await desk.bot.handle(changed);
    if (!refusal) return context.redirect(desk.path("/people"), 303);
    return context.html(peoplePage(await frameOf(context, desk, { note: refusal.text })), 422);
  });
  return app;
}
