import { setTimeout } from "node:timers/promises";
import type Database from "better-sqlite3";
import { createCache } from "./cache.ts";
import type { Encoded } from "./codec.ts";
import { SQLITE } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import { createGroupCommit } from "./group-commit.ts";
import { createWordIndex } from "./index-words.ts";
import type { Connection } from "./sqlite-connection.ts";
import { explained, isBusy, isConflict, isFault } from "./sqlite-errors.ts";
import type { Statement } from "./statement.ts";

/** The statements of a save, and what is called once they are committed. */
interface StatementSet {
  readonly statements: readonly Statement[];
  readonly onKept: (() => void) | undefined;
}

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

/** How long what is asked for waits for another program that holds the file, milliseconds. */
const PATIENCE = 1_000;
/** From one attempt to read to the next while another program holds the file, milliseconds. */
const AGAIN = 25;

/** SQLite as an engine of the store; while another program holds the file it tries again, and the process goes on meanwhile. */
export interface SqliteEngine extends Engine {
  /** Why the last save, or a read since the pages were last found sound, has failed; null where none has. */
  readonly fault: string | null;
  /** Writes what changes nothing, durably: whether that works is a save's fault from then on, or none's. */
  tryWriting(): void;
  /** Tells what was found when every page was looked at; null where all are sound. */
  looked(found: string | null): void;
  /** Ends what is being read, so that the connection can be used for something else. */
  rest(): void;
}

/** What is kept of faults in the file itself; others are no news of it. */
function createFaults() {
  const found: { read: string | null; save: string | null } = { read: null, save: null };
  return {
    found,
    note: (when: "read" | "save", error: unknown) => {
      if (isFault(error)) found[when] = `${error.message} (${error.code})`;
    },
  };
}

/**
 * What is read in one turn of the process is read in one transaction, from one state of the rows: to begin one takes longer than to find a
 * row in it.
 */
function createReading(connection: Connection) {
  const [begin, end] = [connection.prepare("BEGIN"), connection.prepare("COMMIT")];
  const rest = (): void => {
    if (connection.open && connection.inTransaction) end.run();
  };
  const read = <T>(find: () => T): T => {
    if (!connection.inTransaction) {
      begin.run();
      setImmediate(rest);
    }
    return find();
  };
  return { read, rest };
}

/** Counts what is under way; `none` resolves once nothing is. */
function createUnderWay() {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    begin: () => {
      count += 1;
    },
    end: () => {
      count -= 1;
      if (count > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    none: () => (count === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
  };
}

/** Calls it until it is not busy, or for as long as there is patience. */
async function whenFree<T>(call: () => T): Promise<T> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error;
      await setTimeout(AGAIN);
    }
  }
}

export function createSqliteEngine(path: string, connection: Connection): SqliteEngine {
  const { found, note } = createFaults();
  const { read, rest } = createReading(connection);
  /** SQLite counts there what others than this connection commit. */
  const dataVersion = connection.prepare("PRAGMA data_version").pluck();
  const kept = createCache<Prepared>(KEPT);
  const compile = (text: string): Prepared => connection.prepare<unknown[], Encoded>(text);
  const prepare = (text: string): Prepared => kept.get(text, compile);
  const applyOne = ({ sql, values, mayChangeNone }: Statement, place: number): void => {
    try {
      if (prepare(sql).run(values).changes > 0 || mayChangeNone) return;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    throw new NotApplied(place);
  };
  const words = createWordIndex(connection);
  const indexWords = connection.transaction(words.goOn);
  const applyStatements = (statements: readonly Statement[]): void => {
    statements.forEach(applyOne);
    words.written(statements.length);
  };
  const applyAlone = connection.transaction(applyStatements);
  const applyAll = connection.transaction((batch: readonly StatementSet[]) => {
    for (const { statements } of batch) applyStatements(statements);
  });
  const applySaved = connection.transaction((statements: readonly Statement[]) => statements.forEach(applyOne));
  /** The place of the statement that was not applied, and then nothing was; null where all were. */
  const attempt = <T>(apply: (work: T) => void, work: T): number | null => {
    try {
      apply(work);
      return null;
    } catch (error) {
      if (error instanceof NotApplied) return error.place;
      throw error;
    }
  };
  /** Each of several saves has a savepoint of its own. */
  const applyEach = connection.transaction((batch: readonly StatementSet[]) => {
    const places = batch.map(({ statements }) => attempt(applySaved, statements));
    words.written(batch.reduce((sum, { statements }) => sum + statements.length, 0));
    return places;
  });
  const togetherOrEach = (batch: readonly StatementSet[]): (number | null)[] =>
    attempt(applyAll.immediate, batch) === null ? batch.map(() => null) : applyEach.immediate(batch);
  let isAnyStale = false;
  const commit = createGroupCommit<StatementSet, number | null>({
    together: (batch) => {
      rest();
      // Where one was just stale another soon is, and what is done without savepoints would be done twice.
      const places = isAnyStale ? applyEach.immediate(batch) : togetherOrEach(batch);
      isAnyStale = places.some((place) => place !== null);
      for (const [index, { onKept }] of batch.entries()) if (places[index] === null) onKept?.();
      return places;
    },
    alone: ({ statements, onKept }) => {
      rest();
      const place = attempt(applyAlone.immediate, statements);
      if (place === null) onKept?.();
      return place;
    },
    isPassing: isBusy,
    patienceMs: PATIENCE,
  });
  const rewriteHeader = connection.transaction(() => {
    connection.pragma(`user_version = ${connection.pragma("user_version", { simple: true })}`);
  });
  const underWay = createUnderWay();
  const saved = async (statements: readonly Statement[], onKept?: () => void): Promise<number | null> => {
    underWay.begin();
    try {
      const place = await commit({ statements, onKept });
      found.save = null;
      return place;
    } catch (error) {
      note("save", error);
      throw explained(path, error);
    } finally {
      underWay.end();
    }
  };
  return {
    dialect: SQLITE,
    get fault() {
      return found.save ?? found.read;
    },
    rest,
    tryWriting: () => {
      try {
        rest();
        rewriteHeader.immediate();
        found.save = null;
      } catch (error) {
        note("save", error);
      }
    },
    looked: (fault) => {
      found.read = fault;
    },
    all: async ({ sql, values }) => {
      try {
        return await whenFree(() => read(() => prepare(sql).all(values)));
      } catch (error) {
        note("read", error);
        throw explained(path, error);
      }
    },
    epoch: () => {
      try {
        return read(() => Number(dataVersion.get()));
      } catch {
        return Number.NaN;
      }
    },
    readyToSearch: async () => {
      try {
        while (read(words.isBehind)) {
          await whenFree(() => {
            rest();
            indexWords.immediate();
          });
        }
      } catch (error) {
        note("save", error);
        if (!isBusy(error) && !isFault(error)) throw explained(path, error);
      }
    },
    apply: saved,
    close: async () => {
      // What is waiting to be committed is committed first.
      await underWay.none();
      rest();
      connection.close();
    },
  };
}
