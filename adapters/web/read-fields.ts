import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

/** The text fields of a submitted form: trimmed, the empty text where one is absent. Files are left out; of a repeated field the last counts. */
export type FormFields = (name: string) => string;

/** Everything in the body of a form post. Throws a 400 where it is no form that can be read. */
export function parseForm(context: Context): Promise<Readonly<Record<string, unknown>>> {
  return context.req.parseBody().catch((cause: unknown) => {
    throw new HTTPException(400, { message: "That form could not be read, so nothing was changed.", cause });
  });
}

/** Reads the text fields of a form post. Throws a 400 where it is no form that can be read. */
export async function readFields(context: Context): Promise<FormFields> {
  const body = await parseForm(context);
  return (name) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").replaceAll("\0", "").trim() : "";
  };
}
