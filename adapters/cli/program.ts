import { Command } from "commander";
import { addBackups } from "./commands/backups.ts";
import { addCare } from "./commands/care.ts";
import { example } from "./commands/example.ts";
import { addFigures } from "./commands/figures.ts";
import { addFollowUp } from "./commands/follow-up.ts";
import { addKeys } from "./commands/keys.ts";
import { addPlatforms } from "./commands/platforms.ts";
import { addPrivacy } from "./commands/privacy.ts";
import { addRecords } from "./commands/records.ts";
import { addRunning } from "./commands/running.ts";
import { addSetUp } from "./commands/set-up.ts";
import { addWebhooks } from "./commands/webhooks.ts";

/** Commander's complaint as one line with its remedy. */
function complaint(text: string): string {
  const line = text
    .replace(/^error: /, "")
    .replace(/\s+/g, " ")
    .trim();
  return `emptychair: ${line}${/[.!?)]$/.test(line) ? "" : "."} See emptychair --help.\n`;
}

/** The `emptychair` command with everything it understands; what a command needs is loaded when it runs. */
export function createProgram(version: string): Command {
  const program = new Command("emptychair")
    .description(
      "Asks customers the recommend question after a support conversation, and follows up every unhappy answer.",
    )
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(complaint(text)) });
  example(program, "emptychair start");
  for (const add of [
    addRunning,
    addSetUp,
    addFigures,
    addFollowUp,
    addRecords,
    addKeys,
    addWebhooks,
    addPrivacy,
    addCare,
    addBackups,
    addPlatforms,
  ])
    add(program);
  return program;
}
