import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Migration } from "./database.ts";
import { migrationText } from "./migration-text.ts";

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;
/** What Postgres begins with, in the folder of the migrations: one file that makes the whole schema as of its number. */
const OWN = "postgres";

function numbered(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => ({ version: Number(NAME.exec(name)?.[1]), name }));
}

/** The migrations of a folder in order. Throws where a number is missing, double or unreadable. */
export function readMigrations(folder: string): Migration[] {
  const found = numbered(folder);
  const wrong = found.find(({ version }, index) => version !== index + 1);
  if (wrong !== undefined) {
    throw new Error(
      `${join(folder, wrong.name)} is out of order: migrations are named 0001-words.sql, 0002-words.sql, ...`,
    );
  }
  return found;
}

/** The migrations of a folder as Postgres takes them: the first makes the whole schema as of its number. Throws as `readMigrations` does. */
export function readPostgresMigrations(folder: string): Migration[] {
  const whole = numbered(join(folder, OWN)).map(({ version, name }) => ({ version, name: `${OWN}/${name}` }));
  const [first] = whole;
  if (first === undefined || whole.length > 1) throw new Error(`${join(folder, OWN)} must hold one file.`);
  return [first, ...readMigrations(folder).filter(({ version }) => version > first.version)];
}

/** What a migration of the folder says to an engine. */
export function readMigrationFor(engine: "sqlite" | "postgres", folder: string, { name }: Migration): string {
  const text = readFileSync(join(folder, name), "utf8");
  return name.startsWith(`${OWN}/`) ? text : migrationText(text, engine);
}
