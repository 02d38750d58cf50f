import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { OwnAddress } from "./own-address.ts";

type Port = Pick<OwnAddress, "port">;

/** Cookies do not tell ports apart, so the name does: two desks on one machine stay two. */
function keyName({ port }: Port): string {
  return `emptychair-${port}`;
}

/** A person may be signed in at each desk apart. */
function sessionName({ port }: Port, deskId: string): string {
  return `emptychair-${port}-${deskId}`;
}

/** How every cookie of ours is kept: for this server alone, out of the reach of scripts, and over https where people come by it; there its name begins with `__Host-`, which no other server may write. */
export function kept(context: Context, address: OwnAddress) {
  const own = { path: "/", httpOnly: true, sameSite: "Strict" } as const;
  if (isToldHttps(context, address)) return { ...own, secure: true, prefix: "host" } as const;
  return { ...own, secure: isFromPublicPage(context, address) } as const;
}

/** The cookie of that name: by https the one alone that no other server and no one on the way can have written. */
export function cookieIn(context: Context, address: OwnAddress, name: string): string | undefined {
  return getCookie(context, name, "host") ?? (isToldHttps(context, address) ? undefined : getCookie(context, name));
}

/** Whether whoever asks comes by the public https address, as the host says or the proxy before us, with each request alike; not by this machine's own name, where a cookie for https alone would be lost. */
function isToldHttps({ req }: Context, { publicUrl }: OwnAddress): boolean {
  if (!publicUrl.startsWith("https://")) return false;
  const isForwarded = req.header("x-forwarded-proto")?.split(",").at(-1)?.trim() === "https";
  return isForwarded || req.header("host")?.toLowerCase() === new URL(publicUrl).host;
}

/** Whether the page of a form says so, which a proxy that says nothing lets through. */
function isFromPublicPage({ req }: Context, { publicUrl }: OwnAddress): boolean {
  return publicUrl.startsWith("https://") && req.header("origin") === new URL(publicUrl).origin;
}

/** The key of the desk that this browser holds. */
export function keyIn(context: Context, address: OwnAddress): string | undefined {
  return cookieIn(context, address, keyName(address));
}

/** Has this browser hold the key until it is closed. */
export function keepKey(context: Context, address: OwnAddress, key: string): void {
  setCookie(context, keyName(address), key, kept(context, address));
}

/** The name that whoever has the key goes by in this browser. */
export function keptNameIn(context: Context, address: OwnAddress): string | undefined {
  return cookieIn(context, address, `${keyName(address)}-name`);
}

/** Has this browser hold that name until it is closed; null: none. */
export function keepName(context: Context, address: OwnAddress, name: string | null): void {
  if (name === null) deleteCookie(context, `${keyName(address)}-name`, kept(context, address));
  else setCookie(context, `${keyName(address)}-name`, name, kept(context, address));
}

/** The secret of the session at the desk that this browser holds. */
export function sessionIn(context: Context, address: OwnAddress, deskId: string): string | undefined {
  return cookieIn(context, address, sessionName(address, deskId));
}

/** Has this browser hold the secret of a session for so many seconds. */
export function keepSession(context: Context, address: OwnAddress, deskId: string, secret: string, maxAge: number) {
  setCookie(context, sessionName(address, deskId), secret, { ...kept(context, address), maxAge });
}

/** Takes the session at the desk, or the key, out of this browser. */
export function dropCookie(context: Context, address: OwnAddress, of: "key" | { readonly deskId: string }): void {
  const name = of === "key" ? keyName(address) : sessionName(address, of.deskId);
  deleteCookie(context, name, kept(context, address));
}

const ERRAND_SECONDS = 600;

function errandName({ port }: Port): string {
  return `emptychair-${port}-errand`;
}

/** How the browser's errand to whoever vouches for people is kept: it must come along when they send the browser back. */
function keptForReturn(context: Context, address: OwnAddress) {
  return { ...kept(context, address), sameSite: "Lax" } as const;
}

/** Has this browser remember for minutes with what it was sent away. */
export function keepErrand(context: Context, address: OwnAddress, errand: string): void {
  setCookie(context, errandName(address), errand, { ...keptForReturn(context, address), maxAge: ERRAND_SECONDS });
}

/** With what this browser was sent away, once: it remembers it no more. */
export function takeErrand(context: Context, address: OwnAddress): string | undefined {
  const errand = cookieIn(context, address, errandName(address));
  deleteCookie(context, errandName(address), keptForReturn(context, address));
  return errand;
}
