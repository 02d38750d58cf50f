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
