import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Started, start } from "../cli/program.ts";

/** What is done to the program, and how often each was. */
export const TORMENTS = ["kill", "freeze", "disk full", "read-only", "descriptors"] as const;
export type Torment = (typeof TORMENTS)[number];

/** A program on a small disk of its own, that is tormented and started anew. */
export interface Victim {
  /** Where it answers, as long as it lives; null while it does not. */
  readonly origin: string | null;
  /** How often it ended by itself. */
  readonly falls: number;
  /** How often a start was refused. */
  readonly refusals: number;
  /** For so many milliseconds, and healed after. */
  suffers(torment: Torment, milliseconds: number): Promise<void>;
  /** Is up, after however many starts. */
  lives(): Promise<void>;
  /** Ends it for good, and takes its disk away. */
  dies(): Promise<void>;
}

const BALLAST = "ballast";
/** Fewer descriptors than it holds, so that it gets no more. */
const FEW = "16";
const USUAL = "1024";

/** `folder` becomes the disk, of so many megabytes; it needs root. */
export function createVictim(folder: string, megabytes: number, variables: Readonly<Record<string, string>>): Victim {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  let program: Started | null = null;
  const counts = { falls: 0, refusals: 0 };

  const kill = async () => {
    const killed = program;
    program = null;
    killed?.process.kill("SIGCONT");
    killed?.process.kill("SIGKILL");
    await killed?.ended;
  };
  const tryStart = async () => {
    const started = await start(variables).catch(() => null);
    program = started;
    if (!started) counts.refusals += 1;
    void started?.ended.then(() => {
      if (program !== started) return;
      program = null;
      counts.falls += 1;
    });
  };
  const lives = async () => {
    while (!program) {
      await tryStart();
      if (!program) await setTimeout(200);
    }
  };
  const limit = (descriptors: string) => {
    const pid = program?.process.pid;
    if (pid !== undefined) execFileSync("prlimit", ["--pid", String(pid), `--nofile=${descriptors}:`]);
  };
  const fill = () => {
    const piece = Buffer.alloc(65_536, 1);
    try {
      for (;;) writeFileSync(join(folder, BALLAST), piece, { flag: "a" });
    } catch {
      // The disk is full.
    }
  };

  const torments: Readonly<Record<Torment, (milliseconds: number) => Promise<void>>> = {
    kill,
    async freeze(milliseconds) {
      program?.process.kill("SIGSTOP");
      await setTimeout(milliseconds);
      program?.process.kill("SIGCONT");
    },
    async "disk full"(milliseconds) {
      fill();
      await setTimeout(milliseconds);
      rmSync(join(folder, BALLAST), { force: true });
    },
    async "read-only"() {
      await kill();
      execFileSync("mount", ["-o", "remount,ro", folder]);
      await tryStart();
      await kill();
      execFileSync("mount", ["-o", "remount,rw", folder]);
    },
    async descriptors(milliseconds) {
      limit(FEW);
      await setTimeout(milliseconds);
      limit(USUAL);
    },
  };

  return {
    get origin() {
      return program?.origin ?? null;
    },
    get falls() {
      return counts.falls;
    },
    get refusals() {
      return counts.refusals;
    },
    lives,
    async suffers(torment, milliseconds) {
      await torments[torment](milliseconds);
      await lives();
    },
    async dies() {
      await kill();
      execFileSync("umount", ["-l", folder]);
    },
  };
}
