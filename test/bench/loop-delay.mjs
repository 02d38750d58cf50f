import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** Loaded into a program that is measured: how long its event loop was held up, from SIGUSR2 on, is in the file when it ends. */
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on("SIGUSR2", () => delay.reset());
process.on("exit", () => {
  const at = (nanoseconds) => Math.round(nanoseconds / 1e6);
  const found = { p50: at(delay.percentile(50)), p99: at(delay.percentile(99)), longest: at(delay.max) };
  writeFileSync(process.env.LOOP_DELAY_FILE, JSON.stringify(found));
});
