import { BusyError } from "../../src/ports.ts";
import { Database } from "./driver.ts";

/** Whether a value that must be unique is taken. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (error.code === "SQLITE_CONSTRAINT_UNIQUE" || error.code === "SQLITE_CONSTRAINT_PRIMARYKEY")
  );
}

/** Whether another connection holds what was asked for. */
export function isBusy(error: unknown): error is Error {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

/** Whether the file, its disk or its pages failed: not another connection, and not what was asked for. */
export function isFault(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Database.SqliteError && /^SQLITE_(?:FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN)/.test(error.code)
  );
}

/** SQLite's fault as a sentence for whoever runs the program; any other error as it is. */
export function explained(path: string, error: unknown): unknown {
  if (isBusy(error)) {
    const text = `${path} is being written by another program; nothing was changed, try again in a moment.`;
    return new BusyError(text, { cause: error });
  }
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code.startsWith("SQLITE_CONSTRAINT")) {
    return new Error(`Nothing was saved, for it breaks the schema: ${error.message}.`, { cause: error });
  }
  const remedy =
    error.code === "SQLITE_FULL"
      ? "make room on the disk"
      : "check that this is an Empty Chair database on a local disk";
  return new Error(`${path} could not be used: ${error.message} (${error.code}); ${remedy}.`, { cause: error });
}
