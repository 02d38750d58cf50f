import { buttonRows } from "../../src/chat/button-rows.ts";
import type { Action } from "../../src/messages.ts";
import { shortened } from "./pieces.ts";

/** Discord's limits: characters of a button's label and id. */
const LONGEST_LABEL = 80;
const LONGEST_ID = 100;
const MOST_IN_ROW = 5;
const MOST_ROWS = 5;
const MOST_IN_MESSAGE = MOST_IN_ROW * MOST_ROWS;

const ACTION_ROW = 1;
const BUTTON = 2;
/** The one style for every button: grey. */
const SECONDARY = 2;

export type Component = Readonly<Record<string, unknown>>;

/** What travels with a button: what is to be done, about what, and the chosen score. */
export interface ButtonValue {
  readonly name: string;
  readonly subject: string;
  readonly value?: string;
}

/** The part of an id with what divides parts, and what stands for it, written otherwise. */
function encoded(part: string): string {
  return part.replace(/[%/]/g, encodeURIComponent);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** A button's id; it carries no secret, since anybody in the channel can read it. */
export function buttonId({ name, subject, value }: ButtonValue): string {
  return [name, subject, ...(value === undefined ? [] : [value])].map(encoded).join("/");
}

/** Reads a button's id; null where it is not one of ours or there is none. */
export function readButton(id: string | null): ButtonValue | null {
  if (id === null) return null;
  const [name, subject, value, ...more] = id.split("/").map(decoded);
  if (!name || !subject || value === null || more.length > 0) return null;
  return { name, subject, ...(value === undefined ? {} : { value }) };
}

function button(action: Action): Component {
  const label = shortened(action.label, LONGEST_LABEL);
  return { type: BUTTON, style: SECONDARY, label, custom_id: buttonId(action) };
}

function possible(actions: readonly Action[]): Action[] {
  return actions.filter((action) => buttonId(action).length <= LONGEST_ID);
}

/** A button to stand beside a text, by its full name, as Discord has no other for screen readers; null where its id is too long for Discord. */
export function loneButton(action: Action): Component | null {
  return possible([action]).length === 0 ? null : button({ ...action, label: action.description ?? action.label });
}

function rowOf(row: readonly Action[]): Component {
  return { type: ACTION_ROW, components: row.map(button) };
}

/** The buttons of a card, in rows of five without an end, each with the number of its buttons. One whose id is too long for Discord is left out. */
export function cardRows(actions: readonly Action[]): { readonly row: Component; readonly count: number }[] {
  const all = possible(actions);
  const rows = Array.from({ length: Math.ceil(all.length / MOST_IN_ROW) }, (_, index) =>
    all.slice(index * MOST_IN_ROW, (index + 1) * MOST_IN_ROW),
  );
  return rows.map((row) => ({ row: rowOf(row), count: row.length }));
}

/** The buttons of a message as components, in groups of which one message each has room. One whose id is too long for Discord is left out. */
export function buttonGroups(actions: readonly Action[]): Component[][] {
  const all = possible(actions);
  if (all.length <= MOST_IN_MESSAGE) return [buttonRows(all).map(rowOf)];
  const rows = cardRows(all).map(({ row }) => row);
  return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, index) =>
    rows.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS),
  );
}
