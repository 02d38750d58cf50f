import type { Command } from "commander";
import { PLATFORMS } from "../../platforms.ts";
import type { PlaceChoice } from "../load-config.ts";
import { demoOption } from "./desk-option.ts";
import { example } from "./example.ts";

/** The commands that platforms bring. */
export function addPlatforms(program: Command): void {
  for (const platform of PLATFORMS)
    for (const brought of platform.commands) {
      const command = program.command(brought.name).description(brought.description).addOption(demoOption());
      example(command, `emptychair ${brought.name}`).action(async (options: PlaceChoice) =>
        (await import("../platform-command.ts")).runPlatformCommand(platform, brought, options),
      );
    }
}
