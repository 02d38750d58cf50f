import type { AccountChanged } from "../account-events.ts";
import type { Context } from "../context.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { Audited } from "../privacy/audit.ts";
import { may } from "../rights.ts";
import { refuseWith } from "../say-who-may.ts";
import type { WordingKey } from "../wording.ts";
import { type Account, type AccountChange, heldTo, holderOf, isActiveAdmin, isTeamRole } from "./account.ts";
import { endSessions } from "./change-own-account.ts";

/** The address of a person in a chat, `platform:space:user`; the web is none. */
const CHAT_PERSON = /^(?!web:)[a-z][a-z0-9-]*:[^\s:]+:[^\s:]+$/;

const ACT_OF: Readonly<Record<AccountChange["kind"], Audited>> = {
  role: "role-changed",
  disable: "account-disabled",
  enable: "account-enabled",
  tie: "account-tied",
};

function changed(account: Account, change: AccountChange, at: number): Account {
  switch (change.kind) {
    case "role":
      return { ...account, role: change.role, roleBy: "desk" };
    case "disable":
      return { ...account, disabledAt: account.disabledAt ?? at };
    case "enable":
      return { ...account, disabledAt: null };
    case "tie":
      return { ...account, chatAddress: change.chatAddress };
  }
}

async function hindrance({ store }: Context, before: Account, change: AccountChange, after: Account) {
  if (change.kind === "role" && !isTeamRole(change.role)) return "people.nameAndRole" as const;
  const admins = await store.list("account", { where: { role: "admin" } });
  const others = admins.filter((admin) => admin.id !== before.id && isActiveAdmin(admin));
  if (isActiveAdmin(before) && !isActiveAdmin(after) && others.length === 0) return "people.lastAdmin" as const;
  const { chatAddress } = after;
  if (change.kind !== "tie" || chatAddress === null) return null;
  if (!CHAT_PERSON.test(chatAddress)) return "people.noChatAddress" as const;
  const tied = await store.list("account", { where: { chatAddress } });
  return tied.some(({ id }) => id !== after.id) ? ("people.tiedAlready" as const) : null;
}

/** The account's sessions go on as what it is now; those of one that is shut are over. */
async function settleSessions(context: Context, draft: Draft, account: Account, at: number): Promise<void> {
  if (account.disabledAt !== null) await endSessions(context, draft, { account, at });
  const where = { accountId: account.id };
  for (const session of await context.store.list("session", { where })) {
    const held = session.endedAt === null ? heldTo(session, account) : null;
    if (held) draft.put("session", held);
  }
  if (account.disabledAt === null || account.chatAddress === null) return;
  const inChat = await context.store.list("session", { where: { whoAddress: account.chatAddress } });
  for (const session of inChat) if (session.endedAt === null) draft.put("session", { ...session, endedAt: at });
}

function factsOf(before: Account, change: AccountChange): Readonly<Record<string, string | null>> {
  if (change.kind === "role") return { from: before.role, to: change.role };
  return change.kind === "tie" ? { chat: change.chatAddress } : {};
}

/** Changes an account as an admin wants it: its role, whether it lets in, and as whom in a chat its holder acts. There is always an admin left. */
export async function changeAccount(event: AccountChanged, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, change, at } = event;
  const refuse = (code: "unknown" | "not-allowed" | "conflict", key: WordingKey) => {
    refuseWith(context, draft, by, { code, key });
    return draft.outcome();
  };
  if (!may(by.role, "change-settings")) return refuse("not-allowed", "refused.people");
  const before = await context.store.get("account", event.accountId);
  if (before === null) return refuse("unknown", "people.unknown");
  const account = changed(before, change, at);
  const key = await hindrance(context, before, change, account);
  if (key !== null) return refuse("conflict", key);
  draft.put("account", account);
  await settleSessions(context, draft, account, at);
  const facts = { of: holderOf(before).address, ...factsOf(before, change) };
  draft.audit({ by, act: ACT_OF[change.kind], table: "account", subject: account.id, via: "page", facts });
  return draft.outcome();
}
