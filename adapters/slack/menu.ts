import { shortened } from "./plain-text.ts";

/** Most options of a group, and most characters of an option, of a group's name and of an option's value, by Slack's rules. */
const MOST_OPTIONS = 100;
const LONGEST_OPTION = 75;
const LONGEST_VALUE = 150;

/** Something that can be chosen in a menu. */
export interface MenuChoice {
  readonly value: string;
  readonly label: string;
}

function option({ value, label }: MenuChoice) {
  return { text: { type: "plain_text", text: shortened(label, LONGEST_OPTION) }, value };
}

/** What a group holds, by the names of its first and its last. */
function groupName(group: readonly MenuChoice[]): string {
  const half = Math.floor(LONGEST_OPTION / 2) - 2;
  const [first, last] = [group[0]?.label ?? "", group.at(-1)?.label ?? ""];
  return `${shortened(first, half)} – ${shortened(last, half)}`;
}

/** Whether Slack carries the value of a choice. */
export function fitsMenu(value: string): boolean {
  return value.length <= LONGEST_VALUE;
}

/** All the choices of a menu: in one list, or in groups where there are more than Slack takes in one. */
export function menuOptions(choices: readonly MenuChoice[]): Readonly<Record<string, unknown>> {
  if (choices.length <= MOST_OPTIONS) return { options: choices.map(option) };
  const groups = Array.from({ length: Math.ceil(choices.length / MOST_OPTIONS) }, (_, index) =>
    choices.slice(index * MOST_OPTIONS, (index + 1) * MOST_OPTIONS),
  );
  const named = groups.slice(0, MOST_OPTIONS).map((group) => ({
    label: { type: "plain_text", text: groupName(group) },
    options: group.map(option),
  }));
  return { option_groups: named };
}
