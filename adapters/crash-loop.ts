/** One start of the program as it is remembered. */
export interface KeptStart {
  /** Process id. */
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How it ended: `stopped` where it was told to, `failed` where it ended by itself; null while it runs, and where it was cut off. */
  readonly end: "stopped" | "failed" | null;
  /** Why it ended by itself, a sentence; null where nothing is known. */
  readonly why: string | null;
}

/** The program ends again and again, and nobody asks it to. */
export interface CrashLoop {
  /** Ends within the span that nobody asked for. */
  readonly ends: number;
  /** From the first start that ended so to the last start, milliseconds. */
  readonly span: number;
  /** Why the last end came about; null where nothing is known. */
  readonly why: string | null;
}

/** Starts further back than this are no part of a loop: a supervisor that waits ever longer waits five minutes. Milliseconds. */
const WITHIN = 20 * 60_000;
/** So many ends that nobody asked for are a loop: one is a crash, and two may be the same bad night. */
const LEAST_ENDS = 3;

const MINUTE = 60_000;
const UNKNOWN = "Why it ended last is not known: it was killed, had no memory left, or the machine went down.";

/** Whether the program ends again and again; `kept` from the oldest to the newest, `isAtWork` tells of one without an end whether it runs. */
export function crashLoop(
  kept: readonly KeptStart[],
  now: number,
  isAtWork: (start: KeptStart) => boolean,
): CrashLoop | null {
  const recent = kept.filter(({ at }) => at > now - WITHIN && at <= now);
  const ended = recent.filter((start) => start.end === "failed" || (start.end === null && !isAtWork(start)));
  const [first, last] = [ended[0], recent.at(-1)];
  if (ended.length < LEAST_ENDS || first === undefined || last === undefined) return null;
  return { ends: ended.length, span: last.at - first.at, why: ended.at(-1)?.why ?? null };
}

/** The loop in sentences, with what is to be done about it. */
export function loopText(loop: CrashLoop): string {
  return `${loopFound(loop)} ${loopRemedy(loop)}`;
}

/** What is known of the loop, in sentences. */
export function loopFound({ ends, span, why }: CrashLoop): string {
  const minutes = Math.max(1, Math.round(span / MINUTE));
  const within = minutes === 1 ? "a minute" : `${minutes} minutes`;
  const last = why === null ? UNKNOWN : `It ended last because of this: ${why.replace(/\.$/, "")}.`;
  return `The program ended ${ends} times within ${within} without being told to. ${last}`;
}

/** What is to be done about the loop. */
export function loopRemedy({ why }: CrashLoop): string {
  return why === null
    ? "Ask the machine, or whatever starts the program, how it ended; exit code 137 is a kill, most often for want of memory."
    : "Mend what it says; the log of that time tells more.";
}
