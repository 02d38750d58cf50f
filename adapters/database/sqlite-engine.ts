import type Database from "better-sqlite3";
import { createCache } from "./cache.ts";
import type { Encoded } from "./codec.ts";
import type { Statement } from "./queries.ts";
import type { Engine } from "./sql-store.ts";
import type { Connection } from "./sqlite-connection.ts";
import { explained, isConflict } from "./sqlite-errors.ts";

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
  return {
    all: async ({ sql, parameters }) => {
      try {
        return prepare(sql).all(parameters);
      } catch (error) {
        throw explained(path, error);
      }
    },
    apply: async (statements) => {
      try {
        applyAll.immediate(statements);
        return null;
      } catch (error) {
        if (error instanceof NotApplied) return error.place;
        throw explained(path, error);
      }
    },
    close: async () => void connection.close(),
  };
}
