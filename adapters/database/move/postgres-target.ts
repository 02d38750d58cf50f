import { halfMovedFrom, MOVE } from "../half-moved.ts";
import type { Connections, PostgresSession } from "../postgres-connection.ts";
import { codeOf, explained, isPassing } from "../postgres-errors.ts";
import { ref } from "../statement.ts";
import { columnsOfRows, inTransaction, listed, type PostgresSide, postgresSide } from "./postgres-side.ts";
import { keyOf, type MovedRow, type MovedTable, type MovePosition, type MoveTarget } from "./side.ts";
import { moveWords } from "./words.ts";

/** What Postgres says of a value it does not take. */
const REFUSED = /^(?:22...|23...|54...)$/;

const MAKE = `CREATE TABLE ${MOVE} (one BIGINT PRIMARY KEY CHECK (one = 1), source TEXT NOT NULL, position TEXT,
  moved BIGINT NOT NULL, keys TEXT NOT NULL)`;
const BEGIN = `INSERT INTO ${MOVE} VALUES (1, $1, NULL, 0, $2)`;
const STATE = { text: `SELECT position, moved, keys FROM ${MOVE}`, values: [] };
const GO_ON = `UPDATE ${MOVE} SET position = $1, moved = $2 WHERE moved = $3`;

const FOREIGN_KEYS = {
  text: `SELECT conrelid::regclass::text AS table, quote_ident(conname)::text AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND conparentid = 0`,
  values: [],
};
const TABLES = {
  text: `SELECT DISTINCT tgrelid::regclass::text AS table FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace ORDER BY 1`,
  values: [],
};

/** What is explored, made of all rows at once; the values are counted at the end, for counting them one by one takes ever longer. */
const EXPLORE = `DELETE FROM explored; DELETE FROM explored_value;
  SELECT count(explore_talk(desk_id, id)) FROM resolution; SELECT count(explore_question(desk_id, id)) FROM survey;
  SELECT count(explore_answer(desk_id, id)) FROM response; SELECT count(explore_case(desk_id, id)) FROM "case";
  INSERT INTO explored_value SELECT desk_id, facet, value, count(*) FROM explored
    CROSS JOIN LATERAL (VALUES ('agent', agent), ('channel', channel), ('language', language)) AS has (facet, value)
    WHERE what = 'talk' AND value IS NOT NULL GROUP BY desk_id, facet, value`;

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Puts the rows into their table. */
async function insert(session: PostgresSession, side: PostgresSide, table: MovedTable, rows: readonly MovedRow[]) {
  const { name, columns } = table;
  const arrays = columns.map((column, index) => `$${index + 1}::${side.typeOf(table, column)}[]`).join(", ");
  const text = `INSERT INTO ${ref(name).sql} (${listed(columns)}) SELECT * FROM unnest(${arrays})`;
  await session.ask({ text, values: columnsOfRows(columns, rows) });
  await moveWords(session, table, rows);
}

async function remove(session: PostgresSession, side: PostgresSide, table: MovedTable, rows: readonly MovedRow[]) {
  const { name, key } = table;
  const arrays = key.map((column, index) => `$${index + 1}::${side.typeOf(table, column)}[]`).join(", ");
  const text = `DELETE FROM ${ref(name).sql} WHERE (${listed(key)}) IN (SELECT * FROM unnest(${arrays}))`;
  await session.ask({ text, values: columnsOfRows(key, rows) });
  await moveWords(session, table, rows, true);
}

/** Takes the rules out of the way that hold for whole saves alone, and remembers them in the database. */
async function holdRules(session: PostgresSession, source: string): Promise<void> {
  const { rows: keys } = await session.ask(FOREIGN_KEYS);
  const { rows: tables } = await session.ask(TABLES);
  await session.run(MAKE);
  await session.ask({ text: BEGIN, values: [source, JSON.stringify(keys)] });
  for (const { table, name } of keys) await session.run(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { table } of tables) await session.run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
}

