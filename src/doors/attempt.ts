/** When somebody tried to come in lately, by whom they say they are or by where they come from: counted across processes and starts. */
export interface Attempt {
  /** A hash of whose tries they are. */
  readonly id: string;
  readonly version: number;
  /** Milliseconds since 1970, oldest first. */
  readonly times: readonly number[];
  /** From then on none of them counts any more. */
  readonly until: number;
}

/** So many times of one are remembered. */
const MOST_TIMES = 200;

function recent(attempt: Pick<Attempt, "times"> | null, now: number, within: number): readonly number[] {
  return (attempt?.times ?? []).filter((at) => at > now - within);
}

/** How long whoever tries has to wait, milliseconds, where `most` tries are allowed within so many; 0 where they need not. */
export function waitOf(attempt: Attempt | null, rule: { now: number; within: number; most: number }): number {
  const { now, within, most } = rule;
  const times = recent(attempt, now, within);
  const first = times[times.length - most];
  return first === undefined ? 0 : first + within - now;
}

/** The tries with one more. */
export function withTry(attempt: Attempt | null, id: string, now: number, within: number): Attempt {
  const times = [...recent(attempt, now, within), now].slice(-MOST_TIMES);
  return { version: 0, ...attempt, id, times, until: now + within };
}
