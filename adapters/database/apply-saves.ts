import type { WordIndex } from "./index-words.ts";
import type { Preparing } from "./prepare-statements.ts";
import type { Connection } from "./sqlite-connection.ts";
import { isConflict } from "./sqlite-errors.ts";
import type { Statement } from "./statement.ts";

/** The statements of a save, and what is called once they are committed. */
export interface SaveStatements {
  readonly statements: readonly Statement[];
  readonly onKept: (() => void) | undefined;
}

/** The place of the statement that could not be applied, and then nothing of its save was; null where all were. */
export type Applied = number | null;

/** Ends a transaction whose statement at this place could not be applied. */
class NotApplied extends Error {
  readonly place: number;
  constructor(place: number) {
    super(`Statement ${place} was not applied.`);
    this.place = place;
  }
}

function attempt<T>(apply: (work: T) => void, work: T): Applied {
  try {
    apply(work);
    return null;
  } catch (error) {
    if (error instanceof NotApplied) return error.place;
    throw error;
  }
}

function createTransactions(connection: Connection, prepare: Preparing, words: WordIndex) {
  const applyOne = ({ sql, values, mayChangeNone }: Statement, place: number): void => {
    try {
      if (prepare(sql).run(values).changes > 0 || mayChangeNone) return;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    throw new NotApplied(place);
  };
  const written = (batch: readonly SaveStatements[]): void =>
    words.written(batch.reduce((sum, { statements }) => sum + statements.length, 0));
  const applySaved = connection.transaction(({ statements }: SaveStatements) => statements.forEach(applyOne));
  /** All of them or none. */
  const all = connection.transaction((batch: readonly SaveStatements[]) => {
    for (const { statements } of batch) statements.forEach(applyOne);
    written(batch);
  });
  /** Each in a savepoint of its own. */
  const each = connection.transaction((batch: readonly SaveStatements[]) => {
    const places = batch.map((one) => attempt(applySaved, one));
    written(batch);
    return places;
  });
  return { all: all.immediate, each: each.immediate };
}

/**
 * Applies saves in one transaction. Savepoints, which let one fail without the others, are a sixth of what a small save costs: several are
 * first tried without, and where one cannot be applied all are done again with a savepoint each.
 */
export function createApplying(connection: Connection, prepare: Preparing, words: WordIndex) {
  const { all, each } = createTransactions(connection, prepare, words);
  let wasAnyStale = false;
  const tryAll = (batch: readonly SaveStatements[]): Applied[] =>
    attempt(all, batch) === null ? batch.map(() => null) : each(batch);
  return {
    together: (batch: readonly SaveStatements[]): Applied[] => {
      // Where one was just stale another soon is, and what is tried without savepoints would be done twice.
      const places = wasAnyStale ? each(batch) : tryAll(batch);
      wasAnyStale = places.some((place) => place !== null);
      for (const [index, { onKept }] of batch.entries()) if (places[index] === null) onKept?.();
      return places;
    },
    alone: (one: SaveStatements): Applied => {
      const place = attempt(all, [one]);
      if (place === null) one.onKept?.();
      return place;
    },
  };
}
