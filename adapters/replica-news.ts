import type { Bot } from "../src/bot.ts";
import type { Change } from "../src/outcome.ts";
import type { Clock, Log, Reader } from "../src/ports.ts";
import type { NamedRow, News } from "../src/replicas/news.ts";
import type { Rows, Table } from "../src/rows.ts";

export interface ReplicaNewsConfig {
  /** Any desk's rows. */
  readonly storeAt: (desk: string) => Reader;
  readonly bot: Pick<Bot, "handle" | "desks" | "onSaved" | "heard">;
  readonly clock: Clock;
  readonly log: Log;
  /** Which process this is; no other one may have the same. */
  readonly owner: string;
  /** What others have any use for. */
  readonly isNews: (change: Change) => boolean;
  /** Least time between two times of telling, and time between two of asking, milliseconds. */
  readonly everyMs?: number;
}

/** What the processes on one database tell each other of what they save, so that whoever listens hears of all of it. */
export interface ReplicaNews {
  start(): void;
  /** Tells what there is to tell. */
  tell(): Promise<void>;
  /** Asks what the others told, and has the bot's listeners hear of it. */
  ask(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 500;
/** So many rows are named at once. */
const MOST_TOLD = 500;
/** So far back it is asked, milliseconds: more than clocks differ, or a save takes. */
const OVERLAP_MS = 3_000;

/** Keeps for a while which news were heard. */
function createHeard() {
  const heard = new Map<string, number>();
  return {
    isNew: ({ id, at }: News): boolean => {
      if (heard.has(id)) return false;
      heard.set(id, at);
      return true;
    },
    forget: (before: number) => {
      for (const [id, at] of heard) if (at < before) heard.delete(id);
    },
  };
}

/** The rows as they stand now, as changes; one that is gone is none. */
async function asChanges(reader: Reader, told: readonly NamedRow[]): Promise<Change[]> {
  const ids = new Map<Table, Set<string>>();
  for (const [, table, id] of told) ids.set(table as Table, (ids.get(table as Table) ?? new Set()).add(id));
  const found: Change[] = [];
  for (const [table, named] of ids) {
    const rows: readonly Rows[Table][] = await reader.list(table, { where: { id: [...named] } });
    found.push(...rows.map((row) => ({ table, row }) as Change));
  }
  return found;
}

/** Between processes nothing is told until `start`; what a process saves in its last half second dies with it. */
export function createReplicaNews(config: ReplicaNewsConfig): ReplicaNews {
  const { storeAt, bot, clock, log, owner, isNews, everyMs = EVERY_MS } = config;
  const home = bot.desks.first.id;
  const heard = createHeard();
  const untold = new Map<string, NamedRow>();
  const startedAt = clock.now();
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | null = null;
  let isHearing = false;

  const stopListening = bot.onSaved((changes, desk) => {
    if (isHearing) return;
    for (const change of changes) {
      const { table, row, remove } = change;
      if (!remove && isNews(change)) untold.set(`${desk} ${table} ${row.id}`, [desk, table, row.id]);
    }
  });

  const tell = async (): Promise<void> => {
    const told = [...untold].slice(0, MOST_TOLD);
    if (told.length === 0) return;
    for (const [key] of told) untold.delete(key);
    const changes = told.map(([, one]) => one);
    await bot.handle({ kind: "news-told", id: null, desk: home, at: clock.now(), owner, changes });
    await tell();
  };

  const hear = (changes: readonly Change[], desk: string): void => {
    isHearing = true;
    bot.heard(changes, desk);
    isHearing = false;
  };

  const ask = async (): Promise<void> => {
    const since = Math.max(startedAt, clock.now()) - OVERLAP_MS;
    const told = await storeAt(home).list("news", { atLeast: { at: since }, orderBy: "at" });
    const ofOthers = told.filter((news) => news.owner !== owner && heard.isNew(news)).flatMap(({ changes }) => changes);
    heard.forget(since);
    for (const desk of new Set(ofOthers.map(([desk]) => desk)))
      hear(
        await asChanges(
          storeAt(desk),
          ofOthers.filter((one) => one[0] === desk),
        ),
        desk,
      );
  };

  const beat = (): void => {
    underWay ??= tell()
      .then(ask)
      .catch((error) => log.warn("News of other processes could not be had", { error: String(error) }))
      .finally(() => {
        underWay = null;
      });
  };

  return {
    tell,
    ask,
    start() {
      timer = setInterval(beat, everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      stopListening();
      await underWay;
      await tell().catch((error) => log.warn("The last news could not be told", { error: String(error) }));
    },
  };
}
