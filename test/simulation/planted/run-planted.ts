import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { rolldown } from "rolldown";
import { type Plant, patchesOf } from "./plant.ts";
import { PLANTED } from "./planted.ts";
import type { Sought } from "./seek.ts";
import { watch } from "./watch.ts";

/** Where a patched simulation is built: within the tree, so that its packages are found. */
const BUILT = "build/planted";

/** How seeking a planted fault ended. */
export interface Found {
  readonly plant: Plant;
  readonly how: "found" | "crash" | "hang" | "not found";
  readonly seed: number;
  readonly sentence: string;
  readonly cpuMs: number;
}

const isInstalled = (id: string) => !/^(?:[./\0]|[A-Z]:|@oxc-project\/runtime)/.test(id);

/** Builds the simulation with the fault in it; gives the file to run. */
async function build(plant: Plant, dir: string): Promise<string> {
  const missing = new Set(patchesOf(plant));
  const transform = (code: string, id: string) => {
    const here = [...missing].filter(({ file }) => id.replaceAll("\\", "/").endsWith(`/${file}`));
    for (const patch of here) missing.delete(patch);
    return here.length === 0
      ? null
      : { code: here.reduce((text, { find, replace }) => text.replace(find, () => replace), code) };
  };
  const input = { seek: "test/simulation/planted/seek.ts" };
  const plugins = [{ name: "plant", transform }];
  const bundle = await rolldown({ input, plugins, platform: "node", external: isInstalled, logLevel: "warn" });
  await bundle.write({ dir, format: "esm", codeSplitting: false });
  await bundle.close();
  for (const { file } of missing) throw new Error(`${file} is no part of the simulation`);
  return join(dir, "seek.js");
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
  const tookMs = watched.tookMs();
  if (tookMs !== null)
    return { plant, how: "hang", seed: seed + 1, sentence: "it did not come to an end", cpuMs: cpuMs + tookMs };
  if (found !== null) return { plant, how: isCrash ? "crash" : "found", seed, sentence: found, cpuMs };
  if (child.exitCode === 0) return { plant, how: "not found", seed, sentence: "", cpuMs };
  const reason = errors.split("\n").find((line) => /error/i.test(line)) ?? "its process ended";
  return { plant, how: "crash", seed: seed + 1, sentence: reason, cpuMs };
}

function lineOf({ plant: { kind, name }, how, seed, sentence, cpuMs }: Found): string {
  const what = how === "not found" ? `NOT FOUND up to seed ${seed}` : `${how} with seed ${seed}`;
  return `${kind} | ${name} | ${what} | ${sentence.slice(0, 140)} | ${(cpuMs / 1000).toFixed(1)} s`;
}

/** Builds the simulation with the fault in it and seeks that; what was built is gone afterwards. */
async function plantAndSeek(plant: Plant, dir: string, first: number, seeds: number): Promise<Found> {
  try {
    return await seek(plant, await build(plant, dir), first, seeds);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Which faults are planted, with which seeds each is sought, and how many are sought at once. */
export interface Seeking {
  /** Part of a name, or a kind; all of them where it is missing. */
  readonly only: string | undefined;
  readonly first: number;
  readonly seeds: number;
  readonly jobs: number;
}

/** Seeks one planted fault after the other, each in a process of its own; gives how each was sought, in the order in which they ended. */
export async function runPlanted(
  { only, first, seeds, jobs }: Seeking,
  say: (line: string) => void,
): Promise<readonly Found[]> {
  const waiting = PLANTED.filter(({ name, kind }) => only === undefined || name.includes(only) || kind === only);
  const all: Found[] = [];
  const work = async (job: number): Promise<void> => {
    const dir = join(BUILT, `${process.pid}-${job}`);
    for (let plant = waiting.shift(); plant; plant = waiting.shift()) {
      const found = await plantAndSeek(plant, dir, first, seeds);
      all.push(found);
      say(lineOf(found));
    }
  };
  await Promise.all(Array.from({ length: jobs }, (_, job) => work(job)));
  const missed = all.filter(({ how }) => how === "not found");
  const cpuMs = all.reduce((sum, one) => sum + one.cpuMs, 0);
  say(`${all.length} planted, ${all.length - missed.length} found; ${(cpuMs / 1000).toFixed(0)} s of CPU.`);
  for (const { plant } of missed) say(`  not found: ${plant.kind} | ${plant.name}`);
  return all;
}
