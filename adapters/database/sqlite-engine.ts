import type Database from "better-sqlite3";
import { createCache } from "./cache.ts";
import type { Encoded } from "./codec.ts";
import type { Engine } from "./engine.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Statement } from "./queries.ts";
import type { Connection } from "./sqlite-connection.ts";
import { explained, isBusy, isConflict } from "./sqlite-errors.ts";

type Prepared = Database.Statement<unknown[], Encoded>;

/** Most statements kept prepared; lists of many lengths would otherwise pile up. */
const KEPT = 256;

/** Ends a transaction whose statement at this place could not be applied. */
class NotApplied extends Error {
  readonly place: number;
  constructor(place: number) {
    super(`Statement ${place} was not applied.`);
    this.place = place;
  }
}

/** SQLite as an engine of the store. */
export function createSqliteEngine(path: string, connection: Connection): Engine {
  const kept = createCache<Prepared>(KEPT);
  const prepare = (text: string) => kept.get(text, () => connection.prepare<unknown[], Encoded>(text));
  const applyOne = ({ sql, parameters }: Statement, place: number): void => {
    try {
      if (prepare(sql).run(parameters).changes > 0) return;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    throw new NotApplied(place);
  };
  const applyAll = connection.transaction((statements: readonly Statement[]) => statements.forEach(applyOne));
  /** Within a transaction of several saves each has a savepoint of its own. */
  const attempt = (statements: readonly Statement[], apply: (statements: readonly Statement[]) => void) => {
    try {
      apply(statements);
      return null;
    } catch (error) {
      if (error instanceof NotApplied) return error.place;
      throw error;
    }
  };
  const applyEach = connection.transaction((batch: readonly (readonly Statement[])[]) =>
    batch.map((statements) => attempt(statements, applyAll)),
  );
  const commit = createGroupCommit<readonly Statement[], number | null>({
    together: (batch) => applyEach.immediate(batch),
    alone: (statements) => attempt(statements, applyAll.immediate),
    isWorthAlone: (error) => !isBusy(error),
  });
  return {
    all: async ({ sql, parameters }) => {
      try {
        return prepare(sql).all(parameters);
      } catch (error) {
        throw explained(path, error);
      }
    },
    apply: (statements) =>
      commit(statements).catch((error: unknown) => {
        throw explained(path, error);
      }),
    close: async () => {
      // What is waiting to be committed is committed first.
      await new Promise((resolve) => setImmediate(resolve));
      connection.close();
    },
  };
}
