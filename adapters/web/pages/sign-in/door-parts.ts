import type { Context } from "hono";
import type { Handled } from "../../../../src/bot.ts";
import { loginOf } from "../../../../src/doors/account.ts";
import { waitOf } from "../../../../src/doors/attempt.ts";
import { secretHash } from "../../../../src/doors/link.ts";
import { rightOfSection } from "../../../../src/doors/pages.ts";
import type { Passwords } from "../../../../src/doors/passwords.ts";
import type { Role } from "../../../../src/interaction/customer.ts";
import type { Voucher } from "../../../sign-in.ts";
import { callerOf } from "../../caller.ts";
import { keepSession, sessionIn } from "../../cookies.ts";
import type { PageDesk } from "../../desk.ts";
import type { OwnAddress } from "../../own-address.ts";
import type { Passkeys, Site } from "../../passkeys.ts";

/** What lets people in at one desk. */
export interface DoorParts {
  readonly address: OwnAddress;
  /** Whether people come by a name of their own, so that there may be a proxy before us. */
  readonly hasPublicUrl: boolean;
  readonly passwords: Passwords;
  readonly passkeys: Passkeys;
  /** Those who vouch for people. */
  readonly vouchers: readonly Voucher[];
  /** The role that somebody has in a chat now; null where it cannot be told. */
  readonly roleOf: (desk: string, address: string) => Promise<Role | null>;
}

const LONGEST_WANTED = 500;

/** The page of the desk that somebody wants to go on to, as far as anybody who signs in may be led there; else the empty text. */
export function wantedPath(given: string | undefined): string {
  if (given === undefined || given.length > LONGEST_WANTED || !/^\/(?![/\\])[^\s\\]*$/.test(given)) return "";
  const { pathname, search } = new URL(given, "http://desk");
  // What a browser makes of `/x/..//elsewhere` leads to another site.
  const isElsewhere = pathname.startsWith("//");
  const isOpen = rightOfSection(pathname) !== null && pathname !== "/sign-out" && !isElsewhere;
  return isOpen ? `${pathname}${search}` : "";
}

/** The session that the browser holds already, as events name it. */
export function heldIn(context: Context, desk: PageDesk, { address }: Pick<DoorParts, "address">) {
  const held = sessionIn(context, address, desk.deskId);
  return held === undefined ? {} : { held };
}

/** Gives the browser the session that was begun, and the address of the page to go on to; null where none was. */
export function letIn(
  context: Context,
  desk: PageDesk,
  { address }: Pick<DoorParts, "address">,
  { disclosed }: Pick<Handled, "disclosed">,
): string | null {
  if (disclosed?.kind !== "session") return null;
  const seconds = Math.floor((disclosed.expiresAt - desk.clock.now()) / 1000);
  keepSession(context, address, desk.deskId, disclosed.secret, seconds);
  return desk.path(disclosed.path);
}

/** The page as its browser reaches it, for what is asked of a device; null where the browser does not say. */
export function siteOf(context: Context, desk: PageDesk): Site | null {
  const origin = context.req.header("origin");
  return origin === undefined || !URL.canParse(origin) ? null : { origin, desk: desk.settings.desk.name };
}

/** Longer names are nobody's; only so much of one is remembered. */
const LONGEST_LOGIN = 254;

function attemptOf(login: string): Promise<string> {
  return secretHash(`login ${loginOf(login.slice(0, LONGEST_LOGIN))}`);
}

/** Notes a try to come in, by whom it says it is and by the address it comes from, behind a proxy of ours the one that the proxy names; how many minutes to wait where there were too many, else 0. */
export async function noteTry(
  context: Context,
  { settings, store, bot, clock }: PageDesk,
  { hasPublicUrl }: Pick<DoorParts, "hasPublicUrl">,
  login: string | null,
): Promise<number> {
  const { passwordTries, addressTries, triesWithin: within } = settings.doors;
  const now = clock.now();
  const from = await secretHash(`from ${callerOf(context, hasPublicUrl)}`);
  const own = login === null ? [] : [await attemptOf(login)];
  const known = await store.list("attempt", { where: { id: [from, ...own] } });
  const waits = known.map((one) => waitOf(one, { now, within, most: one.id === from ? addressTries : passwordTries }));
  const wait = Math.max(0, ...waits);
  if (wait > 0) return Math.ceil(wait / 60_000);
  await bot.handle({ kind: "entry-tried", id: null, at: now, attempts: [from, ...own], within });
  return 0;
}

/** It was them: their earlier tries count no more. */
export async function forgetTries({ bot, clock }: PageDesk, login: string): Promise<void> {
  await bot.handle({ kind: "entry-proven", id: null, at: clock.now(), attempt: await attemptOf(login) });
}
