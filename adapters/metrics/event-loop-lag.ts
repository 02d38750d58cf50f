import { monitorEventLoopDelay } from "node:perf_hooks";
import type { MetricSample } from "./exposition.ts";

/** Tells how long the event loop was held up. */
export interface LagWatch {
  samples(): MetricSample[];
  stop(): void;
}

const RESOLUTION_MS = 20;
const SHARES = { "0.5": 50, "0.99": 99, "1": 100 } as const;
/** Whoever asks again within this time is told of the same span, milliseconds. */
const LEAST_SPAN_MS = 5_000;

/** Tells of the span since it was last asked; of two that ask in turn each hears of all that is not older than the other's asking. */
export function watchEventLoop(): LagWatch {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let resetAt = performance.now();
  let last: MetricSample[] | null = null;
  /** Each delay was measured with the time between two measurings. */
  const secondsAt = (percentile: number) =>
    delays.count === 0 ? 0 : Math.max(0, delays.percentile(percentile) / 1e9 - RESOLUTION_MS / 1000);
  return {
    samples: () => {
      if (last !== null && performance.now() - resetAt < LEAST_SPAN_MS) return last;
      last = Object.entries(SHARES).map(([share, percentile]) => ({
        labels: { share },
        value: secondsAt(percentile),
      }));
      delays.reset();
      resetAt = performance.now();
      return last;
    },
    stop: () => void delays.disable(),
  };
}
