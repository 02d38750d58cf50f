import { type Command, Option } from "commander";
import { PLATFORMS } from "../../platforms.ts";
import { ASKED_ROLES } from "../../set-up-answers.ts";
import { example } from "./example.ts";

/** What the flags of `init` say, by their names. */
export type InitOptions = Readonly<Record<string, string | readonly string[] | true | undefined>>;

function addPlatformOptions(command: Command): void {
  for (const { name, setUp } of PLATFORMS) {
    command.option(`--${name}-support-channels <channels...>`, `where customers write on ${setUp.title}`);
    if (setUp.hasCategories)
      command.option(`--${name}-ticket-categories <categories...>`, "whose channels are a conversation each");
    command.option(`--${name}-team-channel <channel>`, `where the team is told on ${setUp.title}`);
    for (const role of ASKED_ROLES)
      command.option(`--${name}-${role} <who...>`, `groups or people who are ${role}: a name or an address`);
  }
}

/** `init`. */
export function addSetUp(program: Command): void {
  const command = program
    .command("init")
    .description("ask what matters, try it, and write the settings file; without a terminal it is told by flags")
    .option("--brand <name>", "whom customers would recommend")
    .option("--desk-name <name>", "how the desk signs")
    .option("--zone <zone>", "IANA time zone; else this machine's")
    .option("--locale <locale>", "language of the desk; else this machine's");
  addPlatformOptions(command);
  command.addOption(new Option("--force", "change a settings file that is there already, keeping all else in it"));
  example(
    command,
    "emptychair init",
    'emptychair init --brand Acme --slack-support-channels "#help" --slack-team-channel "#support-team" --slack-agents @support',
  ).action(async (options: InitOptions) => (await import("../init.ts")).init(options));
}
