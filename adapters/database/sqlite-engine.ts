import { setTimeout } from "node:timers/promises";
import { type Applied, createApplying, type SaveStatements } from "./apply-saves.ts";
import { SQLITE } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import { createGroupCommit } from "./group-commit.ts";
import { createWordIndex } from "./index-words.ts";
import { createKeeping } from "./loss.ts";
import { createPreparing } from "./prepare-statements.ts";
import type { Connection } from "./sqlite-connection.ts";
import { explained, isBusy, isFault } from "./sqlite-errors.ts";
import type { Statement } from "./statement.ts";

/** How long what is asked for waits for another program that holds the file, milliseconds. */
const PATIENCE = 1_000;
/** From one attempt to read to the next while another program holds the file, milliseconds. */
const AGAIN = 25;

/** SQLite as an engine of the store; while another program holds the file it tries again, and the process goes on meanwhile. */
export interface SqliteEngine extends Engine {
  /** Why the last save, or a read since the pages were last found sound, has failed; null where none has. */
  readonly fault: string | null;
  /** Writes durably that it was written, and nothing else: whether that works is a save's fault from then on, or none's. Gives until when the database is kept; null where it did not work. */
  tryWriting(now: number): number | null;
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
  /** SQLite counts there what others than this connection commit: within a transaction that stands still. */
  const dataVersion = connection.prepare("PRAGMA data_version").pluck();
  let version: number | null = null;
  const rest = (): void => {
    version = null;
    if (connection.open && connection.inTransaction) end.run();
  };
  const read = <T>(find: () => T): T => {
    if (!connection.inTransaction) {
      version = null;
      begin.run();
      setImmediate(rest);
    }
    return find();
  };
  const versionNow = (): number => {
    version ??= Number(dataVersion.get());
    return version;
  };
  return { read, rest, epoch: () => read(versionNow) };
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
  const { read, rest, epoch } = createReading(connection);
  const prepare = createPreparing(connection);
  const words = createWordIndex(connection);
  const indexWords = connection.transaction(words.goOn);
  const applying = createApplying(connection, prepare, words);
  const commit = createGroupCommit<SaveStatements, Applied>({
    together: (batch) => {
      rest();
      return applying.together(batch);
    },
    alone: (one) => {
      rest();
      return applying.alone(one);
    },
    isPassing: isBusy,
    patienceMs: PATIENCE,
  });
  const keep = createKeeping(connection);
  const underWay = createUnderWay();
  const saved = async (statements: readonly Statement[], onKept?: () => void): Promise<Applied> => {
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
    tryWriting: (now) => {
      try {
        rest();
        const until = keep(now);
        found.save = null;
        return until;
      } catch (error) {
        note("save", error);
        return null;
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
        return epoch();
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
