/** Looks at something again and again, one look at a time. */
export interface Looks {
  /** Looks soon; where a look is under way, once more after it, however often it is woken meanwhile. */
  wake(): void;
  /** No look begins any more; returns when the one under way has ended. */
  end(): Promise<void>;
}

/** Nothing is looked at yet. `look` does not reject; between the end of one and the next that is wanted there are `restMs`. */
export function createLooks(look: () => Promise<void>, restMs: number): Looks {
  let isWanted = false;
  let isOver = false;
  let underWay: Promise<void> | null = null;
  const rest = () => new Promise<void>((resolve) => setTimeout(resolve, restMs));

  const lookWhileWanted = async (): Promise<void> => {
    for (; isWanted && !isOver; await rest()) {
      isWanted = false;
      await look();
    }
    underWay = null;
  };

  return {
    wake() {
      if (isOver) return;
      isWanted = true;
      underWay ??= new Promise<void>((resolve) => setImmediate(resolve)).then(lookWhileWanted);
    },
    async end() {
      isOver = true;
      await underWay;
    },
  };
}
