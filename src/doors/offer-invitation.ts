import type { FirstAdminWanted, InviteWanted, InviteWithdrawn } from "../account-events.ts";
import type { Context } from "../context.ts";
import { shortName } from "../interaction/bounds.ts";
import type { Role } from "../interaction/customer.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith } from "../say-who-may.ts";
import { accountIdOf, isActiveAdmin, isTeamRole, JOIN_PATH, personalAddress } from "./account.ts";
import { type Link, secretHash } from "./link.ts";

interface Invitee {
  readonly accountId: string;
  readonly name: string | null;
  readonly role: Role;
}

async function putInvitation(context: Context, draft: Draft, { accountId, name, role }: Invitee, at: number) {
  const secret = context.ids.secret();
  const expiresAt = at + context.settings.doors.inviteFor;
  const who = { whoAddress: personalAddress(accountId), whoName: name, role };
  const link = { version: 0, ...who, path: JOIN_PATH, madeAt: at, expiresAt, usedAt: null };
  draft.put("link", { id: await secretHash(secret), ...link });
  draft.disclose({ kind: "link", secret, path: JOIN_PATH, expiresAt });
}

/** Takes back every earlier invitation to the account that was not used. */
async function withdraw({ store }: Context, draft: Draft, accountId: string): Promise<void> {
  const where = { whoAddress: personalAddress(accountId) };
  for (const link of await store.list("link", { where })) if (link.usedAt === null) draft.remove("link", link);
}

/** Makes an invitation: a link that lets one person choose once how they will sign in. Only its hash is kept. */
export async function offerInvitation(event: InviteWanted, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, role, at } = event;
  const name = shortName(event.name.trim());
  const account = event.accountId === undefined ? null : await context.store.get("account", event.accountId);
  const isGone = event.accountId !== undefined && (account === null || account.disabledAt !== null);
  if (!may(by.role, "change-settings")) refuseWith(context, draft, by, { code: "not-allowed", key: "refused.people" });
  else if (isGone) refuseWith(context, draft, by, { code: "unknown", key: "people.unknown" });
  else if (!isTeamRole(role) || name === "")
    refuseWith(context, draft, by, { code: "unclear", key: "people.nameAndRole" });
  else {
    const accountId = account?.id ?? context.ids.next();
    await withdraw(context, draft, accountId);
    await putInvitation(context, draft, { accountId, name, role: account?.role ?? role }, at);
    const facts = { role, again: account !== null };
    draft.audit({ by, act: "invited", table: "account", subject: accountId, via: "page", facts });
  }
  return draft.outcome();
}

/** Takes back an invitation that was not used, so that its link lets nobody in any more. */
export async function withdrawInvitation({ by, linkId }: InviteWithdrawn, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const link = await context.store.get("link", linkId);
  const accountId = link === null ? null : invitedTo(link);
  if (!may(by.role, "change-settings")) refuseWith(context, draft, by, { code: "not-allowed", key: "refused.people" });
  else if (link === null || accountId === null || link.usedAt !== null)
    refuseWith(context, draft, by, { code: "unknown", key: "people.notWaiting" });
  else {
    draft.remove("link", link);
    const facts = { role: link.role };
    draft.audit({ by, act: "invitation-withdrawn", table: "account", subject: accountId, via: "page", facts });
  }
  return draft.outcome();
}

/** Whether it is the link that makes a desk's first admin: the one invitation without a name. */
export function isForFirstAdmin({ path, whoName }: Pick<Link, "path" | "whoName">): boolean {
  return path === JOIN_PATH && whoName === null;
}

/** Whether the desk has somebody with an account who may do what an admin does. */
export async function hasAdmin({ store }: Context): Promise<boolean> {
  return (await store.list("account", { where: { role: "admin" } })).some(isActiveAdmin);
}

/** Makes the link for a desk's first admin, in place of the one that was made at an earlier start; none where there is an admin. */
export async function offerFirstAdmin({ at }: FirstAdminWanted, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const earlier = await context.store.list("link", { where: { path: JOIN_PATH, role: "admin" } });
  for (const link of earlier) if (isForFirstAdmin(link) && link.usedAt === null) draft.remove("link", link);
  if (await hasAdmin(context)) return draft.outcome();
  await putInvitation(context, draft, { accountId: context.ids.next(), name: null, role: "admin" }, at);
  draft.audit({ by: null, act: "invited", table: "account", subject: null, via: "clock", facts: { role: "admin" } });
  return draft.outcome();
}

/** The account that an invitation is for; null where the link is none. */
export function invitedTo({ path, whoAddress }: Pick<Link, "path" | "whoAddress">): string | null {
  return path === JOIN_PATH ? accountIdOf(whoAddress) : null;
}
