import type { Command } from "commander";
import type { ForgetOptions } from "../forget.ts";
import type { RetentionOptions } from "../retention.ts";
import { demoOption, deskOption } from "./desk-option.ts";
import { example } from "./example.ts";
import { formatOption } from "./format-option.ts";

const WHOM = "by id, by address such as slack:T1:U7, or by e-mail address";

function addRetention(program: Command): void {
  const command = program
    .command("retention")
    .description("take away now what is older than the settings keep it, as happens every night")
    .option("--dry-run", "only say what would go")
    .addOption(deskOption())
    .addOption(demoOption())
    .addOption(formatOption());
  example(command, "emptychair retention --dry-run").action(async (options: RetentionOptions) =>
    (await import("../retention.ts")).retention(options),
  );
}

/** `forget`, `customer-data` and `retention`. */
export function addPrivacy(program: Command): void {
  const forget = program
    .command("forget")
    .description("take away everything that is kept about a customer; cannot be undone")
    .argument("<CUSTOMER>", WHOM)
    .option("--yes", "do not ask before")
    .addOption(deskOption())
    .addOption(demoOption());
  example(forget, "emptychair forget slack:T1:U7").action(async (whom: string, options: ForgetOptions) =>
    (await import("../forget.ts")).forget(whom, options),
  );
  const data = program
    .command("customer-data")
    .description("print everything that is kept about a customer as JSON")
    .argument("<CUSTOMER>", WHOM)
    .addOption(deskOption())
    .addOption(demoOption());
  example(data, "emptychair customer-data maria@example.com > maria.json").action(
    async (whom: string, options: { desk?: string; demo?: true }) =>
      (await import("../customer-data.ts")).customerData(whom, options),
  );
  addRetention(program);
}
