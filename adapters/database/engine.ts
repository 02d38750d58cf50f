import type { Encoded } from "./codec.ts";
import type { Dialect } from "./dialect.ts";
import type { Statement } from "./statement.ts";

/** A database that speaks SQL, as the store needs it. */
export interface Engine {
  readonly dialect: Dialect;
  /** The rows a query finds, by the names it selects them under. */
  all(statement: Statement): Promise<Encoded[]>;
  /**
   * Runs the statements in one transaction, durable before it returns: null. Where one changes no row, unless it may, or
   * breaks a uniqueness rule nothing is kept: the place of that statement. Throws, and keeps nothing, on every other fault. `onKept`
   * is called as soon as other reads find what was kept.
   */
  apply(statements: readonly Statement[], onKept?: () => void): Promise<number | null>;
  /** A number that is another one once another program has changed anything; NaN, which equals nothing, where that cannot be told now. Missing where it never can. */
  readonly epoch?: () => number;
  /** Indexes the words that still wait for that; as far as it can while nothing can be written. Missing where they are indexed as they are saved. */
  readonly readyToSearch?: () => Promise<void>;
  close(): Promise<void>;
}
