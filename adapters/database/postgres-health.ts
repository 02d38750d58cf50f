import type { DatabaseCheck } from "./database.ts";
import type { Connections } from "./postgres-connection.ts";
import { explained } from "./postgres-errors.ts";

const STATE = {
  text: `SELECT (SELECT version FROM schema_version) AS version, pg_database_size(current_database()) AS bytes,
    current_setting('server_version') AS server, current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
    current_setting('full_page_writes') AS pages, current_setting('synchronous_commit') AS waits`,
  values: [],
};
const DESKS = { text: "SELECT DISTINCT desk_id AS desk FROM interaction ORDER BY desk_id", values: [] };
const WRITABLE = {
  text: "SELECT pg_is_in_recovery() AS follows, current_setting('transaction_read_only') AS closed",
  values: [],
};

/** What of the server's settings would lose what was saved, one sentence each. */
function problemsOf(state: Readonly<Record<string, unknown>> | undefined): string[] {
  const wrong: [isWrong: boolean, sentence: string][] = [
    [state?.encoding !== "UTF8", `The database is encoded in ${state?.encoding}; make one with ENCODING 'UTF8'.`],
    [state?.fsync === "off", "The server's fsync is off: a machine that loses power loses the database; turn it on."],
    [
      state?.pages === "off",
      "The server's full_page_writes is off: a machine that loses power may break the database; turn it on.",
    ],
    [
      state?.waits === "off",
      "The server's synchronous_commit is off: what was saved last is lost where it falls; turn it on.",
    ],
  ];
  return wrong.filter(([isWrong]) => isWrong).map(([, sentence]) => sentence);
}

/** The state of the database. */
export async function checkOf(connections: Connections): Promise<DatabaseCheck> {
  try {
    const [state] = (await connections.ask(STATE)).rows;
    const { rows: desks } = await connections.ask(DESKS);
    return {
      version: Number(state?.version),
      bytes: Number(state?.bytes),
      problems: problemsOf(state),
      desks: desks.map(({ desk }) => String(desk)),
      server: `PostgreSQL ${state?.server}`,
    };
  } catch (error) {
    throw explained(error);
  }
}

/** Why it cannot be read and written now, a sentence; null where it can. */
export async function ailmentOf(connections: Connections): Promise<string | null> {
  try {
    const [state] = (await connections.ask(WRITABLE)).rows;
    if (state?.follows === 0 && state.closed === "off") return null;
    return "The database takes no writing: its server follows another, or is closed for it.";
  } catch (error) {
    const known = explained(error);
    return known instanceof Error ? known.message : String(known);
  }
}
