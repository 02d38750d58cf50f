import { parentPort } from "node:worker_threads";
import { measureCell, type TrendCell, type TrendRun } from "./measure-trend.ts";

/** Run in a thread of its own: measures each cell that it is sent, and tells what it finds. */
parentPort?.on("message", ({ cell, run }: { readonly cell: TrendCell; readonly run: TrendRun }) =>
  parentPort?.postMessage(measureCell(cell, run)),
);
