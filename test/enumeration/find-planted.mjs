// Plants each fault in turn, enumerates what is quickly done, and says whether that finds it: `npm run enumerate:planted`.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { build } from "./build.mjs";

const planted = JSON.parse(readFileSync(new URL("planted.json", import.meta.url), "utf8"));
const wanted = planted.filter(({ what }) => what.includes(process.argv[2] ?? ""));

function say(line) {
  process.stdout.write(`${line}\n`);
}

/** What the enumeration says of the fault; empty where it says nothing. */
function findIn(file) {
  try {
    execFileSync(process.execPath, [file, "--quick"], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    const lines = `${error.stdout}${error.stderr}`.split("\n");
    return lines.find((line) => /promise|Error/.test(line)) ?? String(error);
  }
}

let missed = 0;
for (const fault of wanted) {
  const found = findIn(await build("enumeration/planted", fault));
  missed += Number(found === "");
  say(`${fault.what}: ${found === "" ? "NOT FOUND" : found.slice(0, 240)}`);
}
say(`${wanted.length - missed} of ${wanted.length} found`);
