import type { Connections } from "./postgres-connection.ts";

/** The oldest that is served. */
const OLDEST = 15;

const ASK = {
  text: "SELECT current_setting('server_version') AS name, current_setting('server_version_num')::bigint AS number",
  values: [],
};

/** Throws a sentence where the server is older than those that are served. */
export async function refuseOldServer(connections: Connections, shown: string): Promise<void> {
  const [server] = (await connections.ask(ASK)).rows;
  if (Number(server?.number) >= OLDEST * 10_000) return;
  throw new Error(
    `${shown} is kept by PostgreSQL ${server?.name}, which is too old; name a server of version ${OLDEST} or later.`,
  );
}