/** Puts the rules back, and takes the sign away that the desk is half moved. */
async function restoreRules(session: PostgresSession): Promise<void> {
  const [state] = (await session.ask(STATE)).rows;
  const { rows: tables } = await session.ask(TABLES);
  for (const { table } of tables) await session.run(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of JSON.parse(String(state?.keys)) as ForeignKey[])
    await session.run(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  await session.run(`DROP TABLE ${MOVE}`);
}

function positionOf({ position, moved }: MovedRow): MovePosition | null {
  if (typeof position !== "string") return null;
  return { ...(JSON.parse(position) as Omit<MovePosition, "moved">), moved: Number(moved) };
}

async function isEmpty(side: PostgresSide): Promise<boolean> {
  for (const table of side.tables) if ((await side.after(table, null)).length > 0) return false;
  return true;
}

async function begin(side: PostgresSide, source: string, shown: string): Promise<MovePosition | null> {
  const { connections } = side;
  const begun = await halfMovedFrom(connections);
  if (begun === source) return positionOf((await connections.ask(STATE)).rows[0] ?? {});
  if (begun !== null)
    throw new Error(
      `${shown} holds half of a desk that is moved there from ${begun}; go on with that one, or name an empty database.`,
    );
  if (!(await isEmpty(side)))
    throw new Error(`${shown} is not empty; name an empty database, for nothing there is overwritten.`);
  await inTransaction(connections, (session) => holdRules(session, source));
  return null;
}

/** The first of the rows that Postgres does not take, as a sentence; null where it takes each by itself. */
async function refusalOf(side: PostgresSide, table: MovedTable, rows: readonly MovedRow[]): Promise<Error | null> {
  const session = await side.connections.session();
  try {
    for (const row of rows) {
      await session.run("BEGIN");
      try {
        await insert(session, side, table, [row]);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return new Error(`Postgres does not take the row ${keyOf(table, row)} of ${table.name}: ${reason}.`, {
          cause: error,
        });
      }
      await session.run("ROLLBACK");
    }
    return null;
  } finally {
    session.release(true);
  }
}

/** Says of a fault which row it is about, where it is about one. What may be tried again is thrown as it came. */
async function namingRow<T>(work: Promise<T>, refusal: () => Promise<Error | null>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isPassing(error)) throw error;
    const named = REFUSED.test(codeOf(error)) ? await refusal() : null;
    throw named ?? explained(error);
  }
}

/** The database that is connected to, at the newest schema, as the target of a move. `shown`: how people are told of it. */
export async function postgresTarget(connections: Connections, shown: string): Promise<MoveTarget> {
  const side = await postgresSide(connections);
  return {
    ...side,
    begin: (source) => begin(side, source, shown),
    put: async (table, rows, from) => {
      const before = from?.moved ?? 0;
      const last = rows.at(-1) ?? {};
      const row = Object.fromEntries(table.key.map((column) => [column, last[column] ?? null]));
      const next = { table: table.name, row };
      const moved = before + rows.length;
      const work = inTransaction(connections, async (session) => {
        await insert(session, side, table, rows);
        const { count } = await session.ask({ text: GO_ON, values: [JSON.stringify(next), moved, before] });
        if (count === 0) throw new Error(`Another process moves a desk to ${shown} too; let one of them end.`);
      });
      await namingRow(work, () => refusalOf(side, table, rows));
      return { ...next, moved };
    },
    mend: async (table, wrong, right) => {
      const work = inTransaction(connections, async (session) => {
        if (wrong.length > 0) await remove(session, side, table, wrong);
        if (right.length > 0) await insert(session, side, table, right);
      });
      await namingRow(work, async () => null);
    },
    finish: async () => {
      await inTransaction(connections, (session) => session.run(EXPLORE));
      await inTransaction(connections, restoreRules);
      await connections.ask({ text: "ANALYZE", values: [] });
    },
  };
}
