/** How a batch of work is done in one transaction, and how a single piece is done in its own. */
export interface Committing<Work, Result> {
  /** All or nothing; throws where the transaction could not be committed. */
  together(batch: readonly Work[]): Result[];
  alone(work: Work): Result;
  /** Whether doing each piece alone after this failure may help. */
  isWorthAlone(error: unknown): boolean;
}

/**
 * Does what is asked for at the same moment in one transaction, so that one wait for the disk serves them all; each promise settles
 * after that commit. Where the batch fails, each piece is done alone and fails or succeeds by itself.
 */
export function createGroupCommit<Work, Result>({
  together,
  alone,
  isWorthAlone,
}: Committing<Work, Result>): (work: Work) => Promise<Result> {
  interface Waiting {
    readonly work: Work;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];

  const settleAlone = ({ work, resolve, reject }: Waiting): void => {
    try {
      resolve(alone(work));
    } catch (error) {
      reject(error);
    }
  };

  const flush = (): void => {
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
      for (const one of batch) {
        if (isWorthAlone(error)) settleAlone(one);
        else one.reject(error);
      }
    }
  };

  return (work) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ work, resolve, reject }) === 1) setImmediate(flush);
    });
}
