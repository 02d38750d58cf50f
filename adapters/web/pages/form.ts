import type { Context } from "hono";
import { html } from "hono/html";
import type { Ids } from "../../../src/ports.ts";
import type { Markup } from "./markup.ts";

/** The text fields of a submitted form. */
export interface Form {
  /** The field's text, trimmed; the empty text if it is absent. */
  text(name: string): string;
  /** Unique name of what the form asks for: sent twice, it happens once. */
  readonly eventId: string;
  /** The form's own random id; a new one where it came without. */
  readonly id: string;
}

/** The longest text a field lets a person type, in UTF-16 units. */
export const LONGEST_TEXT = 10_000;

/** Reads the body of a form post. Files are left out; of a repeated field the last counts. */
export async function readForm(context: Context, ids: Ids): Promise<Form> {
  const body = await context.req.parseBody();
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
  };
  const id = text("form") || ids.secret();
  return { text, id, eventId: `web:${id}` };
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
