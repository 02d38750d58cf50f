import { fork } from "node:child_process";
import { once } from "node:events";
import { packageFile } from "../../package-root.ts";

/** What one measurement found. */
export interface Measured {
  /** Median of the repetitions, milliseconds. */
  readonly ms: number;
  /** Rows that were read or written. */
  readonly rows: number;
}

/** A measurement with the memory of the process that made it. */
export interface Weighed extends Measured {
  /** Most memory that the process has held, megabytes. */
  readonly peakMB: number;
}

/** The compiled program that makes one measurement. */
const JOB = packageFile("build", "adapters", "cli", "bench", "job.js");
/** Kilobytes. */
const MEGABYTE = 1024;

/** The middle one of several times. */
export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Does the work so many times; the median of the times, and the rows of the last. */
export async function timed(repetitions: number, work: () => Promise<number> | number): Promise<Measured> {
  const times: number[] = [];
  let rows = 0;
  for (let done = 0; done < repetitions; done += 1) {
    const before = performance.now();
    rows = await work();
    times.push(performance.now() - before);
  }
  return { ms: median(times), rows };
}

/** What a process that measures tells the one that started it: how far it has got, and what it found. */
export type Told = { readonly share: number } | { readonly found: Weighed };

/**
 * Has a process of its own make the measurement of that name, so that its memory is its own. Linux counts the memory of the
 * process that starts it in: that one must stay small. Rejects where it fails.
 */
export async function inOwnProcess(
  job: string,
  given: readonly string[],
  onStep: (share: number) => void = () => {},
): Promise<Weighed> {
  const child = fork(JOB, [job, ...given], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  let found: Weighed | null = null;
  child.on("message", (message) => {
    const told = message as Told;
    if ("share" in told) onStep(told.share);
    else found = told.found;
  });
  const [code] = await once(child, "close");
  if (found === null || code !== 0) throw new Error(`The measurement ${job} failed; what it said stands above.`);
  return found;
}

/** What a process has held at most until now, megabytes. */
export function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / MEGABYTE);
}

/** A ratio at two significant digits. */
export function ratio(a: number, b: number): number {
  return Number((a / b).toPrecision(2));
}
