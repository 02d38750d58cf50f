import { once } from "node:events";
import { cpus } from "node:os";
import { Worker } from "node:worker_threads";
import { packageFile } from "../package-root.ts";
import { type CellFigures, type TrendCell, type TrendRun, trendGrid } from "./bench/measure-trend.ts";
import { createProgress } from "./progress.ts";

/** What `bench --trend` is asked for. */
export interface TrendOptions extends TrendRun {
  readonly cells?: readonly TrendCell[];
}

/** Measures the cells in turn in a thread of its own, taking the next one wherever another lane has left off. */
async function runLane(next: () => TrendCell | undefined, run: TrendRun, onFound: (figures: CellFigures) => void) {
  const worker = new Worker(packageFile("build", "adapters", "cli", "bench", "trend-lane.js"));
  try {
    for (let cell = next(); cell; cell = next()) {
      worker.postMessage({ cell, run });
      const [figures] = (await once(worker, "message")) as [CellFigures];
      onFound(figures);
    }
  } finally {
    await worker.terminate();
  }
}

/** The worst of the cells, and how the promise stands at 25 answers a week without wobble. */
function summed(cells: readonly CellFigures[]) {
  const worst = cells.toSorted((a, b) => b.falseYears - a.falseYears)[0];
  const promised = cells.filter(({ answers, wobble }) => answers === 25 && wobble === 0);
  return {
    worstFalseYears: worst ?? null,
    at25: promised.map(({ scale, nps, seen, ceiling }) => ({ scale, nps, seen, ceiling })),
  };
}

/** Measures how change is told, over every kind of desk of the grid; the same seed gives the same figures. */
export async function measureTrend({ years, seed, cells = trendGrid() }: TrendOptions) {
  const progress = createProgress("Drawing years");
  const waiting = [...cells];
  const found = new Map<string, CellFigures>();
  const keep = (figures: CellFigures): void => {
    const { scale, nps, answers, wobble } = figures;
    found.set(JSON.stringify({ scale, nps, answers, wobble }), figures);
    progress.show(found.size / cells.length);
  };
  try {
    const lanes = Array.from({ length: Math.min(cpus().length, cells.length) }, () =>
      runLane(() => waiting.shift(), { years, seed }, keep),
    );
    await Promise.all(lanes);
  } finally {
    progress.end();
  }
  const grid = cells.flatMap((cell) => found.get(JSON.stringify(cell)) ?? []);
  return { years, seed, ...summed(grid), grid };
}
