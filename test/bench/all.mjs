// Runs the benches, or those that are named, one after the other, puts what they found into measured.json and the table of all into the README. `--rows N` is how many answers the desk's own has; 20,000 where none are named.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { tableOf } from "./rows.mjs";

const MEASURED = "test/bench/measured.json";
const MARKS = ["<!-- measured -->\n", "<!-- end of measured -->\n"];
const BENCHES = ["desk", "start", "slack-ack", "api", "discord-events", "outbox-backlog"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: "string", default: "20000" } },
});

function run(name, into) {
  const [program, ...given] =
    name === "desk"
      ? ["build/adapters/cli/emptychair.js", "bench", "--rows", values.rows]
      : ["node_modules/vitest/vitest.mjs", "run", "--config", "test/bench/vitest.config.ts", `bench/${name}`];
  const env = { ...process.env, BENCH_INTO: into, EMPTYCHAIR_DATA: join(into, "data") };
  const stdio = ["ignore", name === "desk" ? "pipe" : "inherit", "inherit"];
  const { status, stdout } = spawnSync(process.execPath, [program, ...given], { env, stdio, encoding: "utf8" });
  assert.equal(status, 0, `${name} failed`);
  if (name === "desk") writeFileSync(join(into, "desk.json"), stdout);
}

function foundIn(folder) {
  const on = new Date().toISOString().slice(0, 10);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((file) => {
      const found = JSON.parse(readFileSync(join(folder, file), "utf8"));
      return [basename(file, ".json"), { on, node: process.versions.node, found }];
    }),
  );
}

function writeTable(measured) {
  const readme = readFileSync("README.md", "utf8");
  const [begin, end] = MARKS.map((mark) => readme.indexOf(mark));
  assert.ok(begin >= 0 && end > begin, `README.md has no place for the table between ${MARKS.join("and ")}`);
  writeFileSync("README.md", `${readme.slice(0, begin + MARKS[0].length)}${tableOf(measured)}${readme.slice(end)}`);
}

for (const name of positionals) assert.ok(BENCHES.includes(name), `no bench is called ${name}: ${BENCHES.join(", ")}`);
for (const name of positionals.length > 0 ? positionals : BENCHES) {
  const into = mkdtempSync(join(tmpdir(), "emptychair-bench-"));
  try {
    run(name, into);
    const measured = { ...JSON.parse(readFileSync(MEASURED, "utf8")), ...foundIn(into) };
    writeFileSync(MEASURED, `${JSON.stringify(measured, null, 2)}\n`);
    writeTable(measured);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}
