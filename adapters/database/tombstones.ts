import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Bot } from "../../src/bot.ts";
import { addressHash, isBegun, type Tombstone } from "../../src/forgetting/tombstone.ts";
import type { Clock, Log, Reader, Store } from "../../src/ports.ts";
import type { OpenedStore } from "./database.ts";

/** A person who was forgotten at a desk, as it is kept outside the database: hashes, and no address. */
interface Kept extends Pick<Tombstone, "id" | "salt" | "hashes" | "at"> {
  readonly desk: string;
}

const IDENTITIES = 1_000;
const TOMBSTONES = 500;
/** From one attempt to empty the database's log to the next, milliseconds. */
const SCRUB_AGAIN = 1_000;

function isKept(value: unknown): value is Kept {
  const { id, salt, hashes, at, desk } = value as Partial<Kept>;
  return [id, salt, desk].every((text) => typeof text === "string") && Array.isArray(hashes) && typeof at === "number";
}

/** Reads one line; null where a crash has left only a part of it. */
function readLine(line: string): Kept | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && isKept(value) ? value : null;
  } catch {
    return null;
  }
}

/** The tombstones that the file keeps. */
export function readTombstones(file: string): Kept[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.map(readLine).filter((line) => line !== null);
}

function keep(file: string, desk: string, { id, salt, hashes, at }: Kept | Tombstone): void {
  const line = `\n${JSON.stringify({ desk, id, salt, hashes, at })}\n`;
  appendFileSync(file, line, { mode: 0o600, flush: true });
}

async function* pagesOf<T extends "identity" | "tombstone">(reader: Reader, table: T, limit: number) {
  for (let after = ""; ; ) {
    const rows = await reader.list(table, { after, limit });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

/** Whose the hashes are, by hash; each address is hashed once a salt. */
async function peopleBehind(reader: Reader, missing: readonly Kept[]): Promise<Map<string, string>> {
  const wanted = new Set(missing.flatMap(({ hashes }) => hashes));
  const found = new Map<string, string>();
  for await (const identities of pagesOf(reader, "identity", IDENTITIES))
    for (const { id, customerId } of identities)
      for (const salt of new Set(missing.map((one) => one.salt))) {
        const hash = await addressHash(salt, id);
        if (wanted.has(hash)) found.set(hash, customerId);
      }
  return found;
}

export interface TombstoneKeeping {
  /** Where they are kept outside the database: whatever copy is put in the database's place, it is not overwritten. */
  readonly file: string;
  readonly store: Store & Pick<OpenedStore, "scrub">;
  readonly bot: Bot;
  readonly clock: Clock;
  readonly log: Log;
}

/** Forgets again, at each desk that is served, whom an earlier copy of the database brings back; gives how many tombstones it did not know. */
async function reapply({ file, store, bot, clock, log }: TombstoneKeeping, known: Set<string>): Promise<number> {
  let count = 0;
  for (const { id: desk } of bot.desks.all) {
    const reader = store.at(desk);
    const kept = readTombstones(file).filter((one) => one.desk === desk);
    for (const { id } of kept) known.add(id);
    const missing: Kept[] = [];
    for (const one of kept) {
      const row = await reader.get("tombstone", one.id);
      if (row === null || !isBegun(row)) missing.push(one);
    }
    const people = missing.length === 0 ? new Map<string, string>() : await peopleBehind(reader, missing);
    for (const { id: tombstoneId, salt, hashes, at: forgottenAt } of missing) {
      const customerId = hashes.map((hash) => people.get(hash)).find((one) => one !== undefined) ?? null;
      const what = { tombstoneId, salt, hashes, forgottenAt, customerId };
      await bot.handle({ kind: "tombstone-found", id: null, desk, at: clock.now(), ...what });
    }
    for await (const rows of pagesOf(reader, "tombstone", TOMBSTONES))
      for (const row of rows.filter((one) => isBegun(one) && !known.has(one.id))) {
        known.add(row.id);
        keep(file, desk, row);
      }
    count += missing.length;
  }
  if (count > 0)
    log.warn("The database is an earlier copy; people who were forgotten since are forgotten again", { count });
  return count;
}

/**
 * Keeps beside the database who is forgotten, from now on and what it has of that already, forgets them again where an earlier copy was
 * put in its place, and empties the database's log once somebody's rows are gone: now too, for it may have been stopped before that.
 * Gives how many an earlier copy had brought back.
 */
export async function keepTombstones(keeping: TombstoneKeeping): Promise<number> {
  const { file, store, bot, clock } = keeping;
  const known = new Set<string>();
  let isUnclean = true;
  let triedAt = Number.NEGATIVE_INFINITY;
  const scrub = async (): Promise<void> => {
    if (!isUnclean || clock.now() < triedAt + SCRUB_AGAIN) return;
    triedAt = clock.now();
    isUnclean = false;
    if (!(await store.scrub())) isUnclean = true;
  };
  bot.onSaved((changes, desk) => {
    for (const change of changes) {
      if (change.table === "sweep") isUnclean ||= change.row.stage !== "transcripts";
      if (change.table !== "tombstone" || !isBegun(change.row)) continue;
      const { id, stage } = change.row;
      if (!known.has(id)) keep(file, desk, change.row);
      known.add(id);
      if (stage === "edits" || stage === "done") {
        isUnclean = true;
        triedAt = Number.NEGATIVE_INFINITY;
      }
    }
    void scrub();
  });
  const count = await reapply(keeping, known);
  await scrub();
  return count;
}
