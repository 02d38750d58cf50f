import { type Command, InvalidArgumentError, Option } from "commander";
import type { AuditOptions } from "../audit.ts";
import type { BenchOptions } from "../bench.ts";
import type { DigestOptions } from "../digest.ts";
import { demoOption, deskOption } from "./desk-option.ts";
import { example } from "./example.ts";

const DIGEST_FORMATS: readonly DigestOptions["format"][] = ["text", "json", "md", "svg", "png"];

function readRows(text: string): number {
  if (/^[1-9][0-9]{3,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Allowed is a whole number from 1000 to 99999999.");
}

function readCount(text: string): number {
  if (/^[1-9][0-9]{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Allowed is a whole number from 1 to 99999.");
}

function readPoints(text: string): number {
  if (/^-?[0-9]{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Allowed is a whole number.");
}

function addBench(program: Command): void {
  const rows = new Option("--rows <N>", "answers to measure over").argParser(readRows).default(1_000_000);
  const years = new Option("--years <N>", "with --trend: years drawn for each kind of desk");
  const thresholds = new Option(
    "--thresholds <N>",
    "with --trend: desks of a kind, each with its own weeks and threshold",
  );
  const seed = new Option("--seed <N>", "with --trend: other years, the same for the same seed");
  const answers = new Option("--answers <N>", "with --trend: only desks with so many answers a week");
  const nps = new Option("--nps <points>", "with --trend: only desks with that score");
  const wobble = new Option("--wobble <points>", "with --trend: only desks whose true score differs so much by week");
  const bench = program
    .command("bench")
    .description("measure speed on this machine")
    .addOption(rows)
    .option("--trend", "measure instead how change is told: false words, and falls seen, for every kind of desk")
    .addOption(years.argParser(readCount).default(200))
    .addOption(thresholds.argParser(readCount).default(20))
    .addOption(seed.argParser(readCount).default(1));
  for (const only of [answers, nps, wobble]) bench.addOption(only.argParser(readPoints));
  example(bench, "emptychair bench --rows 100000", "emptychair bench --trend --years 100 --answers 25").action(
    async (options: BenchOptions) => (await import("../bench.ts")).bench(options),
  );
}

function addAudit(program: Command): void {
  const command = program
    .command("audit")
    .description("the rows, without a person, from which anybody can count a week's digest again")
    .option("--week <2026-W46>", "ISO week; the last finished one if none is named")
    .addOption(deskOption())
    .addOption(demoOption())
    .addOption(new Option("--format <format>", "how to print it").choices(["jsonl"]).default("jsonl"))
    .option("--out <FILE>", "write to this file instead of standard output")
    .option("--force", "overwrite the file that --out names");
  example(command, "emptychair audit --week 2026-W46 --out w46.jsonl").action(async (options: AuditOptions) =>
    (await import("../audit.ts")).audit(options),
  );
}

/** `digest`, `audit` and `bench`. */
export function addFigures(program: Command): void {
  const format = new Option("--format <format>", "how to give it").choices(DIGEST_FORMATS).default("text");
  const digest = program
    .command("digest")
    .description("the week's digest; the last finished week if none is named")
    .option("--week <2026-W46>", "ISO week")
    .addOption(deskOption())
    .addOption(demoOption())
    .addOption(format)
    .option("--out <FILE>", "write to this file instead of standard output")
    .option("--force", "overwrite the file that --out names")
    .option("--post", "have the program post it; this command itself posts nothing");
  example(
    digest,
    "emptychair digest --week 2026-W46 --format png --out week.png",
    "emptychair digest --desk returns --post",
  ).action(async (options: DigestOptions) => (await import("../digest.ts")).digest(options));

  addAudit(program);
  addBench(program);
}
