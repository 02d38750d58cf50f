import { join } from "node:path";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { type Customer, UNKNOWN_CUSTOMER } from "../../src/interaction/customer.ts";
import type { Clock } from "../../src/ports.ts";
import { openSqliteStore, type SqliteStore } from "./sqlite.ts";
import { applyPragmas, type Connection, connect } from "./sqlite-connection.ts";

const ROUNDS = 10;
/** The inbox row and one other. */
const ROWS_A_SAVE = 2;
/** How many saves are asked for at once, beside one alone. */
const GROUPS = [4, 16, 64];

/** Saves that come so many at once, against bare SQLite that commits each by itself. */
export interface GroupBench {
  readonly together: number;
  readonly storeSavesPerSecond: number;
  /** The store's saves per second by the bare commits per second of the same run. */
  readonly ratio: number;
}

/** How fast rows become durable, one save after the other, and as a share of what SQLite itself does. */
export interface SaveBench {
  readonly saves: number;
  readonly rowsPerSave: number;
  readonly storeRowsPerSecond: number;
  readonly bareRowsPerSecond: number;
  /** The store's rows per second by the bare ones of the same run. */
  readonly ratio: number;
  readonly groups: readonly GroupBench[];
}

export interface SaveBenchConfig {
  /** An empty folder on the disk to be measured. */
  readonly folder: string;
  readonly migrations: string;
  readonly clock: Clock;
  /** How many saves of each kind; in tens. */
  readonly saves: number;
}

function customer(id: string, createdAt: number): Customer {
  return { ...UNKNOWN_CUSTOMER, id, version: 0, name: "Customer", createdAt };
}

async function saveRound(store: SqliteStore, names: readonly string[], at: number): Promise<void> {
  for (const id of names) await store.save(DEFAULT_DESK, { id, at }, [{ table: "customer", row: customer(id, at) }]);
}

/** As many saves, asked for so many at once; each group is waited for. */
async function groupRound(store: SqliteStore, names: readonly string[], at: number, together: number): Promise<void> {
  for (let from = 0; from < names.length; from += together) {
    const group = names.slice(from, from + together).map((name) => `${together}-${name}`);
    await Promise.all(group.map((id) => saveRound(store, [id], at)));
  }
}

/** The same rows by prepared statements alone, on the same schema with the same pragmas. */
function bareRound(connection: Connection): (names: readonly string[], at: number) => void {
  const inbox = connection.prepare("INSERT INTO inbox (desk_id, id, at) VALUES (?, ?, ?)");
  const row = connection.prepare(
    "INSERT INTO customer (desk_id, id, version, name, team_member, created_at) VALUES (?, ?, 1, 'Customer', 0, ?)",
  );
  const save = connection.transaction((id: string, at: number) => {
    inbox.run(DEFAULT_DESK, id, at);
    row.run(DEFAULT_DESK, id, at);
  });
  return (names, at) => {
    for (const id of names) save.immediate(id, at);
  };
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** Saves through the store and through bare SQLite by turns, so that both meet the same disk. */
export async function benchSaves({ folder, migrations, clock, saves }: SaveBenchConfig): Promise<SaveBench> {
  const open = (name: string) => openSqliteStore({ path: join(folder, name), migrations, clock });
  await (await open("bare.db")).close();
  const connection = connect(join(folder, "bare.db"));
  applyPragmas(connection);
  const store = await open("store.db");
  const bare = bareRound(connection);
  let bareMs = 0;
  const alone = { together: 1, ms: 0 };
  const inGroups = [alone, ...GROUPS.map((together) => ({ together, ms: 0 }))];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const names = Array.from({ length: saves / ROUNDS }, (_, index) => `${round}-${index}`);
      bareMs += await timed(() => bare(names, clock.now()));
      for (const group of inGroups) {
        group.ms += await timed(() => groupRound(store, names, clock.now(), group.together));
      }
    }
  } finally {
    connection.close();
    await store.close();
  }
  const perSecond = (ms: number) => Math.round((saves * ROWS_A_SAVE * 1000) / ms);
  return {
    ...{ saves, rowsPerSave: ROWS_A_SAVE },
    ...{ storeRowsPerSecond: perSecond(alone.ms), bareRowsPerSecond: perSecond(bareMs) },
    ratio: Number((bareMs / alone.ms).toFixed(2)),
    groups: inGroups.map(({ together, ms }) => ({
      together,
      storeSavesPerSecond: Math.round((saves * 1000) / ms),
      ratio: Number((bareMs / ms).toFixed(2)),
    })),
  };
}
