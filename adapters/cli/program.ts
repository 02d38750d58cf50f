import { Command, InvalidArgumentError, Option } from "commander";

const HIGHEST_PORT = 65_535;

function readPort(text: string): number {
  if (/^[0-9]{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT) return Number(text);
  throw new InvalidArgumentError(`Allowed is a whole number from 0 to ${HIGHEST_PORT} (0 picks a free one).`);
}

const portOption = () => new Option("--port <N>", "port of the web server, instead of PORT").argParser(readPort);

/** Commander's complaint as one line with its remedy. */
function complaint(text: string): string {
  const line = text
    .replace(/^error: /, "")
    .replace(/\s+/g, " ")
    .trim();
  return `emptychair: ${line}${/[.!?)]$/.test(line) ? "" : "."} See emptychair --help.\n`;
}

function example(command: Command, ...lines: string[]): Command {
  return command.addHelpText("after", `\nExample:\n${lines.map((line) => `  $ ${line}\n`).join("")}`);
}

/** The `emptychair` command with everything it understands; what a command needs is loaded when it runs. */
export function createProgram(version: string): Command {
  const program = new Command("emptychair")
    .description(
      "Asks customers the recommend question after a support conversation, and goes after every unhappy answer.",
    )
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(complaint(text)) });
  example(program, "emptychair start");

  const start = program
    .command("start")
    .description("run every configured platform; with no token set, the local desk alone");
  example(start.addOption(portOption()), "emptychair start --port 8080").action(async (options: { port?: number }) =>
    (await import("./start.ts")).start(options),
  );

  const demo = program.command("demo").description("the same on its own database, filled once with a sample quarter");
  example(demo.addOption(portOption()), "emptychair demo").action(async (options: { port?: number }) =>
    (await import("./demo.ts")).demo(options),
  );

  const doctor = program
    .command("doctor")
    .description("check settings, database, tokens, scopes, channels, clock and disk; exit 1 on a fault");
  const format = new Option("--format <format>", "how to print the findings").choices(["text", "json"]).default("text");
  example(doctor.addOption(format), "emptychair doctor --format json").action(
    async (options: { format: "text" | "json" }) => (await import("./doctor.ts")).doctor(options),
  );

  const commands = program
    .command("discord-commands")
    .description("register the bot's commands on Discord; a start does so too if they have changed");
  example(commands, "emptychair discord-commands").action(async () =>
    (await import("./discord-commands.ts")).discordCommands(),
  );

  const migrate = program.command("migrate").description("bring the database to this version; a backup is taken first");
  example(migrate.option("--yes", "do not ask before changing"), "emptychair migrate --yes").action(
    async (options: { yes?: true }) => (await import("./migrate.ts")).migrate(options),
  );

  const bench = program.command("bench").description("measure saving on the data folder's disk; ratios as JSON");
  example(bench, "emptychair bench").action(async () => (await import("./bench.ts")).bench());
  return program;
}
