import { copyFileSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "../../adapters/database/driver.ts";
import { migrate } from "../../adapters/database/migrate.ts";
import { readMigrationFor, readMigrations } from "../../adapters/database/migration-files.ts";
import type { Connection } from "../../adapters/database/sqlite-connection.ts";
import type { Random } from "./random.ts";

/**
 * The earliest schema that a file is ever turned into: the migration to it takes presses and forms of long ago out of the inbox, which would be
 * lost by any before. What rows say may take a later one: what a week must exceed 22, the basis of a digest 24, a channel that is paused 27. So
 * the file of a life that has just begun comes from any from 16 on, one of months from 24 or 27 on.
 */
const OLDEST = 16;

/** Tables that triggers keep by the others; those of the earlier schema fill its own. */
const BY_TRIGGERS = /^(?:sqlite_|search_|explored)/;
/** What was counted once may be counted again. */
const isDerived = (table: string): boolean => BY_TRIGGERS.test(table) || table === "sealed";
/** Columns that their migration filled from other rows, or that others tell of where they say nothing. */
const FILLED = new Set(["case.product", "case.score", "response.scored_at"]);

interface Column {
  readonly name: string;
  /** In the words of SQL. */
  readonly otherwise: string | null;
}

/** The tables of a schema, in the order of their making, with the columns that are written. */
type Shape = ReadonlyMap<string, readonly Column[]>;

function shapeOf(database: Connection): Shape {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").pluck();
  const columns = database.prepare("SELECT name, dflt_value AS otherwise FROM pragma_table_info(?)");
  return new Map((names.all() as string[]).map((name) => [name, columns.all(name) as Column[]]));
}

/** The shape of each schema there was, the first one first. */
function shapesOf(migrations: string): readonly Shape[] {
  const growing = new Database(":memory:");
  growing.pragma("foreign_keys = OFF");
  const shapes = readMigrations(migrations).map((migration) => {
    growing.exec(readMigrationFor("sqlite", migrations, migration));
    return shapeOf(growing);
  });
  growing.close();
  return shapes;
}

const known = new Map<string, readonly Shape[]>();

/** Undefined where there was no such version. */
function shapeAt(version: number, migrations: string): Shape | undefined {
  const shapes = known.get(migrations) ?? shapesOf(migrations);
  known.set(migrations, shapes);
  return shapes[version - 1];
}

/** An empty file as the program of that schema makes it. */
async function makeEmpty(path: string, version: number, migrations: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-"));
  try {
    for (const { name } of readMigrations(migrations).slice(0, version))
      copyFileSync(join(migrations, name), join(folder, name));
    await migrate({ path, migrations: folder, now: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether the rows say nothing there but what stands there where nothing is said. */
function isSilent(database: Connection, table: string, { name, otherwise }: Column): boolean {
  if (FILLED.has(`${table}.${name}`)) return true;
  const said = `SELECT 1 FROM "${table}" WHERE "${name}" IS NOT ${otherwise ?? "NULL"} LIMIT 1`;
  return database.prepare(said).get() === undefined;
}

/** Whether a schema of that shape can say all that the rows say. */
function holds(database: Connection, shape: Shape): boolean {
  return [...shapeOf(database)].every(([table, columns]) => {
    if (isDerived(table)) return true;
    const known = shape.get(table)?.map(({ name }) => name);
    if (!known) return database.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined;
    return columns.every((column) => known.includes(column.name) || isSilent(database, table, column));
  });
}

/** The earlier schemas that lose nothing of what the rows of the file say, the newest first. */
function enough(database: Connection, newest: number, migrations: string): number[] {
  const versions: number[] = [];
  for (let version = newest - 1; version >= OLDEST; version -= 1) {
    const shape = shapeAt(version, migrations);
    if (!shape || !holds(database, shape)) break;
    versions.push(version);
  }
  return versions;
}

/** Copies the rows table by table, by the columns that there were; the triggers that there were see them come. */
function carryOver(from: string, to: string): void {
  const database = new Database(to);
  database.pragma("journal_mode = wal");
  const shape = shapeOf(database);
  database.pragma("foreign_keys = OFF");
  database.prepare("ATTACH ? AS today").run(from);
  database.transaction(() => {
    // What was counted stands only once what it was counted from is there.
    const tables = [...shape.keys()].filter((table) => !BY_TRIGGERS.test(table));
    for (const table of tables.sort((a, b) => Number(isDerived(a)) - Number(isDerived(b)))) {
      const names = shape.get(table)?.map(({ name }) => `"${name}"`);
      database.exec(`INSERT INTO main."${table}" (${names}) SELECT ${names} FROM today."${table}"`);
    }
  })();
  database.close();
}

/**
 * Turns the file, which nobody has open, into one that the program of an earlier schema would have made of the same rows; gives which, drawn
 * from those that lose nothing of them, or null where there is none.
 */
export async function makeEarlier(path: string, migrations: string, random: Random): Promise<number | null> {
  const database = new Database(path);
  const newest = Number(database.pragma("user_version", { simple: true }));
  const [first, ...others] = enough(database, newest, migrations);
  database.close();
  if (first === undefined) return null;
  const version = random.pick([first, ...others]);
  const earlier = `${path}.earlier`;
  await makeEmpty(earlier, version, migrations);
  carryOver(path, earlier);
  renameSync(earlier, path);
  return version;
}
