import { buttonRows } from "../../src/chat/button-rows.ts";
import type { Action } from "../../src/messages.ts";
import { shortened } from "./plain-text.ts";

/** Most characters of a button's text. */
const LONGEST_LABEL = 75;

/** A block of Slack's Block Kit, or an object within one. */
export type Block = Readonly<Record<string, unknown>>;

/** What travels with a button or a form: what it acts on, the chosen score, and the desk where the place does not tell. */
export interface ButtonValue {
  readonly subject: string;
  readonly value?: string;
  readonly desk?: string;
}

/** Unique among the buttons of a message: the part before the colon is the action's name. */
function actionId({ name, value }: Action, index: number): string {
  if (name === "decide") return `${name}:${index}`;
  return value === undefined ? name : `${name}:${value}`;
}

function button(action: Action, index: number): Block {
  const value: ButtonValue = {
    subject: action.subject,
    ...(action.value === undefined ? {} : { value: action.value }),
  };
  return {
    type: "button",
    action_id: actionId(action, index),
    text: { type: "plain_text", text: shortened(action.label, LONGEST_LABEL), emoji: true },
    value: JSON.stringify(value),
    ...(action.description === undefined ? {} : { accessibility_label: shortened(action.description, LONGEST_LABEL) }),
  };
}

/** The buttons of a message as blocks. */
export function buttonBlocks(actions: readonly Action[]): Block[] {
  return buttonRows(actions).map((row, index) => ({
    type: "actions",
    block_id: `actions-${index}`,
    elements: row.map((action) => button(action, actions.indexOf(action))),
  }));
}
