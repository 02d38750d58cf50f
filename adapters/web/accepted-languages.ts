import type { Context } from "hono";

/** The languages that a browser asks for, as it orders them; undefined where it names none. */
export function acceptedLanguages(context: Context): (string | undefined)[] {
  return (context.req.header("Accept-Language") ?? "").split(",").map((part) => part.split(";")[0]?.trim());
}
