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
