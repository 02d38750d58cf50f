import { type Command, Option } from "commander";
import type { MoveOptions } from "../move.ts";
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

  const migrate = program
    .command("migrate")
    .description(
      "bring the database to this version, after a backup; with --from or --to, move everything to a Postgres database",
    )
    .option("--from <url>", "where to move from, as in DATABASE_URL, which is meant if this is left out")
    .option("--to <url>", "where to move to, an empty Postgres database; DATABASE_URL if left out");
  example(
    migrate.option("--yes", "do not ask before changing").addOption(demoOption()),
    "emptychair migrate --yes",
    "emptychair migrate --from file:data/local/emptychair.db --to postgres://desk@db.example/desk",
  ).action(async (options: MoveOptions & { demo?: true }) => {
    if (options.from === undefined && options.to === undefined) return (await import("../migrate.ts")).migrate(options);
    return (await import("../move.ts")).move(options);
  });
}
