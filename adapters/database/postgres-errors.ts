import { BusyError } from "../../src/ports.ts";

/** What Postgres, or the way to it, says of a fault: five characters of its own, or the system's name of it. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

/** A value that must be unique is taken. */
const TAKEN = "23505";
/** Two saves got in each other's way: the same may be tried again at once. */
const CLASHED = /^(?:40001|40P01)$/;
/** The server is going, coming or full, or takes no writing for it follows another. */
const NOT_SERVED = /^(?:08...|57P0[1-5]|53300|25P03|25006)$/;
const NOT_REACHED =
  /^(?:ECONN(?:RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|ENOTCONN|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOENT)$/;
const BROKEN = /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout e)/;
/** Waited for too long: for a lock, or for a statement to end. */
const TOO_LONG = /^(?:55P03|57014)$/;
const OF_THE_SCHEMA = /^(?:23...|22...)$/;

/** A function or a type that services of the same protocol do not have. */
const UNKNOWN = /^(?:42883|42704|0A000)$/;

/** Whether the server has not what it was asked for, and never will have. */
export function isUnknown(error: unknown): boolean {
  return UNKNOWN.test(codeOf(error));
}

/** Whether a value that must be unique is taken. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === TAKEN;
}

/** Whether the connection is gone or was never there, so that nothing it was asked for may be known to be done. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error);
  return NOT_SERVED.test(code) || NOT_REACHED.test(code) || (error instanceof Error && BROKEN.test(error.message));
}

/** Whether the same may be tried again, where it is known that nothing was kept. */
export function isPassing(error: unknown): boolean {
  return isLost(error) || CLASHED.test(codeOf(error));
}

/** The fault as a sentence for whoever runs the program; what is none of the database's as it is. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof BusyError) return error;
  const code = codeOf(error);
  if (OF_THE_SCHEMA.test(code)) {
    return new Error(`Nothing was saved, for it breaks the schema: ${error.message}.`, { cause: error });
  }
  if (isPassing(error) || TOO_LONG.test(code)) {
    const text = `The database cannot be reached or is busy (${error.message}); nothing was changed, try again in a moment.`;
    return new BusyError(text, { cause: error });
  }
  if (code === "") return error;
  return new Error(`The database could not be used: ${error.message} (${code}).`, { cause: error });
}
