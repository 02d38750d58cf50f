import { type Command, Option } from "commander";
import { demoOption } from "./desk-option.ts";
import { example } from "./example.ts";

/** `doctor` and `migrate`. */
export function addCare(program: Command): void {
  const doctor = program
    .command("doctor")
    .description("check settings, database, tokens, scopes, channels, clock and disk; exit 1 on a fault");
  const format = new Option("--format <format>", "how to print the findings").choices(["text", "json"]).default("text");
  example(doctor.addOption(demoOption()).addOption(format), "emptychair doctor --format json").action(
    async (options: { demo?: true; format: "text" | "json" }) => (await import("../doctor.ts")).doctor(options),
  );

  const migrate = program.command("migrate").description("bring the database to this version; a backup is taken first");
  example(
    migrate.option("--yes", "do not ask before changing").addOption(demoOption()),
    "emptychair migrate --yes",
  ).action(async (options: { demo?: true; yes?: true }) => (await import("../migrate.ts")).migrate(options));
}
