import type { Filter, Store } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { decode, type Encoded } from "./codec.ts";
import { createMemoryDesk, type MemoryDesk } from "./memory-desk.ts";
import { compareTexts } from "./memory-table.ts";

/** A row as it would be stored, and whose it is. */
interface Owned {
  readonly desk: string;
  readonly row: Encoded;
}

/** Those that are due, by that time where they are listed by it, then by id. */
function dueOf(owned: readonly Owned[], now: number, orderBy: "dueAt" | "id", limit: number): Owned[] {
  const place = ({ row }: Owned) => (orderBy === "dueAt" ? Number(row.dueAt) : 0);
  return owned
    .filter(({ row }) => isDue(row, now))
    .toSorted((a, b) => place(a) - place(b) || compareTexts(String(a.row.id), String(b.row.id)))
    .slice(0, limit);
}

/** Whether its time has come, and nobody holds it any more. */
function isDue({ dueAt, leaseUntil }: Encoded, now: number): boolean {
  return dueAt !== null && Number(dueAt) <= now && Number(leaseUntil ?? 0) <= now;
}

function headsOf(desk: MemoryDesk): Encoded[] {
  const heads = new Map<unknown, Encoded>();
  for (const post of desk.find("post", { where: { state: ["pending", "sending"] } })) {
    if (!heads.has(post.lane)) heads.set(post.lane, post);
  }
  return [...heads.values()];
}

/** A store that lasts as long as the process; it keeps to uniqueness and references, not to the schema's other checks. */
export function createMemoryStore(): Store {
  const desks = new Map<string, MemoryDesk>();
  const at = (name: string): MemoryDesk => {
    const desk = desks.get(name) ?? createMemoryDesk();
    desks.set(name, desk);
    return desk;
  };
  const owned = (find: (desk: MemoryDesk) => Encoded[]): Owned[] =>
    [...desks]
      .sort(([a], [b]) => compareTexts(a, b))
      .flatMap(([desk, rows]) => find(rows).map((row) => ({ desk, row })));
  return {
    at: (desk) => at(desk).reader,
    save: async (desk, event, changes) => at(desk).save(event.id, changes),
    heads: async (now, limit) =>
      dueOf(owned(headsOf), now, "id", limit).map(({ desk, row }) => ({ desk, post: decode("post", row) })),
    due: async (table, now, limit) => {
      const rows = owned((desk) => desk.find(table, {}));
      return dueOf(rows, now, "dueAt", limit).map(({ desk, row }) => ({ desk, id: String(row.id) }));
    },
    desksWith: async <T extends Table>(among: readonly string[], table: T, column: string, value: string) => {
      const filter = { where: { [column]: value } } as Filter<Rows[T]>;
      const found = owned((desk) => desk.find(table, filter)).map(({ desk }) => desk);
      return [...new Set(found)].filter((desk) => among.includes(desk));
    },
    close: async () => {},
  };
}
