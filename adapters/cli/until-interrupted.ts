const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** npm passes on a SIGINT that the terminal has sent already: within this time it is the same one, milliseconds. */
const SAME_SIGNAL = 500;

/** Does the work with a signal that is given at the first Ctrl-C or other wish to stop; a second one ends the process at once. */
export async function untilInterrupted<R>(work: (signal: AbortSignal) => Promise<R>): Promise<R> {
  const controller = new AbortController();
  let stoppedAt: number | null = null;
  const stop = () => {
    if (stoppedAt !== null && performance.now() - stoppedAt > SAME_SIGNAL) process.exit(1);
    stoppedAt ??= performance.now();
    controller.abort();
  };
  for (const name of STOP_SIGNALS) process.on(name, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of STOP_SIGNALS) process.off(name, stop);
  }
}
