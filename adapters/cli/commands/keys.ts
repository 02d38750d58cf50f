import { Argument, type Command } from "commander";
import type { KeysAct, KeysOptions } from "../keys.ts";
import { demoOption, deskOption } from "./desk-option.ts";
import { example } from "./example.ts";
import { formatOption } from "./format-option.ts";

const ACTS: readonly KeysAct[] = ["list", "add", "revoke"];

/** `keys`. */
export function addKeys(program: Command): void {
  const command = program
    .command("keys")
    .description("the keys of the help-desk API: which there are, a new one, and taking one back")
    .addArgument(new Argument("<what>").choices(ACTS))
    .argument("[NAME]", "which program a new key is for, or which key is taken back, by id or name")
    .option("--read", "the new key changes nothing")
    .option("--write", "the new key reads and writes")
    .addOption(deskOption())
    .addOption(demoOption())
    .addOption(formatOption());
  example(
    command,
    'emptychair keys add "Ticket system" --write',
    "emptychair keys list",
    "emptychair keys revoke 3f2a9c01b7de",
  ).action(async (what: KeysAct, subject: string | undefined, options: KeysOptions) =>
    (await import("../keys.ts")).keys(what, subject, options),
  );
}
