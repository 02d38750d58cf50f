import type { Config } from "../../config.ts";
import { type Finding, ok, warning } from "../../finding.ts";
import { spanOf } from "../../nightly.ts";
import { backupsBeside } from "../backups.ts";

const MEGABYTE = 1024 * 1024;
/** So long after it was due one that is not there is missed, milliseconds. */
const LATE_MS = 3_600_000;

/** Whether the copies that the program makes by itself are there. Nothing where a server keeps the database. */
export function checkBackups(
  { database, nightly, desks }: Pick<Config, "database" | "nightly" | "desks">,
  now: number,
) {
  const beside = backupsBeside(database);
  if (beside === null || nightly === undefined) return [];
  const found = (finding: Finding) => [finding];
  if (nightly.keep === 0) return found(ok("backups", "none are made nightly"));
  const { zone } = desks[0].settings.desk;
  const kept = beside.nightly();
  const [last] = kept;
  const from = last?.at ?? beside.since ?? now;
  const words =
    last === undefined
      ? "no nightly one yet"
      : `${last.name}, ${(last.bytes / MEGABYTE).toFixed(1)} MB; nightly ones kept: ${kept.length}`;
  const isMissed = spanOf(now - LATE_MS, nightly, zone) > spanOf(from, nightly, zone);
  if (!isMissed) return found(ok("backups", words));
  const remedy = "Start the program, which makes one that was missed; where it runs, its log says why it could not.";
  return found(warning("backups", `one was due and is missed; the newest: ${words}`, remedy));
}
