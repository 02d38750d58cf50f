import type { PasskeyAdded, PasskeyRemoved, PasswordSet } from "../account-events.ts";
import type { Context } from "../context.ts";
import { shortName } from "../interaction/bounds.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { WordingKey } from "../wording.ts";
import { type Account, holderOf, MOST_PASSKEYS, type NewPasskey } from "./account.ts";
import { personOf } from "./session.ts";

/** Ends every session of the account but the one that is named, and none of another's. */
export async function endSessions(
  { store }: Context,
  draft: Draft,
  { account, except, at }: { readonly account: Pick<Account, "id">; readonly except?: string; readonly at: number },
): Promise<void> {
  for (const session of await store.list("session", { where: { accountId: account.id } })) {
    if (session.endedAt !== null || session.id === except) continue;
    draft.put("session", { ...session, endedAt: at });
    const facts = { why: "account" };
    draft.audit({
      by: personOf(session),
      act: "signed-out",
      table: "session",
      subject: session.id,
      via: "page",
      facts,
    });
  }
}

/** Adds a verified key to the account. */
export function putPasskey(draft: Draft, { id: accountId }: Account, passkey: NewPasskey, madeAt: number): void {
  draft.put("passkey", { ...passkey, name: shortName(passkey.name), version: 0, accountId, madeAt, usedAt: null });
}

function refuse({ wording, settings }: Context, draft: Draft, key: WordingKey): void {
  draft.refuse({ code: "conflict", text: wording.say(wording.choose(settings.desk.locale), key) });
}

/** The account where its holder chooses by themself how they sign in; null where it is gone or shut, or the company does so. */
async function ownAccount({ store }: Context, accountId: string): Promise<Account | null> {
  const account = await store.get("account", accountId);
  return account && account.disabledAt === null && account.roleBy === "desk" ? account : null;
}

/** What the audit log says of the ways in to an account. */
function tell(draft: Draft, account: Account, facts: Readonly<Record<string, string>>): void {
  draft.audit({
    by: holderOf(account),
    act: "ways-changed",
    table: "account",
    subject: account.id,
    via: "page",
    facts,
  });
}

/** Gives the account a new password; whoever was signed in with it elsewhere is not any more. */
export async function changePassword(event: PasswordSet, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const account = await ownAccount(context, event.accountId);
  if (account === null) refuse(context, draft, "account.notYours");
  else {
    draft.put("account", { ...account, passwordHash: event.passwordHash });
    await endSessions(context, draft, { account, except: event.sessionId, at: event.at });
    tell(draft, account, { password: "set" });
  }
  return draft.outcome();
}

/** Adds a key of a device to the account. */
export async function changePasskeys({ accountId, passkey, at }: PasskeyAdded, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const account = await ownAccount(context, accountId);
  const kept = await context.store.list("passkey", { where: { accountId } });
  if (account === null) refuse(context, draft, "account.notYours");
  else if (kept.length >= MOST_PASSKEYS || (await context.store.get("passkey", passkey.id)))
    refuse(context, draft, "account.noRoomForKey");
  else {
    putPasskey(draft, account, passkey, at);
    tell(draft, account, { passkey: "added" });
  }
  return draft.outcome();
}

/** Takes a key away from the account, unless nothing else would let its holder in. */
export async function closePasskey({ accountId, passkeyId }: PasskeyRemoved, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const account = await ownAccount(context, accountId);
  const kept = await context.store.list("passkey", { where: { accountId } });
  const passkey = kept.find(({ id }) => id === passkeyId);
  const isOnlyWay = kept.length < 2 && account?.passwordHash === null && account.companyId === null;
  if (account === null || passkey === undefined) refuse(context, draft, "account.notYours");
  else if (isOnlyWay) refuse(context, draft, "account.onlyWay");
  else {
    draft.remove("passkey", passkey);
    tell(draft, account, { passkey: "removed" });
  }
  return draft.outcome();
}
