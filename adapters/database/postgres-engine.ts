import { setTimeout } from "node:timers/promises";
import { BusyError } from "../../src/ports.ts";
import { POSTGRES } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import type { Answered, Connections, Session } from "./postgres-connection.ts";
import { explained, isLost, isPassing, isTaken } from "./postgres-errors.ts";
import type { Statement } from "./statement.ts";

/** How long what is asked for is tried again while the server cannot be reached, milliseconds. */
const PATIENCE = 5_000;
/** From one attempt to the next, at most: less at first, and never the same for two that clashed, milliseconds. */
const LONGEST_PAUSE = 250;

const BEGIN = { text: "BEGIN", values: [] };
const COMMIT = { text: "COMMIT", values: [] };
const ROLLBACK = { text: "ROLLBACK", values: [] };

/** The connection broke after the end of a save was asked for and before it was answered: it may stand or not. */
class Unknown extends Error {}

/** Calls it again while what it throws passes. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE;
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
function placeOf(statements: readonly Statement[], answers: readonly PromiseSettledResult<Answered>[]): number | null {
  for (const [place, answer] of answers.entries()) {
    if (answer.status === "fulfilled") {
      if (answer.value.count === 0 && !statements[place]?.mayChangeNone) return place;
    } else if (isTaken(answer.reason)) return place;
    else throw answer.reason;
  }
  return null;
}

async function commit(session: Session): Promise<void> {
  try {
    await session.ask(COMMIT);
  } catch (error) {
    if (isLost(error)) throw new Unknown("The connection broke while a save was committed.", { cause: error });
    throw error;
  }
}

/** All statements are sent before the first is answered: a save costs two ways there and back. */
async function transact(session: Session, statements: readonly Statement[]): Promise<number | null> {
  const [begun, ...answers] = await Promise.allSettled([BEGIN, ...statements].map((one) => session.ask(one)));
  if (begun?.status === "rejected") throw begun.reason;
  const place = placeOf(statements, answers);
  if (place === null) await commit(session);
  else await session.ask(ROLLBACK);
  return place;
}

async function inSession(connections: Connections, statements: readonly Statement[]): Promise<number | null> {
  const session = await connections.session();
  let isBroken = true;
  try {
    const place = await transact(session, statements);
    isBroken = false;
    return place;
  } catch (error) {
    if (!isLost(error) && !(error instanceof Unknown)) {
      isBroken = await session.ask(ROLLBACK).then(
        () => false,
        () => true,
      );
    }
    throw error;
  } finally {
    session.release(isBroken);
  }
}

/** Whether every row of the save stands as the save leaves it. */
async function standsAll(connections: Connections, statements: readonly Statement[]): Promise<boolean> {
  for (const { stands } of statements) {
    if (stands === undefined) continue;
    const { count } = await patiently(() => connections.ask(stands()));
    if (count === 0) return false;
  }
  return true;
}

/**
 * Postgres as an engine of the store. What clashed with another save, or lost its connection before its end was asked for, is tried again.
 * Where the connection broke while the end was on its way, the same save is sent once more: where the first stands after all, the second
 * meets its rows, waiting for them if need be, and changes nothing; the rows then tell by what they hold that they are this save's.
 */
export function createPostgresEngine(connections: Connections): Engine {
  const decide = async (statements: readonly Statement[]): Promise<number | null> => {
    try {
      return await patiently(() => inSession(connections, statements));
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
    }
    const place = await decide(statements);
    return place !== null && (await standsAll(connections, statements)) ? null : place;
  };
  return {
    dialect: POSTGRES,
    all: async (statement) => {
      try {
        return (await patiently(() => connections.ask(statement))).rows;
      } catch (error) {
        throw explained(error);
      }
    },
    apply: async (statements) => {
      let isUnknown = false;
      try {
        return await patiently(() => inSession(connections, statements));
      } catch (error) {
        if (!(error instanceof Unknown)) throw explained(error);
        isUnknown = true;
      }
      try {
        return await decide(statements);
      } catch (error) {
        throw isUnknown ? new BusyError(UNDECIDED, { cause: error }) : explained(error);
      }
    },
    close: () => connections.close(),
  };
}
