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

function nameOf({ scale, nps, answers, wobble }: TrendCell): string {
  return JSON.stringify({ scale, nps, answers, wobble });
}

/** Mean of the cells' shares of false years, what it may be off by (the standard error), and the cell with the most. */
function falseIn(cells: readonly CellFigures[]) {
  const shares = cells.map(({ falseYears }) => falseYears);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / Math.max(1, shares.length - 1) / shares.length);
  return { mean, standardError, worst: cells.toSorted((a, b) => b.falseYears - a.falseYears)[0] ?? null };
}

/** False years by wobble, and what is seen at 25 answers a week without wobble. */
function summed(cells: readonly CellFigures[]) {
  const wobbles = [...new Set(cells.map(({ wobble }) => wobble))];
  const promised = cells.filter(({ answers, wobble }) => answers === 25 && wobble === 0);
  return {
    falseYears: wobbles.map((wobble) => ({ wobble, ...falseIn(cells.filter((cell) => cell.wobble === wobble)) })),
    at25: promised.map(({ scale, nps, seen, ceiling }) => ({ scale, nps, seen, ceiling })),
  };
}

/** The cells of the grid that are like that in all that is named. */
export function gridOf({ answers, nps, wobble }: Partial<TrendCell>): TrendCell[] {
  const isLike = (value: number, wanted?: number) => wanted === undefined || value === wanted;
  return trendGrid().filter(
    (cell) => isLike(cell.answers, answers) && isLike(cell.nps, nps) && isLike(cell.wobble, wobble),
  );
}

/** Measures how change is told, over every kind of desk of the grid; the same seed gives the same figures. */
export async function measureTrend({ cells = trendGrid(), ...run }: TrendOptions) {
  const progress = createProgress("Drawing years");
  const waiting = [...cells];
  const found = new Map<string, CellFigures>();
  const keep = (figures: CellFigures): void => {
    found.set(nameOf(figures), figures);
    progress.show(found.size / cells.length);
  };
  try {
    const lanes = Array.from({ length: Math.min(cpus().length, cells.length) }, () =>
      runLane(() => waiting.shift(), run, keep),
    );
    await Promise.all(lanes);
  } finally {
    progress.end();
  }
  const grid = cells.flatMap((cell) => found.get(nameOf(cell)) ?? []);
  return { ...run, ...summed(grid), grid };
}
