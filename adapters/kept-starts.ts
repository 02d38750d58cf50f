import { mkdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { type CrashLoop, crashLoop, type KeptStart } from "./crash-loop.ts";
import type { DatabasePlace } from "./database-place.ts";
import { writeWhole } from "./write-whole.ts";

/** So many starts are remembered. */
const MOST_KEPT = 20;
/** Longest reason that is kept, characters. */
const LONGEST = 300;
const DEAD = "ESRCH";

/** The file that remembers the starts: beside the database, or in the data folder where a server keeps it. */
export function startsFileOf(place: DatabasePlace, dataFolder: string): string {
  return place.engine === "sqlite" ? `${place.path}.starts.json` : join(dataFolder, "starts.json");
}

function isStart(value: unknown): value is KeptStart {
  const { pid, host, at, end, why } = (value ?? {}) as Partial<Record<keyof KeptStart, unknown>>;
  const isTold = typeof pid === "number" && typeof host === "string" && typeof at === "number";
  return isTold && [null, "stopped", "failed"].includes(end as null) && (why === null || typeof why === "string");
}

/** The starts that are remembered, the oldest first; none where the file cannot be read. */
export function readStarts(file: string): readonly KeptStart[] {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(found) ? found.filter(isStart) : [];
  } catch {
    return [];
  }
}

/** A disk that takes nothing is found by the database itself, so it keeps nobody from starting here. */
function write(file: string, starts: readonly KeptStart[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeWhole(file, `${JSON.stringify(starts.slice(-MOST_KEPT), null, 1)}\n`);
  } catch {
    // It is said of no more starts than could be kept.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== DEAD;
  }
}

/** Tells of starts without an end whether they still run: the newest of a process that lives on this machine, and where others may share the folder, all of theirs. */
function atWorkAmong(starts: readonly KeptStart[], isShared: boolean): (start: KeptStart) => boolean {
  return (start) => {
    if (start.host !== hostname()) return isShared;
    const newest = starts.findLast(({ pid, host }) => pid === start.pid && host === start.host);
    return newest === start && isAlive(start.pid);
  };
}

/** Whether what is remembered is a loop; `isShared`: several programs may note their starts there. */
export function loopOf(file: string, now: number, isShared: boolean): CrashLoop | null {
  const starts = readStarts(file);
  return crashLoop(starts, now, atWorkAmong(starts, isShared));
}

/** Remembers that this process begins. */
export function noteStart(file: string, now: number): void {
  const start = { pid: process.pid, host: hostname(), at: now, end: null, why: null };
  write(file, [...readStarts(file), start]);
}

/** Remembers how this process ends: with a reason by itself, else because it was told to. */
export function noteEnd(file: string, why: string | null): void {
  const starts = readStarts(file);
  const own = starts.findLast(({ pid, host }) => pid === process.pid && host === hostname());
  if (own === undefined || own.end !== null) return;
  const end = why === null ? ("stopped" as const) : ("failed" as const);
  const told = { ...own, end, why: why?.replace(/\s+/g, " ").slice(0, LONGEST) ?? null };
  write(
    file,
    starts.map((start) => (start === own ? told : start)),
  );
}
