import type { Action } from "../../src/messages.ts";
import { shortened } from "./plain-text.ts";

/** Most characters of a button's text; most buttons in one row of ours. */
const LONGEST_LABEL = 75;
/** Most buttons beside those of scores: words come before buttons. */
const MOST_BUTTONS = 25;
const MOST_IN_ROW = 5;

type Block = Readonly<Record<string, unknown>>;

/** What travels with a button: what it acts on and the chosen score. */
export interface ButtonValue {
  readonly subject: string;
  readonly value?: string;
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

/** Score buttons in rows of five, all alike; the rest in a row of their own. */
export function buttonRows(actions: readonly Action[]): Block[] {
  const scores = actions.filter(({ name }) => name === "score");
  const others = actions.filter(({ name }) => name !== "score").slice(0, MOST_BUTTONS);
  const groups = [...chunks(scores, MOST_IN_ROW), ...chunks(others, MOST_IN_ROW)];
  const drawn = (action: Action) => button(action, actions.indexOf(action));
  return groups.map((group, index) => ({ type: "actions", block_id: `actions-${index}`, elements: group.map(drawn) }));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
