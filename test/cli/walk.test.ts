import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { beforeEach, describe, expect, it } from "vitest";
import { createProgram } from "../../adapters/cli/program.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { openStore } from "../database/open-store.ts";
import { MARK, MARKED_SETTINGS, markedDesk } from "../privacy/marked.ts";
import { DAY } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

/** Commands that are not run here, and where they are walked or why nobody's words can come of them. */
const NOT_RUN: Readonly<Record<string, string>> = {
  start: "serves what test/web/walk.test.ts and those of the platforms walk",
  demo: "the same, on a sample that is made up",
  bench: "measures on rows of its own",
  forget: "takes words away, and prints none",
  exclude: "takes an answer out of the score, and prints one sentence of its own",
  backup:
    "writes every word into a file that only its owner may read, and prints counts; test/cli/backup.test.ts has what it prints",
  restore: "puts such a file back, and prints counts; the same",
  import: "brings words in; what it prints of them stands in the file that it was given",
};

/** What commands are given that want something, by the name of the argument. */
const GIVEN: Readonly<Record<string, string>> = {
  WORDS: "wrong",
  CUSTOMER: "web:customer:unhappy",
  ID: "web:chat:unhappy",
};

/** What the commands that give people's words away must be. */
const WITH_WORDS = [
  "cases",
  "customer-data",
  "digest",
  "export cases",
  "export responses",
  "export transcripts",
  "search",
];

/** Every way in which a command may be called: with each choice of its first argument, each format, and unredacted where it can. */
function waysOf(command: Command): string[][] {
  const [first] = command.registeredArguments;
  const given = GIVEN[first?.name() ?? ""];
  if (first?.required && first.argChoices === undefined && given === undefined)
    throw new Error(`The walk knows nothing to give to ${command.name()} as its ${first.name()}.`);
  const choices = first?.argChoices ?? (given === undefined ? [] : [given]);
  const calls = choices.length === 0 ? [[command.name()]] : choices.map((choice) => [command.name(), choice]);
  const format = command.options.find(({ long }) => long === "--format");
  const formats = format?.argChoices?.map((choice) => ["--format", choice]) ?? [[]];
  const isRaw = command.options.some(({ long }) => long === "--raw");
  const more = command.name() === "digest" ? ["--week", "2026-W47"] : [];
  const all = calls.flatMap((call) => formats.map((one) => [...call, ...one, ...more]));
  return isRaw ? all.flatMap((one) => [one, [...one, "--raw", "--admin", "Admin Ada"]]) : all;
}

describe("every command", () => {
  const folder = eachInFolder();
  const path = () => join(folder.path, "emptychair.db");
  beforeEach(async () => {
    writeFileSync(join(folder.path, "settings.yaml"), JSON.stringify(MARKED_SETTINGS));
    const store = await openStore(path());
    const { world } = await markedDesk({ store });
    await world.pass(DAY, DAY);
    await store.close();
  });

  async function lines(): Promise<readonly { readonly act: string; readonly by: string | null }[]> {
    const store = await openStore(path());
    const rows = await store.at(DEFAULT_DESK).list("audit", { orderBy: "number" });
    await store.close();
    return rows.map(({ act, byName }) => ({ act, by: byName }));
  }

  it("gives people's words away only with a line in the audit log that names who gave it", async () => {
    const withWords = new Set<string>();
    const round: string[] = [];
    let before = (await lines()).length;
    for (const command of createProgram("0").commands.filter((one) => !(one.name() in NOT_RUN)))
      for (const way of waysOf(command)) {
        const { out, err } = await run(way, { EMPTYCHAIR_DATA: folder.path });
        const all = await lines();
        const told = all.slice(before).filter(({ act, by }) => (act === "read" || act === "exported") && by !== null);
        before = all.length;
        if (!`${out}${err}`.includes(MARK)) continue;
        withWords.add(way[0] === "export" ? way.slice(0, 2).join(" ") : (way[0] ?? ""));
        if (told.length === 0 || (way.includes("--raw") && told[0]?.by !== "Admin Ada")) round.push(way.join(" "));
      }
    expect(existsSync(path())).toBe(true);
    expect(round).toEqual([]);
    expect([...withWords].toSorted()).toEqual(WITH_WORDS);
  });

  it("that is not run is there", () => {
    const names = createProgram("0").commands.map((command) => command.name());
    for (const name of Object.keys(NOT_RUN)) expect(names).toContain(name);
  });
});
