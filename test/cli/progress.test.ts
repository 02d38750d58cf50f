import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { timeLeft } from "../../adapters/cli/progress.ts";

it.each([
  [0, 5_000, ""],
  [0.005, 5_000, ""],
  [0.5, 200, ""],
  [1, 5_000, ""],
  [0.15, 3_530, ", 21 s left"],
  [0.5, 60_000, ", 1 min left"],
  [0.01, 60_000, ", 2 h left"],
])("says how long it will take once that can be said: %d after %d ms", (share, elapsed, words) => {
  expect(timeLeft(share, elapsed)).toBe(words);
});

it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("leaves the terminal as it was at %s", async (signal) => {
  const child = spawn(process.execPath, ["test/cli/shows-progress.mjs"], { stdio: ["ignore", "pipe", "inherit"] });
  let shown = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    shown += piece;
    if (shown.includes("Filling the demo")) child.kill(signal);
  });
  const [code, by] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  expect({ code, by }).toEqual({ code: null, by: signal });
  const last = (on: string, off: string) => shown.lastIndexOf(on) >= shown.lastIndexOf(off);
  expect(last("\u001b[?7h", "\u001b[?7l")).toBe(true);
  expect(last("\u001b[?25h", "\u001b[?25l")).toBe(true);
  expect(shown).not.toMatch(/NF|NULL|NaN/);
  expect(shown.endsWith("\u001b[1G\u001b[2K")).toBe(true);
});
