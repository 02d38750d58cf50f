import { isIP } from "node:net";
import { z } from "zod";

const BASE = "an http:// or https:// address without user name, query and fragment";
function isBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" && url.search + url.hash === "";
}
/** The base of an API or site, kept without a trailing slash. */
export const base = z
  .string()
  .refine(isBase, { error: BASE })
  .transform((text) => text.replace(/\/+$/, ""));

const SITE =
  "an http:// or https:// address without a path, e.g. https://desk.example.org: behind a proxy the desk needs a name of its own";
/** Where a site begins: one under a path of another's could not be told from it by browsers, which share cookies and keys among paths. */
export const site = base.refine((text) => !URL.canParse(text) || new URL(text).pathname === "/", { error: SITE });

const ISSUER = "an https:// address, as the provider names itself; http:// on this machine alone";
const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Who vouches for people: nobody on the way may read or change what is said. */
export const issuer = base.refine(
  (text) => !URL.canParse(text) || text.startsWith("https:") || LOCAL.test(new URL(text).hostname),
  { error: ISSUER },
);

const TOKEN = "the token as the platform shows it, without spaces";
/** A secret that a platform gives out. */
export const token = z.string().regex(/^[\x21-\x7e]+$/, { error: TOKEN });
/** Several of them, each once. */
export const tokens = z
  .string()
  .regex(/^[\x21-\x2b\x2d-\x7e]+(\s*,\s*[\x21-\x2b\x2d-\x7e]+)*$/, {
    error: `${TOKEN}; several, one for each workspace, separated by commas`,
  })
  .transform((text) => [...new Set(text.split(",").map((part) => part.trim()))]);

const CALLERS = "any, or network addresses and ranges such as 10.0.0.0/8 separated by commas";
/** Whether it is a network address, or a range of them. */
function isRange(text: string): boolean {
  const [, address = "", bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits ?? 0) <= (version === 4 ? 32 : 128);
}
/** Who may ask: anybody, or callers at these addresses. */
export const callers = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .refine((parts) => (parts.length === 1 && parts[0] === "any") || parts.every(isRange), { error: CALLERS });
