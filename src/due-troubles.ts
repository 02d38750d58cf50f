import type { Log } from "./ports.ts";

/** A work that is tried again and again until it is done. */
export interface TriedWork {
  /** Its name among all that is tried. */
  readonly name: string;
  /** What the log says where it cannot be done, and of what. */
  readonly saying: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** What keeps due work from being done: told in the log when it begins and when it is over, not at each try between. What fails for one reason is one trouble. */
export interface DueTroubles {
  failed(work: TriedWork, error: unknown): void;
  done(name: string): void;
  /** Everything that is due has been tried once more: what has not failed since the last time is wanted no longer. */
  turned(): void;
}

interface Trouble {
  readonly first: TriedWork;
  readonly reasons: Set<string>;
  /** Names of what waits for it to be over. */
  readonly waiting: Set<string>;
  works: number;
  tries: number;
}

/** A trouble that gives more reasons than these has been told often enough. */
const MOST_REASONS = 20;

export function createDueTroubles(log: Log): DueTroubles {
  const troubles = new Set<Trouble>();
  const failing = new Map<string, Trouble>();
  let lately = new Set<string>();

  const begin = (first: TriedWork): Trouble => {
    const trouble = { first, reasons: new Set<string>(), waiting: new Set<string>(), works: 0, tries: 0 };
    troubles.add(trouble);
    return trouble;
  };

  const join = (work: TriedWork, reason: string): Trouble => {
    const trouble = [...troubles].find(({ reasons }) => reasons.has(reason)) ?? begin(work);
    failing.set(work.name, trouble);
    trouble.waiting.add(work.name);
    trouble.works += 1;
    return trouble;
  };

  const done = (name: string): void => {
    const trouble = failing.get(name);
    if (!trouble) return;
    failing.delete(name);
    trouble.waiting.delete(name);
    if (trouble.waiting.size > 0) return;
    troubles.delete(trouble);
    const { first, reasons, works, tries } = trouble;
    log.info("What was due is done again", { ...first.facts, error: [...reasons].join("; "), works, tries });
  };

  return {
    failed(work, error) {
      const reason = String(error);
      const trouble = failing.get(work.name) ?? join(work, reason);
      lately.add(work.name);
      trouble.tries += 1;
      if (trouble.reasons.has(reason) || trouble.reasons.size >= MOST_REASONS) return;
      trouble.reasons.add(reason);
      log.fault(`${work.saying}; it will be tried again`, { ...work.facts, error: reason });
    },
    done,
    turned() {
      for (const name of [...failing.keys()]) if (!lately.has(name)) done(name);
      lately = new Set();
    },
  };
}
