import { Argument, type Command, Option } from "commander";
import { SCALES } from "../../../src/survey/score.ts";
import { DATE_ORDERS } from "../../csv/read-time.ts";
import type { Exported } from "../../work/export-rows.ts";
import type { ExportOptions } from "../export.ts";
import type { ImportOptions } from "../import.ts";
import { demoOption, deskOption } from "./desk-option.ts";
import { example } from "./example.ts";

const EXPORTED: readonly Exported[] = ["responses", "interactions", "cases", "transcripts"];

function addImport(program: Command): void {
  const titles = "titles of columns, or a ready map where the file's own titles do not tell; may be given again";
  const map = new Option("--map <score=Score,...>", titles).argParser((text: string, earlier: string[] = []) => [
    ...earlier,
    text,
  ]);
  const command = program
    .command("import")
    .description("bring in past answers from a CSV file; twice changes nothing")
    .argument("<FILE.csv>", "with a line of titles, our own or those of a tool that is known by them")
    .addOption(map)
    .addOption(new Option("--scale <scale>", "scale of answers that name none").choices(SCALES))
    .addOption(new Option("--dates <order>", "how 11/08/2026 is meant").choices(DATE_ORDERS))
    .option("--products <Old=new...>", "which product of the desk the file means by its own; Old= for none")
    .option("--encoding <name>", "what the file is if it is not UTF-8, such as windows-1252")
    .addOption(deskOption())
    .addOption(demoOption())
    .option("--dry-run", "show how the file is understood, and change nothing");
  example(
    command,
    "emptychair import answers.csv --dry-run",
    'emptychair import export.csv --map "score=How likely are you to recommend us?" --dates day-first',
  ).action(async (file: string, options: ImportOptions) => (await import("../import.ts")).importFile(file, options));
}

function addExport(program: Command): void {
  const command = program
    .command("export")
    .description("print what is kept, redacted, as CSV or JSON lines")
    .addArgument(new Argument("<what>").choices(EXPORTED))
    .option("--from <TIME>", "not before this date or time, by the desk's clock")
    .option("--to <TIME>", "before this date or time")
    .addOption(deskOption())
    .addOption(demoOption())
    .addOption(new Option("--format <format>", "how to print it").choices(["csv", "jsonl"]).default("csv"))
    .option("--raw", "people's names and words as they are; needs --admin")
    .option("--admin <NAME>", "who answers for it; kept for the audit")
    .option("--with-recovery", "also the answers that were asked for after a case");
  example(command, "emptychair export responses --from 2026-11-01 --to 2026-12-01 > november.csv").action(
    async (what: Exported, options: ExportOptions) => (await import("../export.ts")).exportRows(what, options),
  );
}

/** `import` and `export`. */
export function addRecords(program: Command): void {
  addImport(program);
  addExport(program);
}
