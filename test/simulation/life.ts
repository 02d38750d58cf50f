/** Begins the message of every error that the simulation itself throws. */
export const SIMULATED = "simulated:";

/** Has something done after so many milliseconds. */
export type Later = (ms: number, act: () => Promise<void>) => void;

/**
 * One process from its start to its end: what it does after that is done by nobody. While it stands still, as one that is paused or whose
 * machine sleeps, it does nothing; then it goes on where it was, however late it is.
 */
export interface Life {
  readonly isOver: boolean;
  readonly isStill: boolean;
  /** From now on it is no more; what it was about comes to nothing once that has resolved which its end brings about. */
  end(brings?: Promise<unknown>): void;
  /** Stands still from now on for so long, milliseconds; returns when it goes on. */
  standStill(ms: number): Promise<void>;
  /** Returns at once, or when the process goes on; throws where it is no more. */
  goOn(): Promise<void>;
  /** What the process was asked for; rejects as soon as it stands still: whoever asked goes their way, and the process goes on with it later. */
  unlessStill<T>(asked: () => Promise<T>): Promise<T>;
}

export interface LifeParts {
  readonly later: Later;
  /** Hears of what went wrong in what nobody waits for any more. */
  readonly onFault: (message: string) => void;
  /** Hears that it goes on. */
  readonly onGoingOn: () => void;
}

export function createLife({ later, onFault, onGoingOn }: LifeParts): Life {
  let isOver = false;
  let ending: Promise<unknown> | undefined;
  let stillness: Promise<void> | null = null;
  const asking = new Set<(error: Error) => void>();
  const left = new Set<Promise<unknown>>();
  const leave = (): void => {
    for (const reject of asking) reject(new Error(`${SIMULATED} the process stands still`));
    asking.clear();
  };
  /** What was left is done now, as far as it gets before the process stands still again. */
  const catchUp = (): Promise<unknown> => {
    const again = new Promise<void>((resolve) => asking.add(() => resolve()));
    return Promise.race([Promise.all(left), again]);
  };
  const standStill = (ms: number): Promise<void> => {
    stillness ??= new Promise((resolve) =>
      later(ms, async () => {
        stillness = null;
        resolve();
        await catchUp();
        onGoingOn();
      }),
    );
    leave();
    return stillness;
  };
  const unlessStill = <T>(asked: () => Promise<T>): Promise<T> => {
    const work = asked();
    const told = (error: unknown) => {
      if (!String(error).includes(SIMULATED)) onFault(String(error));
    };
    let reject: (error: Error) => void = () => {};
    const stands = new Promise<never>((_, rejecting) => {
      reject = (error) => {
        const late = work.catch(told).finally(() => left.delete(late));
        left.add(late);
        rejecting(error);
      };
    });
    asking.add(reject);
    return Promise.race([work, stands]).finally(() => asking.delete(reject));
  };
  return {
    get isOver() {
      return isOver;
    },
    get isStill() {
      return stillness !== null;
    },
    end: (brings) => {
      isOver = true;
      ending = brings;
    },
    standStill,
    goOn: async () => {
      while (stillness) await stillness;
      if (!isOver) return;
      await ending;
      throw new Error(`${SIMULATED} the process is no more`);
    },
    unlessStill,
  };
}
