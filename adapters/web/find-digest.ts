import { TEAM } from "../../src/digest/digest-id.ts";
import type { Digest } from "../../src/digest/document.ts";
import { gatherDigest } from "../../src/digest/gather-digest.ts";
import { weekOf } from "../../src/digest/week.ts";
import type { DigestRow } from "../../src/rows.ts";
import type { Desk } from "./desk.ts";

/** The week's digest: as it was posted, or counted just now where it was not. */
export interface FoundDigest {
  readonly document: Digest;
  /** Null where it has not been posted. */
  readonly row: DigestRow | null;
}

/** What finding a digest takes. */
export type DigestDesk = Pick<Desk, "store" | "settings" | "clock" | "themes">;

/** Label of the week that is under way. */
export function currentWeek({ clock, settings }: Pick<Desk, "clock" | "settings">): string {
  return weekOf(clock.now(), settings.desk.zone);
}

/** The digest of a week that has begun; null for one that has not. */
export async function findDigest(desk: DigestDesk, week: string): Promise<FoundDigest | null> {
  const { store, settings, clock, themes } = desk;
  const { zone } = settings.desk;
  const rows = await store.list("digest", { where: { week, team: TEAM } });
  const row = rows.find((candidate) => candidate.zone === zone) ?? rows[0];
  if (row) return { document: row.document, row };
  if (week > currentWeek(desk)) return null;
  const document = await gatherDigest(store, settings, { id: { week, zone, team: TEAM }, now: clock.now(), themes });
  return { document, row: null };
}
