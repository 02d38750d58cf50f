import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start } from "../cli/program.ts";

/** A program that is measured, in a process of its own. */
export interface Launched {
  readonly origin: string;
  readonly pid: number | undefined;
  end(): Promise<unknown>;
}

type Variables = Readonly<Record<string, string>>;

/** Empty Chair with these settings, on a folder. */
export async function launchOurs(folder: string, settings: string, variables: Variables): Promise<Launched> {
  writeFileSync(join(folder, "settings.yaml"), settings);
  const program = await start({ EMPTYCHAIR_DATA: folder, LOG_LEVEL: "warn", ...variables });
  return { origin: program.origin, pid: program.process.pid, end: () => program.end("SIGTERM") };
}

/** A program of a few lines beside this file, which prints where it listens, or that it is connected. */
export async function launchBare(script: string, variables: Variables): Promise<Launched> {
  const env = { PATH: process.env.PATH, ...variables };
  const child = spawn(process.execPath, [`test/bench/${script}`], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [said] = await once(child.stdout.setEncoding("utf8"), "data");
  const end = () => {
    child.kill();
    return ended;
  };
  const origin = String(said).startsWith("http") ? new URL(String(said).trim()).origin : "";
  return { origin, pid: child.pid, end };
}

/** Works in a folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
