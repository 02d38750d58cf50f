import type { AccountEntered, ChatEntered, CompanyEntered } from "../account-events.ts";
import type { Context } from "../context.ts";
import { shortName } from "../interaction/bounds.ts";
import type { Person } from "../interaction/customer.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { WordingKey } from "../wording.ts";
import { type Account, holderOf } from "./account.ts";
import { secretHash } from "./link.ts";
import { firstPage, mayEnter } from "./pages.ts";
import { isLive, personOf, type Session } from "./session.ts";

/** How long a session that is over stays listed, milliseconds. */
const LISTED_FOR = 30 * 24 * 3_600_000;

/** Whoever comes in, how, and for which page. */
export interface Newcomer extends Pick<Session, "how" | "accountId"> {
  readonly who: Person;
  /** The empty text: the first page of their role. */
  readonly path: string;
  /** When their role was last told by whoever knows it. */
  readonly roleAt: number;
}

/** Refuses an entry with a sentence in the desk's language: who comes is not known. */
function shutOut({ wording, settings }: Context, draft: Draft, key: WordingKey, values = {}): Outcome {
  draft.refuse({ code: "not-allowed", text: wording.say(wording.choose(settings.desk.locale), key, values) });
  return draft.outcome();
}

/** The session that the browser holds already; null where it holds none that lasts. */
export async function heldBy(
  { store, settings }: Context,
  { held, at }: { readonly held?: string; readonly at: number },
): Promise<Session | null> {
  const session = held === undefined ? null : await store.get("session", await secretHash(held));
  return session && isLive(session, at, settings.doors.idleAfter) ? session : null;
}

async function forgetOld({ store }: Context, draft: Draft, whoAddress: string, now: number): Promise<void> {
  for (const session of await store.list("session", { where: { whoAddress } }))
    if (Math.min(session.endedAt ?? session.expiresAt, session.expiresAt) + LISTED_FOR < now)
      draft.remove("session", session);
}

/** Begins a session in the browser of whoever comes; the one that it held is over. Its secret is given to the browser alone. */
export async function beginSession(
  context: Context,
  draft: Draft,
  { who, accountId, how, path, roleAt }: Newcomer,
  event: { readonly held?: string; readonly at: number },
): Promise<void> {
  const { at } = event;
  await forgetOld(context, draft, who.address, at);
  const before = await heldBy(context, event);
  if (before) draft.put("session", { ...before, endedAt: at });
  const secret = context.ids.secret();
  const expiresAt = at + context.settings.doors.sessionFor;
  const { address: whoAddress, role, name: whoName = null } = who;
  const times = { roleAt, madeAt: at, lastSeenAt: at, expiresAt, endedAt: null };
  const session = { id: await secretHash(secret), version: 0, whoAddress, whoName, role, ...times, how, accountId };
  draft.put("session", session);
  const facts = { how };
  draft.audit({ by: personOf(session), act: "signed-in", table: "session", subject: session.id, via: "page", facts });
  draft.disclose({ kind: "session", secret, path: path === "" ? firstPage(role) : path, expiresAt });
}

/** Lets in whoever has shown that an account is theirs. */
export async function beginOwnSession(event: AccountEntered, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { accountId, how, path, passkey, at } = event;
  const account = await context.store.get("account", accountId);
  if (account === null || account.disabledAt !== null) return shutOut(context, draft, "account.notKnown");
  const key = passkey === undefined ? null : await context.store.get("passkey", passkey.id);
  if (passkey !== undefined && key?.accountId !== accountId) return shutOut(context, draft, "account.notKnown");
  if (key && passkey) draft.put("passkey", { ...key, counter: passkey.counter, usedAt: at });
  await beginSession(context, draft, { who: holderOf(account), accountId, how, path, roleAt: at }, event);
  return draft.outcome();
}

/** The account with what the company says now; the role only where the company gives it. */
function vouched(account: Account, { role }: CompanyEntered): Account {
  return account.roleBy === "company" && role !== null ? { ...account, role } : account;
}

function newAccount(event: CompanyEntered, id: string, role: Account["role"]): Account {
  const { companyId, email, at } = event;
  const name = shortName(event.name);
  const own = { companyId, roleBy: "company", passwordHash: null, chatAddress: null } as const;
  return { id, version: 0, name, email, login: companyId, role, ...own, madeAt: at, disabledAt: null };
}

/** Lets in whom the company vouches for: who was invited with it, or whom the settings give a role by what it says. Anybody else is told kindly. */
export async function beginCompanySession(event: CompanyEntered, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { companyId, role, path, at } = event;
  const [known] = await context.store.list("account", { where: { companyId }, limit: 1 });
  const isLost = known === undefined ? role === null : known.roleBy === "company" && role === null;
  if (isLost || known?.disabledAt != null) return shutOut(context, draft, "account.notInvited");
  const account = known ? vouched(known, event) : newAccount(event, context.ids.next(), role ?? "agent");
  if (account !== known) draft.put("account", account);
  const who = holderOf(account);
  const about = { by: who, table: "account", subject: account.id, via: "page" } as const;
  if (!known) draft.audit({ ...about, act: "account-made", facts: { role: account.role, how: "oidc" } });
  else if (known.role !== account.role)
    draft.audit({ ...about, act: "role-changed", facts: { from: known.role, to: account.role } });
  await beginSession(context, draft, { who, accountId: account.id, how: "oidc", path, roleAt: at }, event);
  return draft.outcome();
}

/** Whether the desk has shut out whoever is at that address of a chat: their account is disabled. */
export async function isShutOut({ store }: Context, chatAddress: string): Promise<boolean> {
  const [account] = await store.list("account", { where: { chatAddress }, limit: 1 });
  return account !== undefined && account.disabledAt !== null;
}

/** Lets in whom a chat platform vouches for, as the person they are there. */
export async function beginChatSession(event: ChatEntered, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { person: who, how, path, at } = event;
  const isRefused = !mayEnter(who.role) || (await isShutOut(context, who.address));
  if (isRefused) return shutOut(context, draft, "account.noRoleInChat");
  await beginSession(context, draft, { who, accountId: null, how, path, roleAt: at }, event);
  return draft.outcome();
}
