import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createProgram } from "../../adapters/cli/program.ts";
import { run, runAlone } from "./program.ts";

const COMMANDS = createProgram("0").commands.map((command) => command.name());

describe("emptychair", () => {
  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await runAlone(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it("helps with an example", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("\nExample:\n  $ emptychair start\n");
    for (const name of COMMANDS) expect(out).toContain(`\n  ${name} `);
  });

  it.each(COMMANDS)("helps with an example of %s", async (name) => {
    const { code, out, err } = await run([name, "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`\nExample:\n  $ emptychair ${name}`);
  });

  it("shows its help and ends with 2 where no command is given", async () => {
    const { code, out, err } = await runAlone([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Usage: emptychair");
  });

  it("ends with 2 and says no more than one line where it is run wrongly", async () => {
    const { code, out, err } = await runAlone(["strat"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe("emptychair: unknown command 'strat' (Did you mean start?) See emptychair --help.\n");
  });

  it.each([
    [["start", "--prt", "1"], /unknown option '--prt' \(Did you mean --port\?\)/],
    [["start", "--port", "http"], /argument 'http' is invalid. Allowed is a whole number from 0 to 65535/],
    [["start", "--port", "65536"], /argument '65536' is invalid/],
    [["start", "--port"], /argument missing/],
    [["start", "now"], /too many arguments/],
    [["doctor", "--format", "xml"], /Allowed choices are text, json/],
    [["strat"], /unknown command 'strat' \(Did you mean start\?\)/],
  ])("complains in one line of %j", async (command, line) => {
    const { code, out, err } = await run(command);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(line);
    expect(err).toMatch(/^emptychair: .+ See emptychair --help\.\n$/);
  });
});

it("every command works on the demo's data, but for those that have data of their own", () => {
  const without = createProgram("0")
    .commands.filter(({ options }) => !options.some(({ long }) => long === "--demo"))
    .map((command) => command.name());
  expect(without).toEqual(["demo", "init", "bench"]);
});
