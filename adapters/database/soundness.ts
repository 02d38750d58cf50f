import type { Connection } from "./sqlite-connection.ts";

/** What SQLite finds wrong with the file's pages, indexes, checks and references; empty when it is sound. */
export function unsoundness(connection: Connection): string[] {
  const pages = connection.pragma("integrity_check") as { integrity_check: string }[];
  const orphans = connection.pragma("foreign_key_check") as { table: string; parent: string }[];
  return [
    ...pages.map((found) => found.integrity_check).filter((found) => found !== "ok"),
    ...orphans.map(({ table, parent }) => `A row of ${table} refers to a row of ${parent} that is not there.`),
  ];
}
