import type { Joined } from "../account-events.ts";
import type { Context } from "../context.ts";
import { shortName } from "../interaction/bounds.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { WordingKey } from "../wording.ts";
import { type Account, holderOf, loginOf } from "./account.ts";
import { beginSession } from "./begin-session.ts";
import { endSessions, putPasskey } from "./change-own-account.ts";
import { type Link, secretHash, stateOf } from "./link.ts";
import { hasAdmin, invitedTo, isForFirstAdmin } from "./offer-invitation.ts";

const WHY_NOT = {
  unknown: { code: "unknown", key: "join.unknown" },
  used: { code: "conflict", key: "join.used" },
  expired: { code: "late", key: "join.expired" },
} as const;

/** Why an invitation leads nowhere any more; null where it is open. */
async function whyNotOpen(context: Context, link: Link | null, now: number) {
  if (link === null || invitedTo(link) === null) return WHY_NOT.unknown;
  const state = stateOf(link, now);
  if (state !== "open") return WHY_NOT[state];
  return isForFirstAdmin(link) && (await hasAdmin(context)) ? WHY_NOT.used : null;
}

/** The account as it is with what was chosen; a way in that was not named stays as it was. */
function chosen(event: Joined, before: Account | null, { id, role }: Pick<Account, "id" | "role">): Account {
  const name = shortName(event.name.trim());
  const email = event.email === null ? null : event.email.trim();
  const none = { passwordHash: null, companyId: null, chatAddress: null } as const;
  const begun = { id, version: 0, role, ...none, roleBy: "desk", madeAt: event.at, disabledAt: null } as const;
  const { passwordHash = null, companyId = null } = event;
  const kept = before ?? begun;
  const ways = { passwordHash: passwordHash ?? kept.passwordHash, companyId: companyId ?? kept.companyId };
  return { ...kept, name, email, login: loginOf(email ?? name), ...ways };
}

async function hindrance({ store }: Context, event: Joined, account: Account): Promise<WordingKey | null> {
  if (account.name === "") return "join.noName";
  if (!event.passwordHash && !event.passkey && !event.companyId) return "join.noWay";
  const alike = await store.list("account", { where: { login: account.login } });
  if (alike.some(({ id }) => id !== account.id)) return account.email === null ? "join.sameName" : "join.sameEmail";
  const known = event.companyId ? await store.list("account", { where: { companyId: event.companyId } }) : [];
  return known.some(({ id }) => id !== account.id) ? "join.sameCompany" : null;
}

function tell(draft: Draft, account: Account, before: Account | null): void {
  const about = { by: holderOf(account), table: "account", subject: account.id, via: "page" } as const;
  draft.audit({ ...about, act: before ? "ways-changed" : "account-made", facts: { role: account.role, how: "link" } });
}

/** Makes the account of whoever was invited, or gives one who is there already a new way in, and lets them in. An invitation is used once. */
export async function openAccount(event: Joined, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { store, wording, settings } = context;
  const { at } = event;
  const refuse = (code: "unknown" | "conflict" | "late" | "unclear", key: WordingKey) => {
    draft.refuse({ code, text: wording.say(wording.choose(settings.desk.locale), key) });
    return draft.outcome();
  };
  const link = await store.get("link", await secretHash(event.secret));
  const whyNot = await whyNotOpen(context, link, at);
  const id = link && invitedTo(link);
  if (whyNot || link === null || id === null)
    return refuse(whyNot?.code ?? "unknown", whyNot?.key ?? WHY_NOT.unknown.key);
  const before = await store.get("account", id);
  if (before?.disabledAt != null) return refuse("unknown", WHY_NOT.unknown.key);
  const account = chosen(event, before, { id, role: link.role });
  const key = await hindrance(context, event, account);
  if (key !== null) return refuse("unclear", key);
  draft.put("account", account);
  draft.put("link", { ...link, usedAt: at });
  if (event.passkey) putPasskey(draft, account, event.passkey, at);
  if (before) await endSessions(context, draft, { account, at });
  tell(draft, account, before);
  const how = event.passkey ? "passkey" : event.passwordHash ? "password" : "oidc";
  await beginSession(context, draft, { who: holderOf(account), accountId: id, how, path: "", roleAt: at }, event);
  return draft.outcome();
}
