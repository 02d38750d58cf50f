import { join } from "node:path";
import pg from "pg";
import { Database } from "../../adapters/database/driver.ts";

export type Row = Readonly<Record<string, unknown>>;

/** What is in the database, read from outside. */
export interface Evidence {
  rows(table: string): Promise<readonly Row[]>;
  /** What the database itself finds wrong. */
  unsound(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Reads the file in the folder, also while the program runs on it. */
export function readSqlite(folder: string): Evidence {
  const database = new Database(join(folder, "emptychair.db"), { readonly: true });
  const found = (pragma: string) => database.pragma(pragma) as readonly Row[];
  return {
    rows: async (table) => database.prepare<[], Row>(`SELECT * FROM "${table}"`).all(),
    async unsound() {
      const pages = found("integrity_check").map((row) => String(row.integrity_check));
      const orphans = found("foreign_key_check").map((row) => `an orphan: ${JSON.stringify(row)}`);
      return [...pages.filter((said) => said !== "ok"), ...orphans];
    },
    close: async () => void database.close(),
  };
}

/** Reads the database on the server, also while the program runs on it. */
export async function readPostgres(url: string): Promise<Evidence> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  return {
    rows: async (table) => (await client.query<Row>(`SELECT * FROM "${table}"`)).rows,
    unsound: async () => [],
    close: () => client.end(),
  };
}
