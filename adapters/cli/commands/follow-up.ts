import type { Command } from "commander";
import type { CasesOptions } from "../cases.ts";
import type { ExcludeOptions } from "../exclude.ts";
import type { SearchOptions } from "../search.ts";
import type { WhyOptions } from "../why.ts";
import { demoOption, deskOption } from "./desk-option.ts";
import { example } from "./example.ts";
import { formatOption } from "./format-option.ts";

function addSearch(program: Command): void {
  const command = program
    .command("search")
    .description("what customers and agents wrote, redacted, the newest first; noted in the audit log")
    .argument("[WORDS...]", 'all must be there; "in quotes": next to each other; refun*: how a word begins')
    .option("--without <WORDS>", "none of these words")
    .option("--product <ID>", "in conversations about this product, by id or name")
    .option("--band <BAND>", "in conversations answered as promoter, passive or detractor")
    .option("--agent <WHO>", "in conversations in which this colleague took part, by name or address")
    .option("--week <WEEK>", "written in this week, such as 2026-W46")
    .option("--person <WHO>", "in this customer's conversations, by id, address or name")
    .option("--limit <COUNT>", "how many, at most 100", "20")
    .addOption(deskOption())
    .addOption(demoOption())
    .addOption(formatOption());
  example(
    command,
    "emptychair search refund --product app",
    "emptychair search '\"too late\"' --band detractor",
  ).action(async (words: string[], options: SearchOptions) => (await import("../search.ts")).search(words, options));
}

function addExclude(program: Command): void {
  const command = program
    .command("exclude")
    .description("leave an answer out of the score, with a reason, or count it again; noted in the audit log")
    .argument("<ANSWER>", "the answer’s id, or that of its survey or conversation")
    .option("--reason <WORDS>", "why it does not count, such as a test or spam")
    .option("--take-back", "count it again")
    .requiredOption("--as <NAME>", "who decides it: the audit log names them")
    .addOption(deskOption())
    .addOption(demoOption());
  example(
    command,
    'emptychair exclude 019a3c7e --reason "our own test" --as "Lead Birch"',
    'emptychair exclude 019a3c7e --take-back --as "Lead Birch"',
  ).action(async (answer: string, options: ExcludeOptions) => (await import("../exclude.ts")).exclude(answer, options));
}

function addWhy(program: Command): void {
  const command = program
    .command("why")
    .description("one conversation’s whole story: what came, what was decided by which rule, what is due")
    .argument("<ID>", "of a conversation, survey, answer, case, post or customer, or the thread’s address")
    .addOption(deskOption())
    .addOption(demoOption())
    .addOption(formatOption());
  example(command, "emptychair why 019a3c7e", "emptychair why slack:T1:C2:1763300000.000100").action(
    async (id: string, options: WhyOptions) => (await import("../why.ts")).why(id, options),
  );
}

/** `cases`, `why`, `search` and `exclude`. */
export function addFollowUp(program: Command): void {
  addCases(program);
  addWhy(program);
  addSearch(program);
  addExclude(program);
}

function addCases(program: Command): void {
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
