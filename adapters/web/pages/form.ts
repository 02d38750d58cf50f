import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { html } from "hono/html";
import { BOUNDS } from "../../../src/interaction/bounds.ts";
import type { Ids } from "../../../src/ports.ts";
import { type FormFields, parseForm, readFields } from "../read-fields.ts";
import { refusalPage } from "../refusal-page.ts";
import type { Markup } from "./markup.ts";

/** The text fields of a submitted form. */
export interface Form {
  readonly text: FormFields;
  /** Unique name of what the form asks for: sent twice, it happens once. */
  readonly eventId: string;
  /** The form's own random id; a new one where it came without. */
  readonly id: string;
}

/** The longest text that a field takes, in UTF-16 units. */
export const LONGEST_TEXT: number = BOUNDS.comment;
const LONGEST_ID = 100;

/** The form's own id; null where it has none, or one too long to be ours. */
export function shortId(given: string): string | null {
  return given === "" || given.length > LONGEST_ID ? null : given;
}

/** The fields that say whose and what a form is about: within that alone does its id count. */
const ABOUT = ["me", "chat", "conversation", "subject"] as const;

/** Reads the body of a form post; an id counts for `whose` alone where they are known by something else. Throws a 400 where it is no form that can be read. */
export async function readForm(context: Context, ids: Ids, whose?: string): Promise<Form> {
  const text = await readFields(context);
  const id = shortId(text("form")) ?? ids.secret();
  const about = ABOUT.map((name) => text(name).slice(0, LONGEST_ID)).filter((value) => value !== "");
  const scope = whose === undefined ? [] : [whose];
  const hash = createHash("sha256")
    .update([...scope, ...about, id].join(":"))
    .digest("hex")
    .slice(0, 32);
  return { text, id, eventId: `web:${hash}` };
}

/** Refuses forms with a text longer than a field takes, for those pages that do not say so at the field itself. */
export function textLimit(): MiddlewareHandler {
  return async (context, next) => {
    const fields = context.req.method === "POST" ? Object.values(await parseForm(context)) : [];
    const isTooLong = fields.some((value) => typeof value === "string" && value.length > LONGEST_TEXT);
    if (!isTooLong) return next();
    const { say } = context.get("spoken");
    const text = say("refusal.tooLong", { most: LONGEST_TEXT });
    return refusalPage(context, { status: 422, title: say("refusal.tooLongTitle"), text });
  };
}

/** Hidden fields of a form: its random id, and what it is about. */
export function hiddenFields(ids: Ids, fields: Readonly<Record<string, string>> = {}): Markup {
  const all = Object.entries({ form: ids.secret(), ...fields });
  return html`${all.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

/** What could not be done, next to the form it was asked with; empty where all is well. */
export function formNote(text: string | null): Markup {
  return html`<p class="form-note" role="alert">${text ?? ""}</p>`;
}

/** One of the values of a menu, the chosen one marked. */
export function option(value: string, label: string, chosen: string | null | undefined): Markup {
  return html`<option value="${value}"${value === chosen ? html` selected` : ""}>${label}</option>`;
}
