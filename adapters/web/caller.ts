import { isIP, isIPv4, isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Addresses of this machine and of private networks: where a proxy of ours stands. */
const NEAR = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;
/** An IPv6 caller has at least so many groups of an address to itself, so that they count as one. */
const GROUPS = 4;

/** An IPv4 address as whoever listens to both kinds writes it, without what makes an IPv6 one of it; any other as it is. */
export function unmapped(address: string): string {
  const v4 = address.replace(/^::ffff:/i, "");
  return isIPv4(v4) ? v4 : address;
}

/** The address at the other end of the connection; empty where that is not known. */
export function peerOf(context: Context): string {
  try {
    return unmapped(getConnInfo(context).remote.address ?? "");
  } catch {
    return "";
  }
}

function network(given: string): string {
  const address = unmapped(given);
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - last.length) }, () => "0");
  return [...groups, ...zeros, ...last].slice(0, GROUPS).join(":");
}

/**
 * The network address that calls, an IPv6 one by its first half. Where people come by PUBLIC_URL and who connects is near, that is a
 * proxy, which names the caller as the last one in X-Forwarded-For; anybody else's word about it is not taken.
 */
export function callerOf(context: Context, hasPublicUrl: boolean): string {
  const peer = peerOf(context);
  if (!hasPublicUrl || !NEAR.test(peer)) return network(peer);
  const told = context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return network(isIP(told) === 0 ? peer : told);
}
