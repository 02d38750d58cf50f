import { statSync } from "node:fs";
import type { Desks } from "../../src/desk.ts";
import { DUE_TABLES } from "../../src/due.ts";
import type { Clock, Store } from "../../src/ports.ts";
import type { FigureReader, WaitingPosts } from "../figures.ts";
import type { Readiness } from "../readiness.ts";
import type { MetricSample, MetricSamples } from "./exposition.ts";

/** What is read whenever somebody asks. */
export interface GaugeSources {
  readonly store: Pick<Store, "due"> & { readonly figures: FigureReader };
  readonly desks: Desks;
  /** The platforms to which something is posted. */
  readonly platforms: () => readonly string[];
  readonly clock: Clock;
  readonly ready: () => Promise<Readiness>;
  /** The database's file; null where a server keeps it. */
  readonly file: string | null;
}

/** So many due rows of a kind are counted, and no more. */
const MOST_DUE = 1_000;

/** Every desk with every platform on which something may be said. */
export function placesOf({ desks, platforms }: GaugeSources): { desk: string; platform: string }[] {
  return desks.all.flatMap(({ id: desk }) => platforms().map((platform) => ({ desk, platform })));
}

async function outboxGauges(sources: GaugeSources): Promise<MetricSamples> {
  const { store, clock } = sources;
  const now = clock.now();
  const waiting = await store.figures.waiting();
  const empty: WaitingPosts[] = placesOf(sources).map((place) => ({ ...place, posts: 0, since: now }));
  const rows = new Map([...empty, ...waiting].map((row) => [`${row.desk} ${row.platform}`, row]));
  const each = (value: (row: WaitingPosts) => number): MetricSample[] =>
    [...rows.values()].map((row) => ({ labels: { desk: row.desk, platform: row.platform }, value: value(row) }));
  return {
    emptychair_outbox_posts: each(({ posts }) => posts),
    emptychair_outbox_oldest_seconds: each(({ since }) => Math.max(0, now - since) / 1000),
  };
}

async function deskGauges({ store, desks, clock }: GaugeSources): Promise<MetricSamples> {
  const now = clock.now();
  const ids = desks.all.map(({ id }) => id);
  const rows = await store.figures.desks(ids, now);
  const of = (value: (row: (typeof rows)[number]) => number | null): MetricSample[] =>
    rows.flatMap((row) => {
      const found = value(row);
      return found === null ? [] : [{ labels: { desk: row.desk }, value: found }];
    });
  return {
    emptychair_cases_open: of(({ open }) => open),
    emptychair_cases_overdue: of(({ overdue }) => overdue),
    emptychair_digest_age_seconds: of(({ digestAt }) => (digestAt === null ? null : (now - digestAt) / 1000)),
    emptychair_desk_info: desks.all.map(({ id, settings }) => ({
      labels: { desk: id, name: settings.desk.name },
      value: 1,
    })),
  };
}

async function dueGauges({ store, clock }: GaugeSources): Promise<MetricSamples> {
  const now = clock.now();
  const counted = DUE_TABLES.map(async (kind) => ({
    labels: { kind },
    value: (await store.due(kind, now, MOST_DUE)).length,
  }));
  return { emptychair_due_work: await Promise.all(counted) };
}

async function readyGauges({ ready }: GaugeSources): Promise<MetricSamples> {
  const { checks } = await ready();
  const samples = Object.entries(checks).map(([check, ok]) => ({ labels: { check }, value: ok ? 1 : 0 }));
  return { emptychair_ready: samples };
}

/** The file, and the log beside it that is not yet written into it. */
function bytesOf(file: string | null): MetricSample[] {
  if (file === null) return [];
  const sizes = [file, `${file}-wal`].map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return [{ labels: {}, value: sizes.reduce((sum, size) => sum + size, 0) }];
}

/** What stands there now. What cannot be read is left out, so that the rest is told all the more. */
export async function readGauges(sources: GaugeSources): Promise<MetricSamples> {
  const read = [outboxGauges, deskGauges, dueGauges, readyGauges].map((gauges) => gauges(sources).catch(() => ({})));
  const found: MetricSamples[] = await Promise.all(read);
  return Object.assign({ emptychair_database_bytes: bytesOf(sources.file) }, ...found);
}
