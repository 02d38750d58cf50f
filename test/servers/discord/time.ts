/** Where the local Discord gets its time from, so that a test need not wait. */
export interface TimeSource {
  /** Milliseconds since 1970. */
  now(): number;
  /** Does something after so many milliseconds; gives what calls it off. */
  after(ms: number, act: () => void): () => void;
}

/** Time that only moves when told to. */
export interface ManualTime extends TimeSource {
  /** Moves on by so many milliseconds and does, in order, what came due on the way. */
  advance(ms: number): void;
}

/** The machine's own time; what is still due does not keep the process alive. */
export const realTime: TimeSource = {
  now: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, Math.min(ms, 2 ** 31 - 1)).unref();
    return () => clearTimeout(timer);
  },
};

export function manualTime(start: number): ManualTime {
  let now = start;
  const due = new Set<{ readonly at: number; readonly act: () => void }>();
  const nextUntil = (end: number) => [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after: (ms, act) => {
      const entry = { at: now + ms, act };
      due.add(entry);
      return () => void due.delete(entry);
    },
    advance: (ms) => {
      const end = now + ms;
      for (let entry = nextUntil(end); entry; entry = nextUntil(end)) {
        due.delete(entry);
        now = Math.max(now, entry.at);
        entry.act();
      }
      now = end;
    },
  };
}

/** Every clock of Discord, milliseconds. */
export interface Clocks {
  /** An interaction not answered by then is void (10062). */
  readonly interaction: number;
  /** How long an interaction's token edits and follows up (then 50027). */
  readonly interactionToken: number;
  /** How long a nonce is remembered; Discord says "the past few minutes" only. */
  readonly nonce: number;
  /** How long an attachment's address works. */
  readonly attachment: number;
  /** The window in which invalid requests (401, 403, 429) are counted, and the length of the ban. */
  readonly invalidRequests: number;
  /** `heartbeat_interval` in HELLO. */
  readonly heartbeat: number;
  /** The window for `maxConcurrency` IDENTIFYs. */
  readonly identify: number;
  /** The window for 120 sends on one gateway connection (then 4008). */
  readonly gatewaySends: number;
  /** How long a session without a connection can be resumed; not documented. */
  readonly session: number;
}

/** The real values; `nonce` and `session` are estimates, Discord gives no figure. */
export const realClocks: Clocks = {
  interaction: 3_000,
  interactionToken: 15 * 60_000,
  nonce: 3 * 60_000,
  attachment: 24 * 3_600_000,
  invalidRequests: 10 * 60_000,
  heartbeat: 41_250,
  identify: 5_000,
  gatewaySends: 60_000,
  session: 3 * 60_000,
};

const DISCORD_EPOCH = 1_420_070_400_000;

/** Ids as Discord makes them: they hold their time of creation and sort by it. */
export function createSnowflakes(time: TimeSource): () => string {
  let last = 0n;
  return () => {
    const earliest = BigInt(time.now() - DISCORD_EPOCH) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

/** Whether one id was made after another. */
export const isLater = (id: string, than: string): boolean => BigInt(id) > BigInt(than);
