import type { Context, MiddlewareHandler } from "hono";
import { html } from "hono/html";
import { heldTo } from "../../src/doors/account.ts";
import { secretHash } from "../../src/doors/link.ts";
import { firstPage, mayEnter, rightOfSection } from "../../src/doors/pages.ts";
import { isLive, personOf, ROLE_TRUSTED, type Session } from "../../src/doors/session.ts";
import type { Person, Role } from "../../src/interaction/customer.ts";
import { may } from "../../src/rights.ts";
import { isReading } from "./access.ts";
import { isSameSecret } from "./constant-time.ts";
import { keepKey, keepName, keptNameIn, keyIn, sessionIn } from "./cookies.ts";
import { deskBase, type PageDesk } from "./desk.ts";
import type { OwnAddress } from "./own-address.ts";
import type { Markup } from "./pages/markup.ts";
import { nameFrom } from "./pages/people.ts";
import { refusalPage } from "./refusal-page.ts";

/** Who looks at a page: whoever holds the desk's key, or a person who was let in by a link. */
export type Entrant =
  | {
      readonly kind: "key";
      /** The name they go by, kept in their browser; null where they gave none. */
      readonly name: string | null;
    }
  | { readonly kind: "session"; readonly session: Session; readonly person: Person };

declare module "hono" {
  interface ContextVariableMap {
    visitor: Entrant;
  }
}

/**
 * The role that somebody has at a desk now, as their platform says; null where it cannot be asked.
 * @param address of the person, e.g. `slack:T1:U7`
 */
export type RoleOf = (desk: string, address: string) => Promise<Role | null>;

export interface DoorConfig {
  /** The first one first. */
  readonly desks: readonly [PageDesk, ...PageDesk[]];
  readonly address: OwnAddress;
  readonly deskKey: string;
  readonly roleOf: RoleOf;
}

/** A session is noted as used at most so often, milliseconds. */
const NOTED_EVERY = 5 * 60_000;

/** The desk whose page it is, and the page's address at the first desk. */
export function pageAt([first, ...others]: readonly [PageDesk, ...PageDesk[]], path: string) {
  const found = [first, ...others].find(({ deskId }) => `${path}/`.startsWith(`${deskBase(deskId)}/`));
  const rest = found === undefined ? path : path.slice(deskBase(found.deskId).length) || "/";
  return { desk: found ?? first, rest };
}

/** Whether a page of the desk opens to somebody of the role, who is signed in. What they may do there the bot decides. */
function isOpenTo(role: Role, method: string, rest: string): boolean {
  if (rest === "/live") return isReading(method);
  const right = rightOfSection(rest);
  return right !== null && may(role, right);
}

/** The name that whoever has the key goes by: the one in the address, which the browser keeps, else the one that it kept. */
function nameAt(context: Context, address: OwnAddress): string | null {
  const given = isReading(context.req.method) ? context.req.query("name") : undefined;
  if (given === undefined) return nameFrom(keptNameIn(context, address));
  const name = nameFrom(given);
  keepName(context, address, name);
  return name;
}

/** The role that the person has now: their account's, which the session was held to, or else as the chat says that vouches for them. */
async function roleNow({ deskId }: PageDesk, { accountId, role, whoAddress }: Session, roleOf: RoleOf) {
  return accountId === null ? await roleOf(deskId, whoAddress).catch(() => null) : role;
}

/** The session that the browser holds at the desk, in the role that the person has now; null where it holds none that lasts. */
async function livingSession(context: Context, desk: PageDesk, { address, roleOf }: DoorConfig) {
  const secret = sessionIn(context, address, desk.deskId);
  const kept = secret === undefined ? null : await desk.store.get("session", await secretHash(secret));
  const session = kept?.accountId ? heldTo(kept, await desk.store.get("account", kept.accountId)) : kept;
  const now = desk.clock.now();
  if (!session || !isLive(session, now, desk.settings.doors.idleAfter)) return null;
  const told = await roleNow(desk, session, roleOf);
  if (told === null && now - session.roleAt >= ROLE_TRUSTED) return null;
  const role = told ?? session.role;
  if (now - session.lastSeenAt >= NOTED_EVERY || role !== kept?.role)
    await desk.bot.handle({ kind: "session-seen", id: null, at: now, sessionId: session.id, role: told });
  return mayEnter(role) ? { ...session, role } : null;
}

