import { channelOf, platformOf, spaceOf } from "../../src/interaction/address.ts";
import type { Among, Filter, Store } from "../../src/ports.ts";
import type { Post, Rows, Table } from "../../src/rows.ts";
import type { Encoded } from "./codec.ts";
import { createMemoryDesk, type MemoryDesk, rowOf } from "./memory-desk.ts";
import { compareTexts } from "./memory-table.ts";

/** A row as it would be stored, and whose it is. */
interface Owned {
  readonly desk: string;
  readonly row: Encoded;
}

/** Those that are due, by that time where they are listed by it, then by id. */
function dueOf(owned: readonly Owned[], now: number, orderBy: "dueAt" | "id", limit: number): Owned[] {
  if (owned.length === 0) return [];
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

const UNSETTLED: Filter<Post> = { where: { state: ["pending", "sending"] } };

function headsOf(desk: MemoryDesk): Encoded[] {
  const heads = new Map<unknown, Encoded>();
  for (const post of desk.find("post", UNSETTLED)) {
    if (!heads.has(post.lane)) heads.set(post.lane, post);
  }
  return [...heads.values()];
}

/** Where the post stands among the wanted: by the place of its kind; -1 where it is not one of them. */
function placeAmong({ id, lane, message }: Post, { kinds, after, except }: Among): number {
  const channel = channelOf(lane);
  const isAside = message.replaces !== undefined || message.privateTo !== undefined;
  const isPassedOver =
    except.platforms.includes(platformOf(lane)) ||
    except.spaces.includes(spaceOf(lane)) ||
    except.channels.includes(channel) ||
    except.lanes.includes(lane) ||
    (except.paced.includes(channel) && !isAside);
  const place = kinds.indexOf(message.kind);
  return isPassedOver || (place === 0 && compareTexts(id, after) <= 0) ? -1 : place;
}

/** The heads that are wanted, oldest first within each kind. */
function chosen<H extends { readonly post: Post }>(heads: readonly H[], among: Among): H[] {
  const placed = heads.map((head) => ({ head, place: placeAmong(head.post, among) }));
  const wanted = placed.filter(({ place }) => place >= 0).toSorted((a, b) => a.place - b.place);
  return wanted.map(({ head }) => head);
}

/** A store that can be taken as it stands. */
export interface MemoryStore extends Store {
  /** The same rows in a store of its own. */
  fork(): MemoryStore;
}

/** A store that lasts as long as the process; it keeps to uniqueness and references, not to the schema's other checks. */
export function createMemoryStore(): MemoryStore {
  return storeOf(new Map());
}

function storeOf(desks: Map<string, MemoryDesk>): MemoryStore {
  const at = (name: string): MemoryDesk => {
    const desk = desks.get(name) ?? createMemoryDesk();
    desks.set(name, desk);
    return desk;
  };
  const owned = (find: (desk: MemoryDesk) => Encoded[]): Owned[] => {
    const found: Owned[] = [];
    for (const [desk, rows] of desks) for (const row of find(rows)) found.push({ desk, row });
    return found.length < 2 ? found : found.sort((a, b) => compareTexts(a.desk, b.desk));
  };
  return {
    at: (desk) => at(desk).reader,
    save: async (desk, event, changes) => at(desk).save(event.id, changes),
    heads: async (now, limit, among) => {
      const owning = dueOf(owned(headsOf), now, "id", among ? Number.POSITIVE_INFINITY : limit);
      const heads = owning.map(({ desk, row }) => ({ desk, post: rowOf("post", row) }));
      return among ? chosen(heads, among).slice(0, limit) : heads;
    },
    due: async (table, now, limit) => {
      const rows = owned((desk) => desk.timedBy(table, now));
      return dueOf(rows, now, "dueAt", limit).map(({ desk, row }) => ({ desk, id: String(row.id) }));
    },
    desksWith: async <T extends Table>(among: readonly string[], table: T, column: string, value: string) => {
      const filter = { where: { [column]: value } } as Filter<Rows[T]>;
      const found = owned((desk) => desk.find(table, filter)).map(({ desk }) => desk);
      return [...new Set(found)].filter((desk) => among.includes(desk));
    },
    close: async () => {},
    fork: () => storeOf(new Map([...desks].map(([name, desk]) => [name, desk.fork()]))),
  };
}
