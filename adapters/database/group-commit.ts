/** How a batch of work is done in one transaction, and how a single piece is done in its own. */
export interface Committing<Work, Result> {
  /** All or nothing; throws where the transaction could not be committed. */
  together(batch: readonly Work[]): Result[];
  alone(work: Work): Result;
  /** Whether the failure is nobody's own and passes: the same is tried again for a while, and nothing waits in the meantime. */
  isPassing(error: unknown): boolean;
  /** How long a piece is tried again before it is given up, milliseconds. */
  readonly patienceMs: number;
}

/** From one attempt to the next where the failure passes, milliseconds. */
const AGAIN = 25;

/**
 * Does what is asked for at the same moment in one transaction, so that one wait for the disk serves them all; each promise settles
 * after that commit. Where the batch fails, each piece is done alone and fails or succeeds by itself, unless the failure passes.
 */
export function createGroupCommit<Work, Result>(how: Committing<Work, Result>): (work: Work) => Promise<Result> {
  const { together, alone, isPassing, patienceMs } = how;
  interface Waiting {
    readonly work: Work;
    readonly until: number;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];

  /** Those for which there is time left wait on. */
  const tryAgain = (batch: readonly Waiting[], error: unknown): void => {
    const now = performance.now();
    for (const one of batch) if (one.until <= now) one.reject(error);
    const isIdle = waiting.length === 0;
    waiting = [...waiting, ...batch.filter(({ until }) => until > now)];
    if (isIdle && waiting.length > 0) setTimeout(flush, AGAIN);
  };

  const settleAlone = (one: Waiting): void => {
    try {
      one.resolve(alone(one.work));
    } catch (error) {
      if (isPassing(error)) tryAgain([one], error);
      else one.reject(error);
    }
  };

  function flush(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length === 1) {
      for (const only of batch) settleAlone(only);
      return;
    }
    try {
      const results = together(batch.map(({ work }) => work));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      if (isPassing(error)) tryAgain(batch, error);
      else for (const one of batch) settleAlone(one);
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      const until = performance.now() + patienceMs;
      if (waiting.push({ work, until, resolve, reject }) === 1) setImmediate(flush);
    });
}
