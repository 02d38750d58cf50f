import type { CommandOption } from "./commands.ts";
import { type Component, flattened } from "./components.ts";
import type { Json } from "./entities.ts";
import { customIdFaults, fault, tooLong } from "./message-forms.ts";
import { type FormFault, Refusal } from "./refusals.ts";

const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Fewest and most options of a menu, and of groups of radio buttons and of boxes. */
const OPTIONS: Readonly<Record<number, readonly [number, number]>> = { 3: [1, 25], 21: [2, 10], 22: [1, 10] };

/** Refuses a modal that Discord would not open. */
export function checkModal(data: Json): void {
  const { custom_id, title, components } = data as { custom_id?: string; title?: string; components?: Component[] };
  const faults: FormFault[] = [];
  if (!custom_id) faults.push(fault("data.custom_id", "BASE_TYPE_REQUIRED", "This field is required"));
  if ((custom_id?.length ?? 0) > 100) faults.push(tooLong("data.custom_id", 100));
  if (!title) faults.push(fault("data.title", "BASE_TYPE_REQUIRED", "This field is required"));
  if ((title?.length ?? 0) > 45) faults.push(tooLong("data.title", 45));
  const rows = components ?? [];
  if (rows.length < 1 || rows.length > 5) faults.push(tooLong("data.components", 5));
  const all = flattened(rows);
  faults.push(...customIdFaults(all, "data.components"));
  for (const { type, label, placeholder, options } of all) {
    const count = Array.isArray(options) ? options.length : 0;
    const [least, most] = OPTIONS[type] ?? [0, 0];
    if (count < least || count > most)
      faults.push(fault("data.components", "BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length.`));
    if (type === 2) faults.push(fault("data.components", "UNION_TYPE_CHOICES", "A modal holds no buttons."));
    if (String(label ?? "").length > 45) faults.push(tooLong("data.components", 45));
    if (String(placeholder ?? "").length > 100) faults.push(tooLong("data.components", 100));
  }
  for (const { type, components: inside } of rows) {
    if (type === 1 && inside?.length !== 1)
      faults.push(fault("data.components", "BASE_TYPE_BAD_LENGTH", "One input per row."));
  }
  if (faults.length > 0) throw new Refusal(50035, faults);
}

/** Refuses a list of commands that Discord would not register. */
export function checkCommands(commands: readonly Json[]): void {
  const faults: FormFault[] = [];
  const seen = new Set<string>();
  for (const [index, command] of commands.entries()) {
    const type = Number(command.type ?? 1);
    const name = String(command.name ?? "");
    if (type === 1) faults.push(...nameFaults(name, `${index}.name`), ...optionFaults(command, String(index)));
    if (type === 1 && !command.description)
      faults.push(fault(`${index}.description`, "BASE_TYPE_REQUIRED", "This field is required"));
    if (type !== 1 && command.description)
      faults.push(
        fault(`${index}.description`, "APPLICATION_COMMAND_DESCRIPTION_INVALID", "A menu command has no description."),
      );
    if (name.length < 1 || name.length > 32) faults.push(tooLong(`${index}.name`, 32));
    if (seen.has(`${type}:${name}`))
      faults.push(
        fault(`${index}.name`, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"),
      );
    seen.add(`${type}:${name}`);
  }
  for (const [type, limit] of [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const) {
    const count = commands.filter((command) => Number(command.type ?? 1) === type).length;
    if (count > limit) faults.push(tooLong("", limit));
  }
  if (faults.length > 0) throw new Refusal(50035, faults);
}

function nameFaults(name: string, at: string): FormFault[] {
  const good = COMMAND_NAME.test(name) && name === name.toLowerCase();
  return good ? [] : [fault(at, "APPLICATION_COMMAND_INVALID_NAME", `Command name is invalid: "${name}"`)];
}

function optionFaults({ options }: Json, at: string): FormFault[] {
  const list = (options ?? []) as CommandOption[];
  const faults: FormFault[] = list.length > 25 ? [tooLong(`${at}.options`, 25)] : [];
  let optional = false;
  for (const [index, option] of list.entries()) {
    const where = `${at}.options.${index}`;
    faults.push(...nameFaults(option.name, `${where}.name`), ...optionFaults(option, where));
    if (option.required && optional) {
      faults.push(
        fault(
          where,
          "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
          "Required options must be placed before non-required options",
        ),
      );
    }
    optional ||= option.type > 2 && !option.required;
    if ((option.choices?.length ?? 0) > 25) faults.push(tooLong(`${where}.choices`, 25));
  }
  return faults;
}
