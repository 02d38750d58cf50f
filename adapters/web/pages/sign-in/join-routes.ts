import { type Context, Hono } from "hono";
import { PASSWORD } from "../../../../src/doors/account.ts";
import { type Link, secretHash, stateOf } from "../../../../src/doors/link.ts";
import { invitedTo } from "../../../../src/doors/offer-invitation.ts";
import type { PageDesk } from "../../desk.ts";
import { readFields } from "../../read-fields.ts";
import { refusalPage } from "../../refusal-page.ts";
import { spoken } from "../page-words.ts";
import { nameFrom } from "../people.ts";
import { type DoorParts, heldIn, letIn, noteTry, siteOf } from "./door-parts.ts";
import { joinPage } from "./join-page.ts";

const WHY_NOT = {
  unknown: { status: 404, key: "join.unknown" },
  used: { status: 409, key: "join.used" },
  expired: { status: 410, key: "join.expired" },
} as const;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;

/** What is known of an invitation by its secret. */
interface Invitation {
  readonly desk: PageDesk;
  readonly secret: string;
  readonly link: Link;
  readonly accountId: string;
  readonly isBack: boolean;
}

export interface JoinConfig {
  /** The desk that the link of that hash belongs to; the first one where it is nobody's. */
  readonly deskOf: (hash: string) => Promise<PageDesk>;
  readonly partsOf: (deskId: string) => DoorParts;
}

function leadsNowhere(context: Context, desk: PageDesk, state: keyof typeof WHY_NOT): Response | Promise<Response> {
  const { lang, say } = spoken(desk);
  const { status, key } = WHY_NOT[state];
  return refusalPage(context, { status, title: desk.settings.desk.name, text: say(key), lang });
}

/** The invitation with that secret, where it is open; else the page that says why it is not. */
async function invitationOf(context: Context, { deskOf }: JoinConfig): Promise<Invitation | Response> {
  const secret = context.req.param("secret") ?? "";
  const hash = await secretHash(secret);
  const desk = await deskOf(hash);
  const link = await desk.store.get("link", hash);
  const accountId = link === null ? null : invitedTo(link);
  if (link === null || accountId === null) return leadsNowhere(context, desk, "unknown");
  const state = stateOf(link, desk.clock.now());
  if (state !== "open") return leadsNowhere(context, desk, state);
  const isBack = (await desk.store.get("account", accountId)) !== null;
  return { desk, secret, link, accountId, isBack };
}

/** What was chosen; or a sentence about why it cannot be. */
async function chosenWay(
  { desk, accountId }: Invitation,
  { passwords, passkeys }: DoorParts,
  answer: string,
  password: string,
) {
  const { say } = spoken(desk);
  if (answer !== "") {
    const passkey = await passkeys.readNew(answer, accountId, desk.settings.desk.name);
    return passkey === null ? say("signIn.again") : { passkey };
  }
  if (password.length < PASSWORD.least || password.length > PASSWORD.most) return say("account.length", PASSWORD);
  return { passwordHash: await passwords.hash(password) };
}

async function join(context: Context, invitation: Invitation, parts: DoorParts): Promise<Response> {
  const { desk, secret } = invitation;
  const field = await readFields(context);
  const [name, email] = [nameFrom(field("name")) ?? "", field("email").slice(0, 254)];
  const shown = (note: string) =>
    context.html(joinPage({ ...invitation, vouchers: parts.vouchers, name, email, note }), 422);
  if (email !== "" && !EMAIL.test(email)) return shown(spoken(desk).say("join.noEmail"));
  const way = await chosenWay(invitation, parts, field("answer"), field("password"));
  if (typeof way === "string") return shown(way);
  const who = { name, email: email === "" ? null : email };
  const joined = { kind: "joined", id: null, at: desk.clock.now(), secret, ...who, ...way } as const;
  const handled = await desk.bot.handle({ ...joined, ...heldIn(context, desk, parts) });
  const next = letIn(context, desk, parts, handled);
  return next === null ? shown(handled.refusal?.text ?? spoken(desk).say("join.unknown")) : context.redirect(next, 303);
}

/** Where invitations lead. Opening one uses nothing up; choosing a way in does. */
export function joinRoutes(config: JoinConfig): Hono {
  const app = new Hono();
  app.get("/join/:secret", async (context) => {
    const invitation = await invitationOf(context, config);
    if (invitation instanceof Response) return invitation;
    const { vouchers } = config.partsOf(invitation.desk.deskId);
    const account = await invitation.desk.store.get("account", invitation.accountId);
    const name = account?.name ?? invitation.link.whoName ?? "";
    return context.html(joinPage({ ...invitation, vouchers, name, email: account?.email ?? "", note: null }));
  });
  app.post("/join/:secret", async (context) => {
    const invitation = await invitationOf(context, config);
    if (invitation instanceof Response) return invitation;
    return join(context, invitation, config.partsOf(invitation.desk.deskId));
  });
  app.post("/join/:secret/ask", async (context) => {
    const invitation = await invitationOf(context, config);
    if (invitation instanceof Response) return context.json(null, 403);
    const { desk, accountId } = invitation;
    const parts = config.partsOf(desk.deskId);
    const site = siteOf(context, desk);
    if (site === null || (await noteTry(context, desk, parts, null)) > 0) return context.json(null, 403);
    const kept = await desk.store.list("passkey", { where: { accountId } });
    const name = nameFrom((await readFields(context))("name")) ?? desk.settings.desk.name;
    const question = await parts.passkeys.askForNew(site, { accountId, name, has: kept.map(({ id }) => id) });
    return question === null ? context.json(null, 403) : context.json(question);
  });
  return app;
}
