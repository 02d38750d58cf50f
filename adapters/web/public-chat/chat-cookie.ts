import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import { secretHash } from "../../../src/doors/link.ts";
import { cookieIn, kept } from "../cookies.ts";
import type { PageDesk } from "../desk.ts";
import type { OwnAddress } from "../own-address.ts";

/** What our secrets look like. */
const SECRET = /^[A-Za-z0-9_-]{12,128}$/;
/** Browsers keep a cookie no longer than this, milliseconds. */
const LONGEST = 400 * 86_400_000;

/** A browser has a chat of its own at each desk; its cookie says nothing about any other page. */
function cookieName({ port }: Pick<OwnAddress, "port">, deskId: string): string {
  return `emptychair-${port}-chat-${deskId}`;
}

/** Who the customer of this browser is: the hash of the secret that it alone holds; null where it holds none. */
export async function customerIn(context: Context, address: OwnAddress, deskId: string): Promise<string | null> {
  const secret = cookieIn(context, address, cookieName(address, deskId));
  return secret !== undefined && SECRET.test(secret) ? secretHash(secret) : null;
}

/**
 * Has this browser hold a secret of its own for as long as its conversations are kept, the one that it has or a new one;
 * gives the customer's id. The cookie is lax, for a link on another site leads here, and opens nothing but this chat.
 */
export async function keepCustomer(
  context: Context,
  address: OwnAddress,
  desk: Pick<PageDesk, "deskId" | "settings" | "ids">,
): Promise<string> {
  const name = cookieName(address, desk.deskId);
  const held = cookieIn(context, address, name);
  const secret = held !== undefined && SECRET.test(held) ? held : desk.ids.secret();
  const maxAge = Math.floor(Math.min(desk.settings.privacy.transcriptRetention, LONGEST) / 1000);
  setCookie(context, name, secret, { ...kept(context, address), sameSite: "Lax", maxAge });
  return secretHash(secret);
}
