import { isPassing } from "../postgres-errors.ts";
import { keyOf, type MovedRow, type MovedTable, type MovePosition, type MoveSide, type MoveTarget } from "./side.ts";

export interface MoveConfig {
  readonly source: MoveSide;
  /** How people are told of the source. */
  readonly from: string;
  readonly target: MoveTarget;
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Ends it between two portions; begun anew it goes on. */
  readonly signal: AbortSignal;
}

/** What a move has done. */
export interface MoveReport {
  readonly tables: number;
  readonly rows: number;
  /** Rows that an earlier, interrupted move had brought over and that have changed since. */
  readonly mended: number;
  /** Whether an interrupted move was gone on with. */
  readonly isResumed: boolean;
}

/** The move was ended by its signal; what is there stays. */
export class MoveStopped extends Error {}

/** How much of the work comes after all rows are there and compared. */
const FINISHING = 0.1;
/** How often in a row the connection may break without one portion in between. */
const ATTEMPTS = 5;

interface Moving extends MoveConfig {
  /** Counts rows as done: each is moved and compared. */
  readonly done: (rows: number) => void;
}

function stopWhereAsked({ signal }: MoveConfig): void {
  if (signal.aborted) throw new MoveStopped("Stopped.");
}

/** Throws where a table has other columns at one end than at the other. */
function compareTables(source: MoveSide, target: MoveSide): void {
  const [here, there] = [source, target].map(
    ({ tables }) => new Map(tables.map((table) => [table.name, JSON.stringify(table)])),
  );
  const names = new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])]);
  const odd = [...names].filter((name) => here?.get(name) !== there?.get(name));
  if (odd.length > 0)
    throw new Error(`The two databases differ in their tables (${odd.join(", ")}), so nothing was moved.`);
}

async function copyFrom(work: Moving, begun: MovePosition | null): Promise<void> {
  let position = begun;
  for (const table of work.source.tables) {
    if (position !== null && table.name < position.table) continue;
    let last: MovedRow | null = position?.table === table.name ? position.row : null;
    for (;;) {
      stopWhereAsked(work);
      const rows = await work.source.after(table, last);
      if (rows.length === 0) break;
      position = await work.target.put(table, rows, position);
      last = rows.at(-1) ?? null;
      work.done(rows.length);
    }
  }
}

/** Copies what is not there yet; where the connection breaks, from where the target says that it stands. */
async function copyRows(work: Moving, begun: MovePosition | null): Promise<void> {
  let position = begun;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await copyFrom(work, position);
      return;
    } catch (error) {
      if (!isPassing(error) || attempt === ATTEMPTS) throw error;
      const now = await work.target.begin(work.from);
      if (now?.moved !== position?.moved) attempt = 0;
      position = now;
    }
  }
}

function differs({ columns }: MovedTable, row: MovedRow, other: MovedRow | undefined): boolean {
  return other === undefined || columns.some((column) => row[column] !== other[column]);
}

/** Takes out of the target what the source has not; how much that was. */
async function removeOthers({ source, target }: Moving, table: MovedTable): Promise<number> {
  let removed = 0;
  for (let last: MovedRow | null = null; ; ) {
    const rows: readonly MovedRow[] = await target.after(table, last);
    last = rows.at(-1) ?? null;
    if (last === null) return removed;
    const known = new Set((await source.having(table, rows)).map((row) => keyOf(table, row)));
    const wrong = rows.filter((row) => !known.has(keyOf(table, row)));
    if (wrong.length > 0) await target.mend(table, wrong, []);
    removed += wrong.length;
  }
}

/** Compares each row at both ends and mends what differs; how many rows that was. */
async function compareRows(work: Moving, table: MovedTable): Promise<number> {
  const { source, target } = work;
  let [mended, seen] = [0, 0];
  for (let last: MovedRow | null = null; ; ) {
    stopWhereAsked(work);
    const rows: readonly MovedRow[] = await source.after(table, last);
    last = rows.at(-1) ?? null;
    if (last === null) break;
    const found = new Map((await target.having(table, rows)).map((row) => [keyOf(table, row), row]));
    const right = rows.filter((row) => differs(table, row, found.get(keyOf(table, row))));
    const wrong = right.filter((row) => found.has(keyOf(table, row)));
    if (right.length > 0) await target.mend(table, wrong, right);
    mended += right.length;
    seen += rows.length;
    work.done(rows.length);
  }
  return (await target.count(table)) === seen ? mended : mended + (await removeOthers(work, table));
}

/** Compares every table, and once more those in which something was mended. Throws where that still differs. */
async function compareAll(work: Moving): Promise<number> {
  let mended = 0;
  for (const table of work.source.tables) {
    const first = await compareRows(work, table);
    mended += first;
    if (first === 0 || (await compareRows({ ...work, done: () => {} }, table)) === 0) continue;
    throw new Error(
      `What ${table.name} holds differs at both ends even after it was mended; is something at work on one of them?`,
    );
  }
  return mended;
}

/** Moves a desk: copies its rows, compares each of them, and makes at the target what is made of them. The source is only read. */
export async function moveDesk(config: MoveConfig): Promise<MoveReport> {
  const { source, target, from, onProgress } = config;
  compareTables(source, target);
  let total = 0;
  for (const table of source.tables) total += await source.count(table);
  const begun = await target.begin(from);
  let count = begun?.moved ?? 0;
  const done = (rows: number) => {
    count += rows;
    onProgress(Math.min(1, count / (2 * total)) * (1 - FINISHING));
  };
  const work = { ...config, done };
  await copyRows(work, begun);
  const mended = await compareAll(work);
  await target.finish();
  onProgress(1);
  return { tables: source.tables.length, rows: total, mended, isResumed: begun !== null };
}
