/** How long one look-up may keep Slack waiting, milliseconds: it gives three seconds for everything, and no event waits for more than two look-ups. */
export const LOOK_UP_PATIENCE_MS = 1_000;

/** True when the work has ended; false after that many milliseconds if it takes longer, and the work goes on. */
export async function isDoneWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves when the work has ended, or after that many milliseconds if it takes longer; the work goes on. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  await isDoneWithin(ms, work);
}

/** What the work gives; `otherwise` after that many milliseconds if it takes longer, and the work goes on. */
export async function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  return (await isDoneWithin(ms, work)) ? work : otherwise;
}

/** Waits that a stop cuts short. */
export interface Waits {
  /** Resolves after that many milliseconds, or at once after `end`. */
  wait(ms: number): Promise<void>;
  end(): void;
}

export function createWaits(): Waits {
  const waiting = new Map<NodeJS.Timeout, () => void>();
  let isOver = false;
  return {
    async wait(ms) {
      if (isOver || ms <= 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(timer);
          resolve();
        }, ms);
        waiting.set(timer, resolve);
      });
    },
    end() {
      isOver = true;
      for (const [timer, resolve] of waiting) {
        clearTimeout(timer);
        resolve();
      }
      waiting.clear();
    },
  };
}
