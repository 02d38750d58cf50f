import { buttonRows } from "../../src/chat/button-rows.ts";
import type { Action, ActionName } from "../../src/messages.ts";
import { fitsMenu, menuOptions } from "./menu.ts";
import { shortened } from "./plain-text.ts";

/** Most buttons that a message shows one by one, and most characters of a button's text. */
const MOST_BUTTONS = 25;
const LONGEST_LABEL = 75;

/** A block of Slack's Block Kit, or an object within one. */
export type Block = Readonly<Record<string, unknown>>;

/** What a form carries as its value that was opened from App Home: what became of it is told on the direct line. */
export const FROM_HOME = "home";

/** What travels with a button or a form: what it acts on, the chosen score, and the desk where the place does not tell. */
export interface ButtonValue {
  readonly subject: string;
  readonly value?: string;
  readonly desk?: string;
}

/** The buttons of which a message may have several without a value. */
const SEVERAL: readonly ActionName[] = ["decide", "greet", "sit-open", "lesson-done", "live-follow"];

/** Unique among the buttons of a message: the part before the colon is the action's name. */
function actionId({ name, value }: Action, index: number): string {
  if (SEVERAL.includes(name)) return `${name}:${index}`;
  return value === undefined ? name : `${name}:${value}`;
}

function carriedBy(action: Action): string {
  const value: ButtonValue = {
    subject: action.subject,
    ...(action.value === undefined ? {} : { value: action.value }),
  };
  return JSON.stringify(value);
}

/** A button; `index` tells it from the message's others of one name without a value. */
export function button(action: Action, index = 0): Block {
  return {
    type: "button",
    action_id: actionId(action, index),
    text: { type: "plain_text", text: shortened(action.label, LONGEST_LABEL), emoji: true },
    value: carriedBy(action),
    ...(action.description === undefined ? {} : { accessibility_label: shortened(action.description, LONGEST_LABEL) }),
  };
}

/** What there is to be decided, where that is more than there is room for as buttons: all of it in one menu. */
function decisionMenu(actions: readonly Action[]): Block[] {
  const choices = actions.map((action) => ({ value: carriedBy(action), label: action.label }));
  const element = { type: "static_select", action_id: "decide:menu", ...menuOptions(choices) };
  return [{ type: "actions", block_id: "decisions", elements: [element] }];
}

/** The buttons of a message as blocks. */
export function buttonBlocks(actions: readonly Action[]): Block[] {
  const decisions = actions.filter((action) => action.name === "decide" && fitsMenu(carriedBy(action)));
  if (actions.length > MOST_BUTTONS && decisions.length > 0) {
    const others = actions.filter((action) => !decisions.includes(action));
    return [...buttonBlocks(others), ...decisionMenu(decisions)];
  }
  return buttonRows(actions).map((row, index) => ({
    type: "actions",
    block_id: `actions-${index}`,
    elements: row.map((action) => button(action, actions.indexOf(action))),
  }));
}
