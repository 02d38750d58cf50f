import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { rolldown } from "rolldown";
import type { Plant } from "./plant.ts";
import { PLANTED } from "./planted.ts";
import type { Sought } from "./seek.ts";

/** Where a patched simulation is built: within the tree, so that its packages are found. */
const BUILT = "build/planted";
/** A world that takes more of a processor than this comes to no end, milliseconds. */
const LONGEST_WORLD_MS = 60_000;
const WATCH_EVERY_MS = 1_000;

/** How seeking a planted fault ended. */
export interface Found {
  readonly plant: Plant;
  readonly how: "found" | "crash" | "hang" | "not found";
  readonly seed: number;
  readonly sentence: string;
  readonly cpuMs: number;
}

const isInstalled = (id: string) => !/^(?:[./\0]|[A-Z]:|@oxc-project\/runtime)/.test(id);

/** Builds the simulation with the patch in it; gives the file to run. */
async function build({ file, find, replace }: Plant, dir: string): Promise<string> {
  let count = 0;
  const transform = (code: string, id: string) => {
    if (!id.replaceAll("\\", "/").endsWith(`/${file}`)) return null;
    count += 1;
    return { code: code.replace(find, () => replace) };
  };
  const input = { seek: "test/simulation/planted/seek.ts" };
  const plugins = [{ name: "plant", transform }];
  const bundle = await rolldown({ input, plugins, platform: "node", external: isInstalled, logLevel: "warn" });
  await bundle.write({ dir, format: "esm", codeSplitting: false });
  await bundle.close();
  if (count !== 1) throw new Error(`${file} is no part of the simulation`);
  return join(dir, "seek.js");
}

/** How much of a processor the process has used, milliseconds, where the system tells; else how much time has passed. */
async function usedBy(pid: number | undefined): Promise<number> {
  const told = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (told === null) return performance.now();
  // After its name, which may hold anything, the twelfth and thirteenth are ticks of a hundredth of a second.
  const [user, system] = told
    .slice(told.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return 10 * (Number(user) + Number(system));
}

/** Ends the process once a world takes too long; `isOver` says whether it did, and `begin` that a new one has begun. */
function watch(child: ChildProcess) {
  let [isOver, begunAt] = [false, 0];
  const look = async () => {
    const used = await usedBy(child.pid);
    if (used - begunAt < LONGEST_WORLD_MS || isOver) return;
    isOver = true;
    child.kill("SIGKILL");
  };
  const timer = setInterval(() => void look(), WATCH_EVERY_MS);
  return {
    isOver: () => isOver,
    begin: async () => {
      begunAt = await usedBy(child.pid);
    },
    end: () => clearInterval(timer),
  };
}

/** Runs the built simulation seed by seed in a process of its own, until something is found or all seeds are over. */
async function seek(plant: Plant, program: string, first: number, seeds: number): Promise<Found> {
  const asked = [program, "--seed", String(first), "--seeds", String(seeds)];
  const child = spawn(process.execPath, asked, { stdio: ["ignore", "pipe", "pipe"] });
  let last: Sought = { seed: first - 1, found: null, isCrash: false, cpuMs: 0 };
  let errors = "";
  child.stderr.on("data", (data) => {
    errors += data;
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  const watched = watch(child);
  await watched.begin();
  for await (const line of createInterface({ input: child.stdout })) {
    last = JSON.parse(line) as Sought;
    await watched.begin();
  }
  await closed;
  watched.end();
  const { seed, found, isCrash, cpuMs } = last;
  if (watched.isOver()) return { plant, how: "hang", seed: seed + 1, sentence: "it did not come to an end", cpuMs };
  if (found !== null) return { plant, how: isCrash ? "crash" : "found", seed, sentence: found, cpuMs };
  if (child.exitCode === 0) return { plant, how: "not found", seed, sentence: "", cpuMs };
  const reason = errors.split("\n").find((line) => /error/i.test(line)) ?? "its process ended";
  return { plant, how: "crash", seed: seed + 1, sentence: reason, cpuMs };
}

function lineOf({ plant: { kind, name }, how, seed, sentence, cpuMs }: Found): string {
  const what = how === "not found" ? `NOT FOUND up to seed ${seed}` : `${how} with seed ${seed}`;
  return `${kind} | ${name} | ${what} | ${sentence.slice(0, 140)} | ${(cpuMs / 1000).toFixed(1)} s`;
}

/** Plants each fault in turn, those of that name or kind only where one is given; gives how each was sought. */
export async function runPlanted(
  only: string | undefined,
  first: number,
  seeds: number,
  say: (line: string) => void,
): Promise<readonly Found[]> {
  const all: Found[] = [];
  for (const plant of PLANTED) {
    if (only !== undefined && !plant.name.includes(only) && plant.kind !== only) continue;
    const dir = join(BUILT, String(process.pid));
    try {
      const found = await seek(plant, await build(plant, dir), first, seeds);
      all.push(found);
      say(lineOf(found));
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
  const missed = all.filter(({ how }) => how === "not found");
  const cpuMs = all.reduce((sum, one) => sum + one.cpuMs, 0);
  say(`${all.length} planted, ${all.length - missed.length} found; ${(cpuMs / 1000).toFixed(0)} s of CPU.`);
  for (const { plant } of missed) say(`  not found: ${plant.kind} | ${plant.name}`);
  return all;
}
