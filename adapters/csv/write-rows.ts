import { stringify } from "csv-stringify/sync";

/** One row to be written out, by column. */
export type WrittenRow = Readonly<Record<string, string | number | null>>;

export type Format = "csv" | "jsonl";

/**
 * The rows as CSV (RFC 4180, line feeds). A text that a spreadsheet would take for a formula, since it begins with `=`, `+`, `-`,
 * `@`, a tab or a carriage return, gets an apostrophe before it.
 */
export function csvText(columns: readonly string[], rows: readonly WrittenRow[], withTitles: boolean): string {
  return stringify([...rows], { columns: [...columns], header: withTitles, escape_formulas: true });
}

/** The rows as JSON, one a line, exactly as they are. */
export function jsonLines(rows: readonly WrittenRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** The pages as text, one piece each; titles first where the format has them, though there be no row. */
export async function* writtenPages(
  format: Format,
  columns: readonly string[],
  pages: AsyncIterable<readonly WrittenRow[]>,
): AsyncGenerator<string> {
  if (format === "csv") yield csvText(columns, [], true);
  for await (const rows of pages) {
    if (rows.length > 0) yield format === "csv" ? csvText(columns, rows, false) : jsonLines(rows);
  }
}