/** Lets in to a desk's pages whoever opened the printed address once, to all of them, and whoever came by a link, to those of their role. */
export function doors(config: DoorConfig): MiddlewareHandler {
  const { desks, address, deskKey } = config;
  return async (context, next) => {
    const { method, path } = context.req;
    const given = isReading(method) ? context.req.query("key") : undefined;
    if (given !== undefined) return isSameSecret(given, deskKey) ? letIn(context, address, deskKey) : wrongKey(context);
    const { desk, rest } = pageAt(desks, path);
    const session = await livingSession(context, desk, config);
    if (session && isOpenTo(session.role, method, rest)) {
      context.set("visitor", { kind: "session", session, person: personOf(session) });
      return next();
    }
    const key = keyIn(context, address);
    if (key !== undefined && isSameSecret(key, deskKey)) {
      context.set("visitor", { kind: "key", name: nameAt(context, address) });
      return next();
    }
    if (session) return notTheirs(context, desk, session.role);
    return sessionIn(context, address, desk.deskId) === undefined ? noKey(context, desk) : isOver(context, desk);
  };
}

function letIn(context: Context, address: OwnAddress, deskKey: string): Response {
  keepKey(context, address, deskKey);
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.delete("key");
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  return context.redirect(`${pathname.replace(/^\/+/, "/")}${query}`, 303);
}

function wrongKey(context: Context): Response | Promise<Response> {
  const { say } = context.get("spoken");
  return refusalPage(context, { status: 403, title: say("refusal.wrongKeyTitle"), text: say("refusal.wrongKey") });
}

/** Where to sign in, and from there to the page that was wanted. */
function signInLink(context: Context, desk: PageDesk): Markup {
  const { pathname, search } = new URL(context.req.url);
  const base = deskBase(desk.deskId);
  const rest = `${pathname}/`.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
  const to = context.req.method === "GET" && rest !== "/" ? `?${new URLSearchParams({ to: `${rest}${search}` })}` : "";
  const label = desk.wording.say(desk.wording.choose(desk.settings.desk.locale), "signIn.title");
  return html`<a href="${desk.path("/sign-in")}${to}">${label}</a>`;
}

/** A strict cookie stays away when a link on another site is followed; asked again from here, the browser sends it. */
function noKey(context: Context, desk: PageDesk): Response | Promise<Response> {
  const again = context.req.method === "GET" && context.req.header("sec-fetch-site") === "cross-site";
  const { say } = context.get("spoken");
  const text = html`${say("refusal.noKey")} ${signInLink(context, desk)}`;
  return refusalPage(context, { status: 401, title: say("refusal.noKeyTitle"), text, again });
}

function notTheirs(context: Context, desk: PageDesk, role: Role): Response | Promise<Response> {
  const lang = desk.wording.choose(desk.settings.desk.locale);
  const first = html`<a href="${desk.path(firstPage(role))}">${desk.wording.say(lang, "door.toYours")}</a>`;
  const text = html`${desk.wording.say(lang, "door.notYours")} ${first}`;
  return refusalPage(context, { status: 403, title: desk.settings.desk.name, text, lang });
}

function isOver(context: Context, desk: PageDesk): Response | Promise<Response> {
  const lang = desk.wording.choose(desk.settings.desk.locale);
  const text = html`${desk.wording.say(lang, "door.over")} ${signInLink(context, desk)}`;
  return refusalPage(context, { status: 401, title: desk.settings.desk.name, text, lang });
}
