import type { Connections } from "./postgres-connection.ts";

/** The table that stands in a database as long as a desk is moved into it, with one row. */
export const MOVE = "desk_move";

const FIND = { text: "SELECT to_regclass($1) IS NOT NULL AS found", values: [MOVE] };
const READ = { text: `SELECT source FROM ${MOVE}`, values: [] };

/** Where the desk comes from that is half moved into the database; null where none is. */
export async function halfMovedFrom(connections: Connections): Promise<string | null> {
  const [state] = (await connections.ask(FIND)).rows;
  return state?.found === 1 ? String((await connections.ask(READ)).rows[0]?.source) : null;
}
