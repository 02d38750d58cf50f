import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Handled } from "../../../../src/bot.ts";
import { loginOf } from "../../../../src/doors/account.ts";
import { rightOfSection } from "../../../../src/doors/pages.ts";
import type { Passwords } from "../../../../src/doors/passwords.ts";
import type { Role } from "../../../../src/interaction/customer.ts";
import type { Voucher } from "../../../sign-in.ts";
import { keepSession, sessionIn } from "../../cookies.ts";
import type { PageDesk } from "../../desk.ts";
import type { OwnAddress } from "../../own-address.ts";
import type { Passkeys, Site } from "../../passkeys.ts";
import type { Tries } from "../../tries.ts";

/** What lets people in at one desk. */
export interface DoorParts {
  readonly address: OwnAddress;
  readonly passwords: Passwords;
  readonly passkeys: Passkeys;
  readonly tries: Tries;
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
  return rightOfSection(pathname) === null || pathname === "/sign-out" ? "" : `${pathname}${search}`;
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

/** From which machine a request comes, as far as can be told. */
function remoteOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "";
  } catch {
    return "";
  }
}

/** Notes a try to come in, by whom it says it is and by the machine it comes from; how many minutes to wait where there were too many, else 0. */
export function noteTry(
  context: Context,
  { settings }: PageDesk,
  { tries }: Pick<DoorParts, "tries">,
  login: string | null,
) {
  const { passwordTries, addressTries } = settings.doors;
  const from = `from ${remoteOf(context)}`;
  const own = login === null ? null : `login ${loginOf(login)}`;
  const wait = Math.max(tries.waitOf(from, addressTries), own === null ? 0 : tries.waitOf(own, passwordTries));
  if (wait > 0) return Math.ceil(wait / 60_000);
  tries.note(from);
  if (own !== null) tries.note(own);
  return 0;
}

/** It was them: their earlier tries count no more. */
export function forgetTries({ tries }: Pick<DoorParts, "tries">, login: string): void {
  tries.forget(`login ${loginOf(login)}`);
}
