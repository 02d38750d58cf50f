import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { FoundThreshold, JudgedWeeks, Thresholds } from "../src/digest/thresholds.ts";
import { packageFile } from "./package-root.ts";

/** How long a page waits for a threshold, milliseconds. */
const PAGE_PATIENCE_MS = 1_000;
/** Most thresholds that are held, so that the pages of a week find one once. */
const MOST_HELD = 64;

/** Finds thresholds, each in a thread of its own, one after the other. */
export interface ThresholdFinder extends Thresholds {
  /** Ends what is being found; nobody hears of it any more. */
  stop(): Promise<void>;
}

export interface ThresholdFinderConfig {
  readonly patienceMs?: number;
}

/** A finder that remembers what it found last. */
export function createThresholds({ patienceMs = PAGE_PATIENCE_MS }: ThresholdFinderConfig = {}): ThresholdFinder {
  const held = new Map<string, Promise<FoundThreshold>>();
  let last: Promise<unknown> = Promise.resolve();
  let running: Worker | null = null;
  let isStopped = false;
  const never = new Promise<never>(() => {});

  const work = async (judged: JudgedWeeks): Promise<FoundThreshold> => {
    if (isStopped) return never;
    const worker = new Worker(packageFile("build", "adapters", "work-threshold.js"), { workerData: judged });
    running = worker;
    const ended = once(worker, "exit").then(() => {
      if (isStopped) return never;
      throw new Error("The threshold was not found: its thread ended.");
    });
    try {
      const told = once(worker, "message").then(([found]) => found as FoundThreshold);
      return await Promise.race([told, ended]);
    } finally {
      ended.catch(() => undefined);
      running = null;
      await worker.terminate();
    }
  };

  const inTurn = (judged: JudgedWeeks): Promise<FoundThreshold> => {
    const found = last.then(() => work(judged));
    last = found.catch(() => undefined);
    return found;
  };

  return {
    patienceMs,
    find(judged) {
      const key = JSON.stringify([judged.weeks, judged.products]);
      const known = held.get(key);
      if (known) return known;
      const found = inTurn(judged);
      held.set(key, found);
      found.catch(() => held.delete(key));
      const [oldest] = held.keys();
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
      return found;
    },
    async stop() {
      isStopped = true;
      await running?.terminate();
    },
  };
}
