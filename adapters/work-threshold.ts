import { parentPort, workerData } from "node:worker_threads";
import { blindSpotOf } from "../src/digest/blind-spot.ts";
import { thresholdFor } from "../src/digest/threshold.ts";
import type { FoundThreshold, JudgedWeeks } from "../src/digest/thresholds.ts";

/** Run in a thread of its own, with the weeks for its data: tells its parent what it finds. */
function find({ weeks, products }: JudgedWeeks): FoundThreshold {
  const threshold = thresholdFor(weeks, products);
  return { threshold, blindSpot: blindSpotOf(weeks, threshold) };
}

parentPort?.postMessage(find(workerData as JudgedWeeks));
