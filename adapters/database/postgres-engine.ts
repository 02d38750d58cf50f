import { setTimeout } from "node:timers/promises";
import { BusyError } from "../../src/ports.ts";
import { POSTGRES } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import type { Connections, PostgresAnswer, PostgresSession } from "./postgres-connection.ts";
import { codeOf, explained, isLost, isPassing, isTaken, isUnknown } from "./postgres-errors.ts";
import type { Statement } from "./statement.ts";

/** How long what is asked for is tried again while the server cannot be reached, milliseconds. */
const PATIENCE = 5_000;
/** From one attempt to the next, at most: less at first, and never the same for two that clashed, milliseconds. */
const LONGEST_PAUSE = 250;

const BEGIN = { text: "BEGIN", values: [] };
/** Another text once the server has begun anew, by a start or, when one of its processes had crashed, without one: its statistics begin anew then. */
const SINCE =
  "concat_ws(' ', extract(epoch FROM pg_postmaster_start_time()), extract(epoch FROM pg_stat_get_bgwriter_stat_reset_time())) AS since";
const WHICH = { text: `SELECT pg_current_xact_id()::text AS id, ${SINCE}`, values: [] };
const COMMIT = { text: "COMMIT", values: [] };
const ROLLBACK = { text: "ROLLBACK", values: [] };
const FATE = `SELECT pg_xact_status(CAST($1 AS xid8)) AS fate, ${SINCE}`;
/** No transaction has had that number yet. */
const NOT_YET = "22023";

const UNDECIDED =
  "The connection to the database broke while something was saved, and the database cannot be asked whether it was.";

/** A server that says how a transaction ended, until it has said that it cannot. */
interface Memory {
  isNumbered: boolean;
}

/** A transaction by its number. A server that fell gives numbers again whose transactions were lost, so it is known with when the server began. */
interface Numbered {
  readonly id: string;
  readonly since: string;
}

/** The connection broke after the end of a transaction was asked for and before it was answered: it may stand or not. Null: it has no number. */
class Unanswered extends Error {
  readonly transaction: Numbered | null;
  constructor(transaction: Numbered | null, cause: unknown) {
    super("The connection broke while a save was committed.", { cause });
    this.transaction = transaction;
  }
}

/** Calls it again while what it throws passes. */
export async function patiently<T>(call: () => Promise<T>, patienceMs = PATIENCE): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error) || performance.now() >= until) throw error;
      await setTimeout(Math.random() * Math.min(LONGEST_PAUSE, 5 * 2 ** attempt));
    }
  }
}

/** The place of the first statement that was not applied, or null. Throws what else the first failing one threw. */
function placeOf(
  statements: readonly Statement[],
  answers: readonly PromiseSettledResult<PostgresAnswer>[],
): number | null {
  for (const [place, answer] of answers.entries()) {
    if (answer.status === "fulfilled") {
      if (answer.value.count === 0 && !statements[place]?.mayChangeNone) return place;
    } else if (isTaken(answer.reason)) return place;
    else throw answer.reason;
  }
  return null;
}

async function commit(session: PostgresSession, transaction: Numbered | null): Promise<void> {
  try {
    await session.ask(COMMIT);
  } catch (error) {
    throw isLost(error) ? new Unanswered(transaction, error) : error;
  }
}

/** The number of the transaction. Remembers where the server has none, and throws then, for the transaction is of no use any more. */
async function numberFrom(which: Promise<PostgresAnswer>, memory: Memory): Promise<Numbered> {
  try {
    const [row] = (await which).rows;
    return { id: String(row?.id), since: String(row?.since) };
  } catch (error) {
    if (isUnknown(error)) memory.isNumbered = false;
    throw error;
  }
}

/** All statements are sent before the first is answered: a save costs two ways there and back. */
async function transact(session: PostgresSession, statements: readonly Statement[], memory: Memory) {
  const begun = session.ask(BEGIN);
  const number = memory.isNumbered ? numberFrom(session.ask(WHICH), memory) : Promise.resolve(null);
  const sent = statements.map((one) => session.ask(one));
  const [answers] = await Promise.all([Promise.allSettled(sent), Promise.allSettled([begun, number])]);
  await begun;
  const transaction = await number;
  const place = placeOf(statements, answers);
  if (place === null) await commit(session, transaction);
  else await session.ask(ROLLBACK);
  return place;
}

/** Whether the connection is of no use any more once what failed on it is undone. */
async function isBrokenBy(error: unknown, session: PostgresSession): Promise<boolean> {
  if (error instanceof Unanswered || isLost(error)) return true;
  return session.ask(ROLLBACK).then(
    () => false,
    () => true,
  );
}

async function inSession(
  connections: Connections,
  statements: readonly Statement[],
  memory: Memory,
): Promise<number | null> {
  const wasNumbered = memory.isNumbered;
  const session = await connections.session();
  try {
    const place = await transact(session, statements, memory);
    session.release(false);
    return place;
  } catch (error) {
    session.release(await isBrokenBy(error, session));
    if (wasNumbered && !memory.isNumbered && isUnknown(error)) return inSession(connections, statements, memory);
    throw error;
  }
}

/** Whether the transaction stands, as the server knows. Throws, to be asked again, while it is still at it; and where the server has begun anew, and another transaction may have got the number. */
async function stands(connections: Connections, { transaction, cause }: Unanswered): Promise<boolean> {
  if (transaction === null) throw new BusyError(UNDECIDED, { cause });
  try {
    const [found] = (await connections.ask({ text: FATE, values: [transaction.id] })).rows;
    if (found?.fate === "in progress") throw cause;
    if (found?.fate !== "committed") return false;
    if (found.since === transaction.since) return true;
    throw new BusyError(UNDECIDED, { cause });
  } catch (error) {
    if (codeOf(error) === NOT_YET) return false;
    throw error;
  }
}

/** How saves are applied, for as long as the engine is open. */
interface Applying {
  readonly memory: Memory;
  readonly patienceMs: number | undefined;
}

/** Applies them; where the connection broke over the end, the server is asked how it ended. What failed and may be tried again is thrown. */
async function applied(connections: Connections, statements: readonly Statement[], { memory, patienceMs }: Applying) {
  try {
    return await inSession(connections, statements, memory);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    const isKept = await patiently(() => stands(connections, error), patienceMs).catch((reason: unknown) => {
      throw new BusyError(UNDECIDED, { cause: reason });
    });
    if (isKept) return null;
    throw error.cause;
  }
}

/**
 * Postgres as an engine of the store. What clashed with another save, or lost its connection, is tried again; where the connection broke
 * while a save was committed, the server is asked whether it was, by the number of the transaction; where that has none, or the server has
 * begun anew since, whoever saves is told that it may stand. `patienceMs`: how long all of that may take.
 */
export function createPostgresEngine(connections: Connections, patienceMs?: number): Engine {
  const underWay = new Set<Promise<unknown>>();
  const applying = { memory: { isNumbered: true }, patienceMs };
  const during = <T>(done: Promise<T>): Promise<T> => {
    underWay.add(done);
    const over = () => void underWay.delete(done);
    done.then(over, over);
    return done;
  };
  const telling = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await patiently(call, patienceMs);
    } catch (error) {
      throw explained(error);
    }
  };
  return {
    dialect: POSTGRES,
    all: async (statement) => (await during(telling(() => connections.ask(statement)))).rows,
    apply: (statements) => during(telling(() => applied(connections, statements, applying))),
    close: async () => {
      // What is under way is finished first.
      await Promise.allSettled(underWay);
      await connections.close();
    },
  };
}
