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
