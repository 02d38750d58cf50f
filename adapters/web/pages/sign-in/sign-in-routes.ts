import { type Context, Hono } from "hono";
import { loginOf } from "../../../../src/doors/account.ts";
import type { SayWords } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { readFields } from "../../read-fields.ts";
import { spoken } from "../page-words.ts";
import { type DoorParts, forgetTries, heldIn, letIn, noteTry, siteOf, wantedPath } from "./door-parts.ts";
import { signInPage } from "./sign-in-page.ts";

type Unsaid = {
  readonly to: string;
  readonly login?: string;
  readonly note?: string;
  readonly status?: 200 | 401 | 429;
};

/** Shows the page, with why it did not work. */
function shown(context: Context, desk: PageDesk, parts: DoorParts, { to, login = "", note, status = 200 }: Unsaid) {
  const { vouchers } = parts;
  return context.html(signInPage({ desk, vouchers, to, login, note: note ?? null }), status);
}

function tooMany(say: SayWords, minutes: number) {
  return { note: say("signIn.tooMany", { minutes }), status: 429 } as const;
}

async function byPassword(context: Context, desk: PageDesk, parts: DoorParts): Promise<Response> {
  const { say } = spoken(desk);
  const field = await readFields(context);
  const { login, to } = { login: field("login"), to: wantedPath(field("to")) };
  const minutes = await noteTry(context, desk, parts, login);
  if (minutes > 0) return shown(context, desk, parts, { to, login, ...tooMany(say, minutes) });
  const [account] = await desk.store.list("account", { where: { login: loginOf(login) }, limit: 1 });
  const isTheirs = await parts.passwords.fits(field("password"), account?.passwordHash ?? null);
  const wrong = { to, login, note: say("account.notKnown"), status: 401 } as const;
  if (!isTheirs || account === undefined) return shown(context, desk, parts, wrong);
  const entered = { kind: "account-entered", id: null, at: desk.clock.now(), accountId: account.id } as const;
  const held = heldIn(context, desk, parts);
  const next = letIn(context, desk, parts, await desk.bot.handle({ ...entered, how: "password", path: to, ...held }));
  if (next === null) return shown(context, desk, parts, wrong);
  await forgetTries(desk, login);
  return context.redirect(next, 303);
}

async function byPasskey(context: Context, desk: PageDesk, parts: DoorParts): Promise<Response> {
  const { say } = spoken(desk);
  const field = await readFields(context);
  const [answer, to] = [field("answer"), wantedPath(field("to"))];
  const minutes = await noteTry(context, desk, parts, null);
  if (minutes > 0) return shown(context, desk, parts, { to, ...tooMany(say, minutes) });
  const id = parts.passkeys.idIn(answer);
  const passkey = id === null ? null : await desk.store.get("passkey", id);
  const counter = passkey === null ? null : await parts.passkeys.readProof(answer, passkey);
  const wrong = { to, note: say("account.noSuchKey"), status: 401 } as const;
  if (passkey === null || counter === null) return shown(context, desk, parts, wrong);
  const { accountId } = passkey;
  const proven = { accountId, how: "passkey", passkey: { id: passkey.id, counter }, path: to } as const;
  const entered = { kind: "account-entered", id: null, at: desk.clock.now(), ...proven } as const;
  const handled = await desk.bot.handle({ ...entered, ...heldIn(context, desk, parts) });
  const next = letIn(context, desk, parts, handled);
  return next === null ? shown(context, desk, parts, wrong) : context.redirect(next, 303);
}

/** Signing in at one desk, for whoever comes. */
export function signInRoutes(desk: PageDesk, parts: DoorParts): Hono {
  const app = new Hono();
  app.get("/sign-in", (context) => shown(context, desk, parts, { to: wantedPath(context.req.query("to")) }));
  app.post("/sign-in", (context) => byPassword(context, desk, parts));
  app.post("/sign-in/passkey/ask", async (context) => {
    const site = siteOf(context, desk);
    const isTooOften = (await noteTry(context, desk, parts, null)) > 0;
    const question = site === null || isTooOften ? null : await parts.passkeys.askForProof(site);
    return question === null ? context.json(null, 403) : context.json(question);
  });
  app.post("/sign-in/passkey", (context) => byPasskey(context, desk, parts));
  return app;
}
