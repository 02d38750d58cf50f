import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { NOT_MADE } from "./disk-faults.ts";
import { type House, onPostgres, onSqlite } from "./house.ts";
import { reportTable } from "./report.ts";
import { type Result, runThrough } from "./run-through.ts";
import { openScene, type Scene } from "./scene.ts";
import { diskObstacle } from "./small-disk.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "4.5" },
    seed: { type: "string", default: "1" },
    on: { type: "string", default: "sqlite,postgres" },
    only: { type: "string", default: "" },
  },
});

/** What each place takes of the time. */
const SHARES: Readonly<Record<string, number>> = { sqlite: 0.65, postgres: 0.35 };
/** What everything that is due takes at most after the last fault, mostly, milliseconds. */
const CALM = 65_000;
const MOST_SAID = 40;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

type Build = (scene: Scene, logFile: string) => Promise<House>;

function report({ blows, ledger, findings, talks, broken }: Result, { victims }: House, begun: number): void {
  const count = (of: "starts" | "refusals" | "falls") => victims.reduce((sum, { counts }) => sum + counts[of], 0);
  const seconds = Math.round((Date.now() - begun) / 1_000);
  say(`\n${reportTable(blows, ledger, findings)}\n`);
  say(
    `${talks.length} conversations in ${seconds} s. Started ${count("starts")} times, of which ${count("refusals")} were refused; ended ${count("falls")} times by itself.`,
  );
  for (const sentence of broken.slice(0, MOST_SAID)) say(`NOT KEPT  ${sentence}`);
  if (broken.length > MOST_SAID) say(`... and ${broken.length - MOST_SAID} more`);
}

/** Tortures the program in one place; true where every promise was kept. */
async function tortureOn(name: string, build: Build, milliseconds: number): Promise<boolean> {
  const begun = Date.now();
  const logs = mkdtempSync(join(tmpdir(), `emptychair-torture-${name}-log-`));
  const faultsUntil = begun + Math.max(0, milliseconds - CALM);
  const scene = await openScene((faultsUntil - begun) / 3);
  const house = await build(scene, join(logs, "program.log"));
  const end = async () => {
    await house.end();
    await scene.stop();
  };
  const interrupted = (code: number) => () => void end().finally(() => process.exit(code));
  const [onInterrupt, onTerminate] = [interrupted(130), interrupted(143)];
  process.once("SIGINT", onInterrupt).once("SIGTERM", onTerminate);
  try {
    const result = await runThrough(house, scene, { seed: values.seed, faultsUntil, only: values.only, say });
    report(result, house, begun);
    const isKept = result.broken.length === 0;
    if (isKept) rmSync(logs, { recursive: true, force: true });
    say(isKept ? "Every promise was kept." : `What the program logged is in ${logs}.`);
    return isKept;
  } finally {
    process.off("SIGINT", onInterrupt).off("SIGTERM", onTerminate);
    await end();
  }
}

const obstacle = diskObstacle();
let isKept = true;
for (const name of values.on.split(",")) {
  say(`\n${name === "sqlite" ? "One program on SQLite" : "Two replicas on Postgres"}, seed ${values.seed}`);
  if (name === "sqlite" && obstacle !== null) {
    say(`Skipped altogether: ${obstacle}.`);
    isKept = false;
    continue;
  }
  const build: Build = async (scene, logFile) => {
    const house = await (name === "sqlite" ? onSqlite : onPostgres)(scene, logFile);
    for (const fault of house.faults) {
      const why = fault.obstacle();
      if (why !== null) say(`Skipped "${fault.name}": ${why}.`);
    }
    return house;
  };
  const share = values.on.includes(",") ? (SHARES[name] ?? 1) : 1;
  isKept = (await tortureOn(name, build, share * Number(values.minutes) * 60_000)) && isKept;
}
say("");
for (const sentence of NOT_MADE) say(`Not made: ${sentence}.`);
process.exit(isKept ? 0 : 1);
