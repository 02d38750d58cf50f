import { type Command, InvalidArgumentError, Option } from "commander";
import { demoOption } from "./desk-option.ts";
import { example } from "./example.ts";

const HIGHEST_PORT = 65_535;

function readPort(text: string): number {
  if (/^[0-9]{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT) return Number(text);
  throw new InvalidArgumentError(`Allowed is a whole number from 0 to ${HIGHEST_PORT} (0 picks a free one).`);
}

function portOption(): Option {
  return new Option("--port <N>", "port of the web server, instead of PORT").argParser(readPort);
}

/** `start` and `demo`. */
export function addRunning(program: Command): void {
  const start = program
    .command("start")
    .description("run every configured platform; with no token set, the local desk alone");
  example(start.addOption(portOption()).addOption(demoOption()), "emptychair start --port 8080").action(
    async (options: { port?: number; demo?: true }) => (await import("../start.ts")).start(options),
  );

  const demo = program.command("demo").description("the same on its own database, filled once with a sample quarter");
  example(demo.addOption(portOption()), "emptychair demo").action(async (options: { port?: number }) =>
    (await import("../demo.ts")).demo(options),
  );
}
