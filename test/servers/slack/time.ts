/** Where the local Slack takes its time from: real, or moved by hand in a test. */
export interface TimeSource {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `act` once, `ms` from now; returns how to call it off. Infinity never runs. */
  after(ms: number, act: () => void): () => void;
}

/** A time source that stands still until it is moved. */
export interface HandTime extends TimeSource {
  /** Moves on by `ms`, running what falls due in order and letting its consequences happen in between. */
  advance(ms: number): Promise<void>;
}

const LONGEST_TIMER = 2 ** 31 - 1;

/** The wall clock and ordinary timers, which do not keep the process alive. */
export function createRealTime(): TimeSource {
  return {
    now: () => Date.now(),
    after(ms, act) {
      if (ms > LONGEST_TIMER) return () => {};
      const timer = setTimeout(act, ms).unref();
      return () => clearTimeout(timer);
    },
  };
}

/** A clock for tests; `start` is milliseconds since 1970, by default the present. */
export function createHandTime(start = Date.now()): HandTime {
  let now = start;
  let waiting: { readonly due: number; readonly act: () => void }[] = [];
  return {
    now: () => now,
    after(ms, act) {
      const entry = { due: now + ms, act };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        const next = waiting.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = Math.max(now, next.due);
        next.act();
        await letOthersRun();
      }
      now = until;
      await letOthersRun();
    },
  };
}

/** Long enough for a loopback message to arrive. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
