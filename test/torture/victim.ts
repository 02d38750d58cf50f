import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync, type WriteStream } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Readiness } from "../../adapters/readiness.ts";
import { freePort } from "../servers/free-port.ts";

/** The built program in a process of its own, that is tormented and started anew. */
export interface Victim {
  /** Where it answers while it lives; the same after each start. */
  readonly origin: string;
  /** Its process; null while there is none. */
  readonly pid: number | null;
  /** How often it was started, how often a start was refused, and how often it ended by itself. */
  readonly counts: Readonly<Record<"starts" | "refusals" | "falls", number>>;
  /** Starts it; true once it has printed its address, false where it ended instead. */
  tryStart(): Promise<boolean>;
  /** Returns once it is up, after however many starts. */
  lives(): Promise<void>;
  /** Starts it and kills it so many milliseconds later, wherever it is by then. */
  startAndKill(milliseconds: number): Promise<void>;
  kill(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Asks it to end; its exit code. */
  stop(): Promise<number | null>;
  /** Processor time that the process has had so far, milliseconds; 0 where there is none. */
  readonly cpuMs: number;
  /** What `/readyz` says; null where nothing answers within two seconds. */
  readiness(): Promise<Readiness | null>;
}

const TICK_MS = 10;

/** As the system tells of a process: user and system time are the 12th and 13th word behind its name. */
function cpuMsOf(pid: number): number {
  try {
    const words = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(words[11]) + Number(words[12])) * TICK_MS;
  } catch {
    return 0;
  }
}

const PRINTED = "Stop  Ctrl-C";
const AGAIN_MS = 250;

/** Not started yet; what it logs goes to the file. */
export async function createVictim(variables: Readonly<Record<string, string>>, logFile: string): Promise<Victim> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const log: WriteStream = createWriteStream(logFile, { flags: "a" });
  const counts = { starts: 0, refusals: 0, falls: 0 };
  let child: ChildProcess | null = null;
  /** Whoever was told to end does not fall. */
  const told = new WeakSet<ChildProcess>();

  const launch = (): { readonly one: ChildProcess; readonly isUp: Promise<boolean> } => {
    counts.starts += 1;
    const one = spawn(process.execPath, ["build/adapters/cli/emptychair.js", "start", "--port", String(port)], {
      env: { PATH: process.env.PATH, ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = one;
    log.write(`--- start ${counts.starts} as ${one.pid}, ${new Date().toISOString()}\n`);
    one.stderr?.on("data", (piece) => log.write(piece));
    const isUp = new Promise<boolean>((resolve) => {
      let said = "";
      one.stdout?.on("data", (piece) => {
        log.write(piece);
        said += piece;
        if (said.includes(PRINTED)) resolve(true);
      });
      one.once("exit", (code, signal) => {
        log.write(`--- ended with ${code ?? signal}\n`);
        if (child === one) child = null;
        resolve(false);
      });
    });
    return { one, isUp };
  };

  const tryStart = async (): Promise<boolean> => {
    const { one, isUp } = launch();
    if (!(await isUp)) {
      if (!told.has(one)) counts.refusals += 1;
      return false;
    }
    one.once("exit", () => {
      if (!told.has(one)) counts.falls += 1;
    });
    return true;
  };

  const end = async (name: NodeJS.Signals): Promise<number | null> => {
    const one = child;
    if (one === null) return null;
    told.add(one);
    const ended = once(one, "exit");
    one.kill("SIGCONT");
    one.kill(name);
    const [code] = await ended;
    return code as number | null;
  };

  return {
    origin,
    get pid() {
      return child?.pid ?? null;
    },
    counts,
    get cpuMs() {
      return child?.pid === undefined ? 0 : cpuMsOf(child.pid);
    },
    tryStart,
    async lives() {
      while (child === null) if (!(await tryStart())) await setTimeout(AGAIN_MS);
    },
    async startAndKill(milliseconds) {
      launch();
      await setTimeout(milliseconds);
      await end("SIGKILL");
    },
    kill: async () => void (await end("SIGKILL")),
    signal: (name) => void child?.kill(name),
    stop: () => end("SIGTERM"),
    async readiness() {
      try {
        const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) });
        return (await answer.json()) as Readiness;
      } catch {
        return null;
      }
    },
  };
}
