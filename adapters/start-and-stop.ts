/** Longest time that finishing may take, milliseconds. */
const LONGEST_DRAIN = 10_000;

/** A part of the program that finishes what it accepted and then does nothing more. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** Rejects where the work takes longer than finishing may. */
export function inTime(work: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = `Not everything was finished within ${LONGEST_DRAIN / 1000} s; the rest is kept and goes on at the next start.`;
    const timer = setTimeout(() => reject(new Error(late)), LONGEST_DRAIN);
    work.then(() => resolve(), reject).finally(() => clearTimeout(timer));
  });
}

/** Stops one after the other. */
export async function stopInTurn(parts: readonly Stoppable[]): Promise<void> {
  for (const part of parts) await part.stop();
}

/** Starts all at the same time, as each waits for its own network. Rejects as the first that did, once none is starting any more. */
export async function startTogether(platforms: readonly { start(): Promise<void> }[]): Promise<void> {
  const started = await Promise.allSettled(platforms.map((platform) => platform.start()));
  const failed = started.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
