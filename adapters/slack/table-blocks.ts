import type { FigureTable, Section } from "../../src/messages.ts";
import type { Block } from "./buttons.ts";
import { shortened } from "./plain-text.ts";

/** The block in which a workspace shows tables: the newer one can be sorted and searched. `none` for one that takes neither. */
export type TableKind = "data_table" | "table" | "none";

/** The kinds in the order in which they are tried. */
export const TABLE_KINDS: readonly TableKind[] = ["data_table", "table", "none"];

/** Slack's limits: rows, the head among them, and characters of all cells together. */
const MOST_ROWS = 100;
const LONGEST_CELLS = 9_000;
const LONGEST_CELL = 80;
const LONGEST_CAPTION = 150;
/** Most rows of a page: all that a screen has room for. */
const PAGE = 10;
/** What a cell takes of a message's room beside its text. */
const CELL_ROOM = 12;

function cellsOf({ head, rows }: FigureTable): Block[][] {
  const cell = (text: string) => ({ type: "raw_text", text: shortened(text, LONGEST_CELL).trim() || "–" });
  return [head, ...rows].map((row) => row.map(cell));
}

/** The figures of a part as the table of the workspace; null where it shows none, or not one so large. */
export function tableBlock({ title, table }: Section, kind: TableKind): Block | null {
  if (!table || kind === "none" || table.rows.length === 0 || table.rows.length >= MOST_ROWS) return null;
  const rows = cellsOf(table);
  const length = rows.flat().reduce((sum, { text }) => sum + String(text).length, 0);
  if (length > LONGEST_CELLS) return null;
  if (kind === "data_table")
    return {
      type: kind,
      caption: shortened(title, LONGEST_CAPTION),
      rows,
      page_size: PAGE,
      row_header_column_index: 0,
    };
  const right = { align: "right" };
  return { type: kind, rows, column_settings: [{ is_wrapped: true }, {}, right, right] };
}

/** Whether the block is a table, of either kind. */
export function isTable({ type }: Block): boolean {
  return TABLE_KINDS.some((kind) => kind === type);
}

/** What a block takes of a message's room, in characters. */
export function weightOf(block: Block): number {
  if (!isTable(block)) return JSON.stringify(block).length + 1;
  const cells = (block.rows as readonly (readonly Block[])[]).flat();
  return cells.reduce((sum, { text }) => sum + String(text).length + CELL_ROOM, 0);
}
