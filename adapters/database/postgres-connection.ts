import { createHash } from "node:crypto";
import pg from "pg";
import type { Encoded, Value } from "./codec.ts";
import { heldText, holdable } from "./postgres-text.ts";

/** Most connections of one process at a time. */
const CONNECTIONS = 10;
/** How long is waited for a connection, and how long at most for one statement; a transaction in which nothing happens is ended sooner. Milliseconds. */
const CONNECT_MS = 5_000;
const STATEMENT_MS = 30_000;
const IDLE_IN_TRANSACTION_MS = 10_000;
/** A connection is made anew after so long, so that what was balanced anew is heard of, seconds. */
const LIFETIME_S = 1_800;
/** Statements that are prepared by name; what comes up after them is planned each time. */
const MOST_NAMED = 500;

const { BOOL, INT4, INT8, NUMERIC, TEXT } = pg.types.builtins;

/** Throws where it is more than a number can tell exactly. */
function exactNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError(`${text} is too large a number.`);
  return value;
}

/** How each type is read: whole numbers as numbers, yes and no as 1 and 0, as SQLite has them. */
const READ: Readonly<Record<number, (text: string) => Value>> = {
  [BOOL]: (text) => (text === "t" ? 1 : 0),
  [INT4]: Number,
  [INT8]: exactNumber,
  [NUMERIC]: exactNumber,
  [TEXT]: heldText,
};

/** One statement as Postgres takes it. */
export interface PostgresQuery {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly isPlannedAnew?: true;
}

/** What a statement did. */
export interface PostgresAnswer {
  readonly rows: Encoded[];
  /** How many rows it found or changed. */
  readonly count: number;
}

/** A connection of one's own, for a transaction. What is asked for is sent at once, whether what was asked before is answered or not. */
export interface PostgresSession {
  ask(asked: PostgresQuery): Promise<PostgresAnswer>;
  /** Runs a text of many statements, with nothing bound to them. */
  run(text: string): Promise<void>;
  /** Gives it back; a broken one is closed. */
  release(isBroken: boolean): void;
}

/** The connections of a process to one Postgres. */
export interface Connections {
  session(): Promise<PostgresSession>;
  ask(asked: PostgresQuery): Promise<PostgresAnswer>;
  close(): Promise<void>;
}

function settingsOf(url: string) {
  const target = new URL(url);
  const pooler = target.searchParams.get("pooler");
  target.searchParams.delete("pooler");
  return { connectionString: target.href, isPooled: pooler === "transaction" };
}

/** Names for statements, the same for the same text. */
function createNames() {
  const names = new Map<string, string>();
  return (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMED) return known;
    const name = createHash("sha1").update(text).digest("base64url").slice(0, 12);
    names.set(text, name);
    return name;
  };
}

function bound(value: unknown): unknown {
  return typeof value === "string" ? holdable(value) : value;
}

/**
 * Connects to the Postgres of the URL, when it is first asked for something. `?pooler=transaction` tells of a pooler before it that hands
 * each transaction to another connection: then nothing is prepared by name, and limits of time are the pooler's own.
 */
export function connectPostgres(url: string): Connections {
  const { connectionString, isPooled } = settingsOf(url);
  const limits = { statement_timeout: STATEMENT_MS, idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS };
  const pool = new pg.Pool({
    connectionString,
    ...{ max: CONNECTIONS, connectionTimeoutMillis: CONNECT_MS, maxLifetimeSeconds: LIFETIME_S },
    ...{ keepAlive: true, application_name: "emptychair", pipeline: true },
    ...(isPooled ? {} : limits),
    types: { getTypeParser: (type: number) => READ[type] ?? ((text: string) => text) } as pg.CustomTypesConfig,
  });
  // A connection that breaks while nobody uses it is made anew; whoever uses it hears of it in the answer.
  const ignore = () => {};
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  const nameOf = isPooled ? () => undefined : createNames();
  const askOf = async (client: pg.Pool | pg.PoolClient, asked: PostgresQuery): Promise<PostgresAnswer> => {
    const { text, values, isPlannedAnew } = asked;
    const name = isPlannedAnew ? undefined : nameOf(text);
    const { rows, rowCount } = await client.query<Encoded>({
      text,
      values: values.map(bound),
      ...(name ? { name } : {}),
    });
    return { rows, count: rowCount ?? 0 };
  };
  return {
    session: async () => {
      const client = await pool.connect();
      return {
        ask: (asked) => askOf(client, asked),
        run: async (text) => void (await client.query(text)),
        release: (isBroken) => client.release(isBroken),
      };
    },
    ask: (asked) => askOf(pool, asked),
    close: () => pool.end(),
  };
}
