import type { Clock, Reader } from "../ports.ts";
import type { DigestRow } from "../rows.ts";
import type { Settings } from "../settings.ts";
import type { Basis } from "./basis.ts";
import { digestIdText } from "./digest-id.ts";
import { gatherCounted } from "./gather-digest.ts";
import { chained } from "./seal.ts";
import type { ThemeFinder } from "./themes.ts";
import type { Thresholds } from "./thresholds.ts";
import { lastFinishedWeek, weekOf, windowOf } from "./week.ts";

/** What finding a digest takes. */
export interface DigestDesk {
  readonly deskId: string;
  readonly store: Reader;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly themes: ThemeFinder;
  readonly thresholds?: Thresholds | undefined;
}

/** Label of the week that is under way. */
export function currentWeek({ clock, settings }: Pick<DigestDesk, "clock" | "settings">): string {
  return weekOf(clock.now(), settings.desk.zone);
}

/** A digest, with what it was counted from where that was now: one that was posted has it kept under its id. */
export interface DigestWithBasis {
  readonly row: DigestRow;
  readonly counted: Basis | null;
}

/** The digest of a week that has begun, as it was posted; one that was not is counted now, and its version is 0. Null for a week to come. */
export async function findCounted(desk: DigestDesk, week: string): Promise<DigestWithBasis | null> {
  const { deskId: team, store, settings, clock, themes, thresholds } = desk;
  const { zone } = settings.desk;
  const rows = await store.list("digest", { where: { week, team } });
  const posted = rows.find((row) => row.zone === zone) ?? rows[0];
  if (posted) return { row: posted, counted: null };
  if (week > currentWeek(desk)) return null;
  const id = { week, zone, team };
  const now = clock.now();
  const counted = await gatherCounted(store, settings, { id, now, themes, thresholds });
  const { document, basis } = counted;
  const chain = await chained([], 1, counted);
  const unposted = { postedAt: null, isLate: false, revision: 1, dueAt: null, history: [], chain, posts: [] };
  const row = { id: digestIdText(id), version: 0, ...id, document, computedAt: now, ...unposted };
  return { row, counted: basis };
}

/** The row of {@link findCounted}. */
export async function findDigest(desk: DigestDesk, week: string): Promise<DigestRow | null> {
  const found = await findCounted(desk, week);
  return found?.row ?? null;
}

/** The digest of the last week that is over; null where nothing was known by its end. */
export async function findLastDigest(desk: DigestDesk): Promise<DigestRow | null> {
  const { store, settings, clock } = desk;
  const { zone } = settings.desk;
  const week = lastFinishedWeek(clock.now(), zone);
  const atMost = { at: windowOf(week, zone).to - 1 };
  const [known] = await store.list("resolution", { atMost, orderBy: "at", limit: 1 });
  return known ? findDigest(desk, week) : null;
}
