import type { Entry } from "./transcript.ts";

/** A conversation's wait as its customer lived it, in milliseconds; beside it what the desk promises. */
export interface LivedWait {
  /** From the customer's first words to the first answer of a person; null where there was none. */
  readonly firstHumanMs: number | null;
  /** The longest time without a word from a person while the customer waited for one. */
  readonly longestSilenceMs: number;
  /** How often another person took over. */
  readonly handovers: number;
  readonly reopenings: number;
  /** Within what the desk promises a first answer; null where it promises nothing. */
  readonly promisedMs: number | null;
}

/** What is looked at of an entry. */
export interface WaitEntry extends Pick<Entry, "author" | "address" | "at"> {
  /** Whether it asks for nothing, such as thanks: nobody waits after it. */
  readonly isCourtesy?: boolean;
}

/** How often the one who answers is another than the one before. */
function handoversIn(entries: readonly WaitEntry[]): number {
  const answering = entries.filter(({ author }) => author === "agent");
  return answering.filter(({ address }, index) => index > 0 && address !== answering[index - 1]?.address).length;
}

/** From each moment at which the customer began to wait until a person wrote, or the conversation was ended; whoever is handed over waits from then on. Milliseconds. */
function silencesIn(entries: readonly WaitEntry[], endings: readonly number[]): number[] {
  const ends = endings.map((at) => ({ author: "end" as const, address: null, at, isCourtesy: false }));
  const said = [...entries, ...ends].toSorted((one, other) => one.at - other.at);
  const silences: number[] = [];
  let since: number | null = null;
  let last: (typeof said)[number] | null = null;
  for (const one of said) {
    const { author, address, at, isCourtesy } = one;
    if (author === "customer" && !isCourtesy) since ??= at;
    if (author === "customer") last = null;
    if (author !== "agent" && author !== "end") continue;
    const handedAt = author === "agent" && last?.author === "agent" && last.address !== address ? last.at : null;
    const from = since ?? handedAt;
    if (from !== null) silences.push(at - from);
    since = null;
    last = one;
  }
  return silences;
}

/**
 * The wait that the entries tell of, in the order in which they were written. What a machine writes is no answer, and a
 * conversation that is ended ends the wait.
 *
 * @example
 * waitOf(entries, [resolution.at], null).firstHumanMs; // 240_000: four minutes
 */
export function waitOf(
  entries: readonly WaitEntry[],
  endings: readonly number[],
  promisedMs: number | null,
): LivedWait {
  const first = entries.find(({ author }) => author === "customer")?.at ?? null;
  const answer = first === null ? undefined : entries.find(({ author, at }) => author === "agent" && at >= first);
  return {
    firstHumanMs: first === null || answer === undefined ? null : answer.at - first,
    longestSilenceMs: Math.max(0, ...silencesIn(entries, endings)),
    handovers: handoversIn(entries),
    reopenings: Math.max(0, endings.length - 1),
    promisedMs,
  };
}
