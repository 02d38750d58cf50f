import { Database } from "./driver.ts";

/** Another program has been writing for longer than we wait. Nothing was changed; it may be tried again. */
export class BusyError extends Error {
  constructor(path: string, cause: Error) {
    super(`${path} is being written by another program; nothing was changed, try again in a moment.`, { cause });
    this.name = "BusyError";
  }
}

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

/** SQLite's fault as a sentence for whoever runs the program; any other error as it is. */
export function explained(path: string, error: unknown): unknown {
  if (isBusy(error)) return new BusyError(path, error);
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code.startsWith("SQLITE_CONSTRAINT")) {
    return new Error(`Nothing was saved, for it breaks the schema: ${error.message}.`, { cause: error });
  }
  const remedy =
    error.code === "SQLITE_FULL" ? "make room on the disk" : "see that it is a sound file of ours on a local disk";
  return new Error(`${path} could not be used: ${error.message} (${error.code}); ${remedy}.`, { cause: error });
}
