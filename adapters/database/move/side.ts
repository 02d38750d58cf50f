import type { Encoded } from "../codec.ts";

/** A row as an SQL engine holds it, by the names of its columns. */
export type MovedRow = Encoded;

/** A table whose rows are moved: what others are made of, and none that is made of others. */
export interface MovedTable {
  readonly name: string;
  /** Those that hold something of their own, in the order of the alphabet. */
  readonly columns: readonly string[];
  /** The columns by which a row is known, in their order. */
  readonly key: readonly string[];
}

/** One end of a move. What it throws are sentences. */
export interface MoveSide {
  readonly tables: readonly MovedTable[];
  count(table: MovedTable): Promise<number>;
  /** The rows that follow the one with that key, or the first ones, in the order of their keys: so many as memory bears; none at the end. */
  after(table: MovedTable, row: MovedRow | null): Promise<readonly MovedRow[]>;
  /** Those rows that are there with the keys of the given ones. */
  having(table: MovedTable, rows: readonly MovedRow[]): Promise<readonly MovedRow[]>;
  close(): Promise<void>;
}

/** How far a move has come: everything up to this row of this table is there. */
export interface MovePosition {
  readonly table: string;
  /** The key alone. */
  readonly row: MovedRow;
  /** How many rows have been moved. */
  readonly moved: number;
}

/** Where a move goes to. */
export interface MoveTarget extends MoveSide {
  /** Makes everything ready, or finds how far the same move came before; throws where another desk is there. `source`: how people are told of it. */
  begin(source: string): Promise<MovePosition | null>;
  /** Puts the rows and how far that is, both or neither. Throws where another process moves too. */
  put(table: MovedTable, rows: readonly MovedRow[], from: MovePosition | null): Promise<MovePosition>;
  /** Takes out `wrong` and puts in `right`, both or neither. */
  mend(table: MovedTable, wrong: readonly MovedRow[], right: readonly MovedRow[]): Promise<void>;
  /** Makes what is made of the rows, and gives the desk free. */
  finish(): Promise<void>;
}

/** What the engines make of other rows: search and explore. */
const MADE = /^(?:search_|explored)/;

/** Whether rows of that table are moved, and not made anew. */
export function isMoved(table: string): boolean {
  return !MADE.test(table);
}

/** What a row is known by, as one text. */
export function keyOf({ key }: MovedTable, row: MovedRow): string {
  return JSON.stringify(key.map((column) => row[column]));
}
