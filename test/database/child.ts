import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { packageFile } from "../../adapters/package-root.ts";

/** Another process of the test, and the lines it has written so far. */
export interface Child {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** Resolves with the next line, or rejects where the process ends without one. */
  nextLine(): Promise<string>;
  /** Ends it as `kill -9` does; resolves when it is gone and all it wrote has been read. */
  kill(): Promise<void>;
}

/** Runs a script of test/database on the built program. */
export function startChild(script: string, ...args: string[]): Child {
  const path = packageFile("test", "database", script);
  const child = spawn(process.execPath, ["--expose-gc", path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  const gone = Promise.all([once(child, "exit"), once(reader, "close")]);
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    process: child,
    lines,
    nextLine: () =>
      Promise.race([
        once(reader, "line").then(([line]) => String(line)),
        gone.then(() => Promise.reject(new Error(`${script} ended early; is the program built?`))),
      ]),
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
