// What became of the tests of a run, from the files that it kept in a folder: NAME.json and NAME.log, and NAME-again.json where a part was run again.
//   node outcome.mjs files FOLDER NAME   the files with a failure, within a test or outside of any, a line each
//   node outcome.mjs tell FOLDER         each failure of all runs, and at the end how many tests of the whole run passed and failed
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

const [what, folder, name] = process.argv.slice(2);

const NONE = { success: false, numPassedTests: 0, testResults: [] };
const read = (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "");
const parsed = (file) => JSON.parse(read(file) || JSON.stringify(NONE));
const say = (line) => process.stdout.write(`${line}\n`);
const firstLine = (text = "") => text.split("\n")[0];

/** Every test that failed, and every file that failed as a whole, with the first line of why. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name: file, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const told = failed.map(({ fullName, failureMessages }) => ({
      file,
      test: fullName,
      why: firstLine(failureMessages[0]),
    }));
    return told.length > 0 || message === "" ? told : [{ file, test: null, why: firstLine(message) }];
  });
}

/** The files in which something failed outside of any test, as the log of that name tells. */
function outside(run) {
  const plain = stripVTControlCharacters(read(`${run}.log`));
  return [...plain.matchAll(/originated in "([^"]+)" test file/g)].map(([, file]) => file);
}

function files() {
  const failed = failuresOf(parsed(`${name}.json`)).map(({ file }) => relative(process.cwd(), file));
  return [...new Set([...failed, ...outside(name)])];
}

function tell() {
  const runs = readdirSync(folder).filter((file) => file.endsWith(".json"));
  for (const run of runs.map((file) => basename(file, ".json"))) {
    for (const { file, test, why } of failuresOf(parsed(`${run}.json`)))
      say(`failed in ${run}: ${relative(process.cwd(), file)}: ${test ?? "the file"}: ${why}`);
    for (const file of outside(run)) say(`failed outside of any test: ${file}`);
  }
  const [all, again] = [parsed("all.json"), parsed("all-again.json")];
  const passedAgain = new Set(
    again.testResults.flatMap(({ name: file, assertionResults }) =>
      assertionResults.flatMap(({ status, fullName }) => (status === "passed" ? [`${file} ${fullName}`] : [])),
    ),
  );
  const failed = failuresOf(all);
  const mended = failed.filter(({ file, test }) => passedAgain.has(`${file} ${test}`)).length;
  const left = failed.length - mended;
  const isGood = all.numPassedTests > 0 && (again.success || (all.success && outside("all").length === 0));
  say(`${all.numPassedTests + mended} passed, ${left || (isGood ? 0 : 1)} failed`);
  return isGood && left === 0;
}

if (what === "files") say(files().join("\n"));
else process.exitCode = tell() ? 0 : 1;
