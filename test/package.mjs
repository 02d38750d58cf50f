// Packs the built program, installs the tarball without what is for development in a folder of its own, walks one conversation there and weighs it; `--write` puts the weights into the README.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const MOST_MB = 100;
/** Packages that weigh less are told together, megabytes. */
const LEAST_TOLD = 2;
const MEGABYTE = 1_000_000;
const MARKS = ["<!-- weights -->\n", "<!-- end of weights -->\n"];

function npm(folder, ...command) {
  return execFileSync("npm", command, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** What compiling SQLite's driver leaves behind: none of it where npm could fetch the driver compiled. It counts all the same. */
const LEFTOVER = /better-sqlite3\/build\/Release\/(?:obj|sqlite3\.a|test_extension)/;

/** Megabytes of the files in a folder that are of that kind; of all where none is named. */
function weightOf(folder, kind = /^/) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = all.filter(({ parentPath, path, name }) => kind.test(join(parentPath ?? path, name)));
  const bytes = files.reduce(
    (sum, { parentPath, path, name }) => sum + statSync(join(parentPath ?? path, name)).size,
    0,
  );
  return bytes / MEGABYTE;
}

/** The installed packages with their weights, the heaviest first; what lies within another one counts as its own. */
function weightsIn(modules) {
  const names = readdirSync(modules).flatMap((name) => {
    if (name.startsWith(".")) return [];
    return name.startsWith("@") ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name];
  });
  return names.map((name) => ({ name, mb: weightOf(join(modules, name)) })).sort((a, b) => b.mb - a.mb);
}

function tableOf(weights, total, leftover) {
  const told = weights.filter(({ mb }) => mb >= LEAST_TOLD);
  const others = weights.filter(({ mb }) => mb < LEAST_TOLD);
  const rest = others.reduce((sum, { mb }) => sum + mb, 0);
  const rows = [
    ...told.map(({ name, mb }) => [`\`${name}\``, mb]),
    [`${others.length} others, each below ${LEAST_TOLD} MB`, rest],
    ["all", total],
    ["of it left behind by compiling SQLite on the spot, and nowhere else", leftover],
    ["where SQLite is fetched compiled", total - leftover],
  ];
  const lines = rows.map(([name, mb]) => `| ${name} | ${mb.toFixed(1)} |\n`);
  return `| what is installed | MB |\n| --- | ---: |\n${lines.join("")}`;
}

function writeTable(table) {
  const readme = readFileSync("README.md", "utf8");
  const [begin, end] = MARKS.map((mark) => readme.indexOf(mark));
  assert.ok(begin >= 0 && end > begin, `README.md has no place for the weights between ${MARKS.join("and ")}`);
  writeFileSync("README.md", `${readme.slice(0, begin + MARKS[0].length)}${table}${readme.slice(end)}`);
}

const folder = mkdtempSync(join(tmpdir(), "emptychair-package-"));
try {
  const [{ filename }] = JSON.parse(npm(".", "pack", "--json", "--ignore-scripts", "--pack-destination", folder));
  writeFileSync(join(folder, "package.json"), "{}\n");
  npm(folder, "install", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund", join(folder, filename));
  const program = resolve(folder, "node_modules/emptychair/build/adapters/cli/emptychair.js");
  const walked = spawnSync(process.execPath, ["test/smoke.mjs", program], { stdio: "inherit" });
  assert.equal(walked.status, 0, "the installed program failed");
  const modules = join(folder, "node_modules");
  const weights = weightsIn(modules);
  const total = weightOf(modules);
  const leftover = weightOf(modules, LEFTOVER);
  const table = tableOf(weights, total, leftover);
  process.stdout.write(table);
  if (process.argv.includes("--write")) writeTable(table);
  assert.ok(total <= MOST_MB, `the installation weighs ${total.toFixed(1)} MB, more than ${MOST_MB}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
