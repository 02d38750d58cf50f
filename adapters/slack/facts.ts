import type { Fact } from "../../src/messages.ts";
import { userOf } from "./address.ts";
import type { Block } from "./buttons.ts";
import { escaped, shortened } from "./plain-text.ts";

/** Most fields of a section, by Slack's rules. */
const MOST_FIELDS = 10;
/** A fact that is longer stands in a line of its own: fields are half as wide. */
const LONGEST_FIELD = 200;
/** Most characters of a line of facts, by Slack's rules. */
const LONGEST_LINE = 2_000;
/** What Slack would read as markup in the words of a person. */
const MARKUP = /[*_~`<>&:\n]/;

function line({ label, value }: Fact): string {
  return `${label}: ${value}`;
}

/** A moment on the reader's own clock; what it falls back to may not hold the signs that end it. */
function localTime(moment: number, fallback: string): string {
  const plain = fallback.replace(/[<>|&]/g, " ");
  return `<!date^${Math.floor(moment / 1000)}^{date_short_pretty} {time}|${plain}>`;
}

/** The value in Slack's notation; null where somebody's words would be read as markup. Only an edit may name people: it notifies nobody. */
function shownValue({ value, moment, person }: Fact, isEdit: boolean): string | null {
  if (moment !== undefined) return localTime(moment, value);
  const user = isEdit && person !== undefined ? userOf(person) : null;
  if (user !== null) return `<@${user}>`;
  return MARKUP.test(value) ? null : escaped(value);
}

function field(fact: Fact, isEdit: boolean): Block {
  const value = shownValue(fact, isEdit);
  if (value === null || MARKUP.test(fact.label))
    return { type: "plain_text", text: `${fact.label}\n${fact.value}`, emoji: true };
  return { type: "mrkdwn", text: `*${fact.label}*\n${value}`, verbatim: true };
}

/** The facts of a message: the short ones in fields side by side, the long ones in lines under them. */
export function factBlocks(facts: readonly Fact[], isEdit: boolean): Block[] {
  const isShort = (fact: Fact) => line(fact).length <= LONGEST_FIELD;
  const fields = facts.filter(isShort).map((fact) => field(fact, isEdit));
  const sections = Array.from({ length: Math.ceil(fields.length / MOST_FIELDS) }, (_, index) => ({
    type: "section",
    fields: fields.slice(index * MOST_FIELDS, (index + 1) * MOST_FIELDS),
  }));
  const long = facts
    .filter((fact) => !isShort(fact))
    .map((fact) => ({
      type: "context",
      elements: [{ type: "plain_text", text: shortened(line(fact), LONGEST_LINE), emoji: true }],
    }));
  return [...sections, ...long];
}

/** The facts in words, a line each. */
export function factLines(facts: readonly Fact[]): string[] {
  return facts.map(line);
}
