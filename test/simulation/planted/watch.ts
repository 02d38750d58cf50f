import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** A world that takes more of a processor than this comes to no end, milliseconds. */
const LONGEST_WORLD_MS = 60_000;
const WATCH_EVERY_MS = 1_000;
/** Whether the system tells how much of a processor each process has used. */
const IS_TOLD = existsSync("/proc/self/stat");

/**
 * How much of a processor the process has used, milliseconds, where the system tells; else how much time has passed. One that is gone uses
 * nothing more.
 */
async function usedBy(pid: number | undefined): Promise<number> {
  if (!IS_TOLD) return performance.now();
  const told = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (told === null) return 0;
  // After its name, which may hold anything, the twelfth and thirteenth are ticks of a hundredth of a second.
  const [user, system] = told
    .slice(told.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return 10 * (Number(user) + Number(system));
}

/** Ends the process once a world takes too long; `tookMs` says how much it took then, and `begin` that a new one has begun. */
export function watch(child: ChildProcess) {
  let tookMs: number | null = null;
  let begunAt = 0;
  const look = async () => {
    const used = await usedBy(child.pid);
    if (used - begunAt < LONGEST_WORLD_MS || tookMs !== null) return;
    tookMs = used - begunAt;
    child.kill("SIGKILL");
  };
  const timer = setInterval(() => void look(), WATCH_EVERY_MS);
  return {
    tookMs: () => tookMs,
    begin: async () => {
      begunAt = await usedBy(child.pid);
    },
    end: () => clearInterval(timer),
  };
}
