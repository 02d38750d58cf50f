import { type Context, Hono } from "hono";
import { type Account, PASSWORD } from "../../../../src/doors/account.ts";
import type { Passwords } from "../../../../src/doors/passwords.ts";
import type { Session } from "../../../../src/doors/session.ts";
import type { PageDesk } from "../../desk.ts";
import type { Passkeys } from "../../passkeys.ts";
import { readForm } from "../form.ts";
import { lookingAt } from "../looking.ts";
import { spoken } from "../page-words.ts";
import { nameFrom } from "../people.ts";
import type { Ways } from "./ways-card.ts";

/** What changing how one signs in takes. */
export interface WaysParts {
  readonly passwords: Passwords;
  readonly passkeys: Passkeys;
  /** How many minutes to wait before the password of that login may be tried, 0 for none. Counts the try. */
  readonly noteTry: (context: Context, desk: PageDesk, login: string) => Promise<number>;
  /** Shows the page with a sentence about what came of it. */
  readonly shown: (context: Context, note: string, status?: 200 | 422) => Promise<Response>;
}

interface Own {
  readonly session: Session;
  readonly account: Account;
}

/** The account of whoever is signed in; null with the key and for who came by a chat. */
async function ownAccount(context: Context, { store }: PageDesk): Promise<Own | null> {
  const { session } = lookingAt(context);
  const account = session?.accountId ? await store.get("account", session.accountId) : null;
  return session && account ? { session, account } : null;
}

/** How whoever looks signs in, with a sentence about the last change; null where there is nothing to choose. */
export async function waysOf(context: Context, desk: PageDesk, note: string | null): Promise<Ways | null> {
  const own = await ownAccount(context, desk);
  if (own === null) return null;
  const { account } = own;
  return { account, passkeys: await desk.store.list("passkey", { where: { accountId: account.id } }), note };
}

async function setPassword(context: Context, desk: PageDesk, { session, account }: Own, parts: WaysParts) {
  const { say } = spoken(desk);
  const { text } = await readForm(context, desk.ids);
  const password = text("new");
  const isLong = password.length >= PASSWORD.least && password.length <= PASSWORD.most;
  if (!isLong) return parts.shown(context, say("account.length", PASSWORD), 422);
  const minutes = account.passwordHash === null ? 0 : await parts.noteTry(context, desk, account.login);
  if (minutes > 0) return parts.shown(context, say("signIn.tooMany", { minutes }), 422);
  if (account.passwordHash !== null && !(await parts.passwords.fits(text("old"), account.passwordHash)))
    return parts.shown(context, say("account.wrongPassword"), 422);
  const passwordHash = await parts.passwords.hash(password);
  const own = { accountId: account.id, sessionId: session.id, passwordHash };
  const { refusal } = await desk.bot.handle({ kind: "password-set", id: null, at: desk.clock.now(), ...own });
  return parts.shown(context, refusal?.text ?? say("account.passwordSet"), refusal ? 422 : 200);
}

async function addPasskey(context: Context, desk: PageDesk, { account }: Own, parts: WaysParts) {
  const { text } = await readForm(context, desk.ids);
  const name = nameFrom(text("name")) ?? desk.settings.desk.name;
  const passkey = await parts.passkeys.readNew(text("answer"), account.id, name);
  if (passkey === null) return parts.shown(context, spoken(desk).say("signIn.again"), 422);
  const added = { kind: "passkey-added", id: null, at: desk.clock.now(), accountId: account.id, passkey } as const;
  const { refusal } = await desk.bot.handle(added);
  return refusal ? parts.shown(context, refusal.text, 422) : context.redirect(desk.path("/sessions"), 303);
}

/** Changing how one signs in oneself. */
export function waysRoutes(desk: PageDesk, parts: WaysParts): Hono {
  const app = new Hono();
  const own = (then: (context: Context, own: Own) => Promise<Response>) => async (context: Context) => {
    const found = await ownAccount(context, desk);
    return found === null ? parts.shown(context, spoken(desk).say("account.notYours"), 422) : then(context, found);
  };
  app.post(
    "/sessions/password",
    own((context, found) => setPassword(context, desk, found, parts)),
  );
  app.post(
    "/sessions/passkey",
    own((context, found) => addPasskey(context, desk, found, parts)),
  );
  app.post(
    "/sessions/passkey/ask",
    own(async (context, { account }) => {
      const origin = context.req.header("origin");
      if (origin === undefined || !URL.canParse(origin)) return context.json(null, 403);
      const kept = await desk.store.list("passkey", { where: { accountId: account.id } });
      const owner = { accountId: account.id, name: account.login, has: kept.map(({ id }) => id) };
      const question = await parts.passkeys.askForNew({ origin, desk: desk.settings.desk.name }, owner);
      return question === null ? context.json(null, 403) : context.json(question);
    }),
  );
  app.post(
    "/sessions/passkey/end",
    own(async (context, { account }) => {
      const { text } = await readForm(context, desk.ids);
      const removed = { kind: "passkey-removed", id: null, at: desk.clock.now(), accountId: account.id } as const;
      const { refusal } = await desk.bot.handle({ ...removed, passkeyId: text("subject") });
      return refusal ? parts.shown(context, refusal.text, 422) : context.redirect(desk.path("/sessions"), 303);
    }),
  );
  return app;
}
