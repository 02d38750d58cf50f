import type { Action } from "../../src/messages.ts";
import { shortened } from "./pieces.ts";

/** Discord's limits: characters of a button's label and id, buttons in a row, and rows. */
const LONGEST_LABEL = 80;
const LONGEST_ID = 100;
const MOST_IN_ROW = 5;
const MOST_ROWS = 5;

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

/** Reads a button's id; null where it is not one of ours. */
export function readButton(id: string): ButtonValue | null {
  const [name, subject, value, ...more] = id.split("/").map(decoded);
  if (!name || !subject || value === null || more.length > 0) return null;
  return { name, subject, ...(value === undefined ? {} : { value }) };
}

function button(action: Action): Component {
  const label = shortened(action.label, LONGEST_LABEL);
  return { type: BUTTON, style: SECONDARY, label, custom_id: buttonId(action) };
}

/** Score buttons in rows of five, all alike; the rest in rows of their own. What Discord has no room for is left out. */
export function buttonRows(actions: readonly Action[]): Component[] {
  const possible = actions.filter((action) => buttonId(action).length <= LONGEST_ID);
  const scores = possible.filter(({ name }) => name === "score");
  const others = possible.filter(({ name }) => name !== "score");
  const groups = [...chunks(scores, MOST_IN_ROW), ...chunks(others, MOST_IN_ROW)].slice(0, MOST_ROWS);
  return groups.map((group) => ({ type: ACTION_ROW, components: group.map(button) }));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
