/** The work's result; throws where it fails or has not ended in time. The work itself is not stopped. */
export async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}

/** Renews again and again until the work has ended, one renewal at a time, and returns when none is under way any more; one that fails is made again. */
export async function whileRenewing<T>(
  work: () => Promise<T>,
  renew: () => Promise<unknown>,
  everyMs: number,
): Promise<T> {
  let renewal: Promise<unknown> | null = null;
  const beat = () => {
    renewal ??= renew()
      .catch(() => {})
      .finally(() => {
        renewal = null;
      });
  };
  const timer = setInterval(beat, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewal;
  }
}
