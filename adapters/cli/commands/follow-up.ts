import type { Command } from "commander";
import type { CasesOptions } from "../cases.ts";
import { demoOption, deskOption } from "./desk-option.ts";
import { example } from "./example.ts";
import { formatOption } from "./format-option.ts";

/** `cases`. */
export function addFollowUp(program: Command): void {
  const command = program
    .command("cases")
    .description("who is still waiting for somebody, the most urgent first")
    .option("--state <STATES>", "new, claimed, contacted, waiting, escalated, resolved, closed, withdrawn; with commas")
    .option("--owner <WHO>", "name or address of whoever has it; none: nobody has")
    .option("--product <ID>", "about this product, by id or name")
    .option("--overdue", "only those in which contact is late")
    .option("--all", "the closed ones too")
    .option("--from <TIME>", "opened not before this date or time, by the desk's clock")
    .option("--to <TIME>", "opened before this date or time")
    .addOption(deskOption())
    .addOption(demoOption())
    .addOption(formatOption());
  example(command, "emptychair cases --overdue", 'emptychair cases --owner "Agent Ash" --format json').action(
    async (options: CasesOptions) => (await import("../cases.ts")).cases(options),
  );
}
