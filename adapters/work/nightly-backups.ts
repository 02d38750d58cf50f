import type { Clock, Log } from "../../src/ports.ts";
import { createHealth, shortly } from "../health.ts";
import { type NightlyRule, spanOf } from "../nightly.ts";
import type { Backups, KeptBackups } from "./backups.ts";

/** Copies the database by itself, once in each span of the rule, and takes old copies of its own away. */
export interface BackupTender {
  /** Makes the copy that is due, if one is; what was missed meanwhile is made once. Does not throw. */
  tend(): Promise<void>;
  start(): void;
  /** Returns when nothing is copied any more; a copy under way is given up. */
  stop(): Promise<void>;
}

export interface BackupTenderConfig {
  /** Null where a server keeps the database. */
  readonly backups: Backups | null;
  readonly rule: NightlyRule | undefined;
  /** Whose clock tells when a span ends. */
  readonly zone: () => string;
  readonly clock: Clock;
  readonly log: Log;
}

const EVERY_MS = 60_000;
/** After one that failed the next is tried, milliseconds. */
const TRY_AGAIN_MS = 3_600_000;

/** Whether the span of now has no copy yet. It is the files that tell: a start after a week finds one that is due, not seven. */
export function isBackupDue(backups: KeptBackups, rule: NightlyRule, zone: string, now: number): boolean {
  const last = backups.nightly().find(({ at }) => at <= now)?.at ?? backups.since ?? 0;
  return rule.keep > 0 && spanOf(now, rule, zone) > spanOf(last, rule, zone);
}

/** A tender that looks each minute. What fails is told once, and tried again each hour. */
export function createBackupTender({ backups, rule, zone, clock, log }: BackupTenderConfig): BackupTender {
  const health = createHealth("The nightly backup", log);
  const stopped = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;

  const make = async (kept: Backups, { keep }: NightlyRule): Promise<void> => {
    try {
      const { name, bytes } = await kept.makeNightly(stopped.signal);
      kept.rotate(keep);
      health.healed("itself");
      log.info("The nightly backup is made, and sound", { name, bytes });
    } catch (error) {
      triedAt = clock.now();
      if (!stopped.signal.aborted)
        health.broken("itself", `No nightly backup could be made: ${shortly(error)}. Trying again each hour.`);
    }
  };

  const tend = async (): Promise<void> => {
    if (backups === null || rule === undefined || stopped.signal.aborted) return;
    const now = clock.now();
    const isTriedOf = now >= triedAt && now < triedAt + TRY_AGAIN_MS;
    if (isTriedOf || !isBackupDue(backups, rule, zone(), now)) return;
    working ??= make(backups, rule).finally(() => {
      working = null;
    });
    await working;
  };

  const look = (): void =>
    void tend().catch((error: unknown) =>
      health.broken("folder", `The backups cannot be looked at: ${shortly(error)}.`),
    );

  return {
    tend,
    start() {
      look();
      timer = setInterval(look, EVERY_MS).unref();
    },
    async stop() {
      stopped.abort();
      clearInterval(timer);
      await working;
      health.stop();
    },
  };
}
