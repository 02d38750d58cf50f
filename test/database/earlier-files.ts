import { encode } from "../../adapters/database/codec.ts";
import { Database } from "../../adapters/database/driver.ts";
import { APPLICATION_ID } from "../../adapters/database/look-at-file.ts";
import { readMigrationFor, readMigrations } from "../../adapters/database/migration-files.ts";
import { columnName } from "../../adapters/database/queries.ts";
import type { Connection } from "../../adapters/database/sqlite-connection.ts";
import { TABLES } from "../../adapters/database/tables.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Digest } from "../../src/digest/document.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { MIGRATIONS } from "./open-store.ts";
import { sampleRows } from "./sample-rows.ts";

/** A row as it is kept. */
export type Raw = Readonly<Record<string, unknown>>;
/** The rows of each table by their ids. */
export type RawRows = ReadonlyMap<string, ReadonlyMap<string, Raw>>;

/** Whose rows are in every table: the one of a case that nobody could work, and the one who is forgotten later. */
export const KEYS = ["1", "2"];
export const FORGOTTEN = "2";
const WORDS: Readonly<Record<string, string>> = {
  1: "It’s broken, すぐに 直して — danke",
  2: "The kumquat is broken.",
};

/** Events that were handled by then: a press of long ago bears its author's address up to schema 15. */
const EVENTS = [
  ["slack:Ev1", 1],
  ["slack:click:U7", 2],
  ["slack:Ev2", 200_000_000],
] as const;

/** Tables that follow from others, which triggers and the program keep. */
export const FOLLOWING = /^(?:search_|explored|sealed$|sqlite_)/;

/** What a digest's document has had since which schema: one of before has none of it. */
const SAID_SINCE: Readonly<Record<string, number>> = {
  wordOfMouth: 10,
  enhance: 10,
  silence: 12,
  heardAgain: 12,
  asking: 12,
};

function documentOf(document: Digest, version: number): Digest {
  return Object.fromEntries(
    Object.entries(document).filter(([key]) => version >= (SAID_SINCE[key] ?? 0)),
  ) as unknown as Digest;
}

/** The rows of one customer as the program of that schema would have kept them, all columns. */
function rowsOf(key: string, version: number): Rows {
  const rows = sampleRows(key);
  const { response, digest } = rows;
  const unworked = { state: (version < 9 ? "unreachable" : "closed") as "closed", dueAt: null, closedAt: 60 };
  const documentThen = (document: Digest) => documentOf(document, version);
  return {
    ...rows,
    entry: { ...rows.entry, text: WORDS[key] ?? "" },
    response: { ...response, score: 3, comment: WORDS[key] ?? null, commentedAt: 41 },
    case: { ...rows.case, ...(key === FORGOTTEN ? {} : unworked), product: response.product, score: 3 },
    digest: {
      ...digest,
      document: documentThen(digest.document),
      history: digest.history.map((one) => ({ ...one, document: documentThen(one.document) })),
    },
    tombstone: { ...rows.tombstone, stage: "done", dueAt: null, edits: {}, posts: [] },
    sweep: { ...rows.sweep, dueAt: 9_007_199_254_740_991 },
  };
}

/** What is put into a table, by columns; of an earlier schema only those are put that there were. */
export function plantedIn(version: number): { readonly table: Table; readonly row: Raw }[] {
  return KEYS.flatMap((key) => {
    const rows = rowsOf(key, version);
    return TABLES.map((table) => {
      const stored = Object.entries({ ...encode(table, rows[table]), version: 1 });
      return { table, row: Object.fromEntries([["desk_id", DEFAULT_DESK], ...named(stored)]) };
    });
  });
}

const named = (stored: readonly (readonly [string, unknown])[]) =>
  stored.map(([property, value]) => [columnName(property), value] as const);

/** Puts the row in as far as the database knows its table and columns. */
function plant(database: Connection, table: Table, row: Raw): void {
  const known = database.pragma(`table_info("${table}")`) as { readonly name: string }[];
  if (known.length === 0) return;
  const names = known.map(({ name }) => name).filter((name) => name in row);
  const text = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${names.map(() => "?")})`;
  database.prepare(text).run(names.map((name) => row[name]));
}

function plantAll(database: Connection, version: number): void {
  const hasDesks = (database.pragma("table_info(inbox)") as unknown[]).length > 2;
  database.transaction(() => {
    database.pragma("defer_foreign_keys = ON");
    for (const { table, row } of plantedIn(version)) plant(database, table, row);
    const known = database.prepare(`INSERT INTO inbox VALUES (${hasDesks ? "'default', " : ""}?, ?)`);
    for (const [id, at] of EVENTS) known.run(id, at);
  })();
}

/** A file of each earlier schema with rows in all of its tables, the oldest first, as its program left it. */
export function earlierFiles(): { readonly version: number; readonly content: Buffer }[] {
  const growing = new Database(":memory:");
  growing.pragma("foreign_keys = OFF");
  growing.pragma(`application_id = ${APPLICATION_ID}`);
  const files = readMigrations(MIGRATIONS).map((migration) => {
    growing.exec(readMigrationFor("sqlite", MIGRATIONS, migration));
    growing.pragma(`user_version = ${migration.version}`);
    const filled = new Database(growing.serialize());
    filled.pragma("foreign_keys = ON");
    plantAll(filled, migration.version);
    const content = filled.serialize();
    filled.close();
    return { version: migration.version, content };
  });
  growing.close();
  return files;
}

/** Everything that stands in the tables of the database, but for what follows from it. */
export function rowsIn(database: Connection): RawRows {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck();
  const columnsOf = database.prepare("SELECT group_concat('\"' || name || '\"') FROM pragma_table_info(?)").pluck();
  const rowsOfTable = (table: string) =>
    database.prepare(`SELECT ${columnsOf.get(table)} FROM "${table}"`).all() as Raw[];
  const tables = (names.all() as string[]).filter((table) => !FOLLOWING.test(table));
  return new Map(tables.map((table) => [table, new Map(rowsOfTable(table).map((row) => [String(row.id), row]))]));
}

/** What stands in a file, or in its content. */
export function rawRows(file: string | Buffer): RawRows {
  const database = new Database(file, typeof file === "string" ? { readonly: true } : {});
  try {
    return rowsIn(database);
  } finally {
    database.close();
  }
}
