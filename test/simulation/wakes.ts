import { LEASE_MS } from "../../src/outbox/lease.ts";
import type { Change } from "../../src/outcome.ts";
import { SECOND } from "../world.ts";
import { type Agenda, createAgenda } from "./agenda.ts";

/** What processes are to look at: the due times in the rows and the outbox, or the outbox alone. */
export type Look = "everything" | "outbox";

/**
 * When processes look. The real ones look twice a second; here they do when something saved falls due, and where something went wrong:
 * what a look between would find is nothing. A row that was saved anew since wakes nobody at the time that it had before.
 */
export interface Wakes {
  /** Hears of what was saved at a desk. */
  hear(changes: readonly Change[], desk: string): void;
  /** Something failed: it is tried again soon, and once more when what was held by whoever is gone is free. */
  lookAgain(): void;
  /** Everything is to be looked at then. */
  lookAt(at: number): void;
  /** When somebody has to look next; infinity where nobody has to. */
  next(): number;
  /** Takes out what is to be looked at by then; null where nothing is. */
  take(now: number): Look | null;
}

/** When something has to be done about the row, and by what look; null where nothing is planned. */
function dueOf({ table, row, remove }: Change, now: number): { readonly at: number; readonly look: Look } | null {
  if (remove) return null;
  if (table === "pause") return { at: row.until, look: "outbox" };
  if (table === "post") {
    if (row.state !== "pending" && row.state !== "sending") return null;
    return { at: Math.max(row.dueAt, row.leaseUntil ?? 0), look: "outbox" };
  }
  if (!("dueAt" in row) || row.dueAt === null) return null;
  // A sweep goes on from tick to tick.
  return { at: table === "sweep" ? Math.max(row.dueAt, now + SECOND) : row.dueAt, look: "everything" };
}

/** `shownAt` says when all clocks of the processes show a time. */
export function createWakes(now: () => number, shownAt: (at: number) => readonly number[]): Wakes {
  const agenda: Agenda<{ readonly look: Look; isWanted(): boolean }> = createAgenda();
  const versions = new Map<string, number>();
  const always = new Set<number>();
  const lookAt = (at: number): void => {
    if (always.has(at)) return;
    always.add(at);
    agenda.plan(at, { look: "everything", isWanted: () => always.delete(at) });
  };
  const hearOf = (change: Change, desk: string): void => {
    const key = `${desk} ${change.table} ${change.row.id}`;
    const { version } = change.row;
    versions.set(key, version);
    const due = dueOf(change, now());
    const isWanted = () => versions.get(key) === version;
    for (const at of due ? shownAt(due.at) : []) agenda.plan(at, { look: due?.look ?? "everything", isWanted });
  };
  return {
    hear: (changes, desk) => {
      for (const change of changes) hearOf(change, desk);
    },
    lookAgain: () => {
      lookAt(now() + SECOND);
      lookAt(now() + LEASE_MS + SECOND);
    },
    lookAt,
    next: agenda.next,
    take: (until) => {
      let taken: Look | null = null;
      for (let due = agenda.take(until); due; due = agenda.take(until))
        if (due.isWanted() && taken !== "everything") taken = due.look;
      return taken;
    },
  };
}
