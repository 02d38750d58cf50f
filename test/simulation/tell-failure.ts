import { execFileSync } from "node:child_process";
import type { Shrunk } from "./shrink.ts";
import type { Report } from "./simulate-year.ts";

/** The commit of the source that is simulated, and whether it was changed since; `unknown` where git knows none. */
export function commitOf(): string {
  try {
    const git = (...words: string[]) => execFileSync("git", words, { encoding: "utf8", stdio: "pipe" }).trim();
    return `${git("rev-parse", "HEAD")}${git("status", "--porcelain", "--untracked-files=no") === "" ? "" : ", changed since"}`;
  } catch {
    return "unknown";
  }
}

/** The command that passes this world again, to the same step. */
export function replayOf({ options }: Pick<Report, "options">, rows: string): string {
  return `npm run simulate -- --rows ${rows} --options '${JSON.stringify(options)}'`;
}

/** What was broken, where, and how it is had again. */
export function failureLines(report: Report, rows: string): string[] {
  return [
    `Seed ${report.options.seed} broke a promise at step ${report.steps}, at commit ${commitOf()}:`,
    ...report.broken.map((sentence) => `  ${sentence}`),
    ...report.lastLines.map((line) => `    ${line.slice(0, 200)}`),
    `Replay it, to the same step: ${replayOf(report, rows)}`,
  ];
}

/** The smallest world in which something is still broken. */
export function shrunkLines({ options, broken, tried }: Shrunk, rows: string): string[] {
  if (broken.length === 0) return [`No smaller world breaks anything, of ${tried} that were tried.`];
  return [
    `The smallest that breaks something, of ${tried} that were tried:`,
    ...broken.map((sentence) => `  ${sentence}`),
    `Replay it: ${replayOf({ options }, rows)}`,
  ];
}
