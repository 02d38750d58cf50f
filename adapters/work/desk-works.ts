import { join } from "node:path";
import type { Bot } from "../../src/bot.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { redact } from "../../src/interaction/redaction.ts";
import type { Clock, Log } from "../../src/ports.ts";
import { type Config, warningsOf } from "../config.ts";
import { writtenPages } from "../csv/write-rows.ts";
import type { OpenedStore } from "../database/database.ts";
import type { DeskWorks, ExportWish, GivenFile } from "../desk-works.ts";
import { type Finding, warning } from "../finding.ts";
import { PLATFORMS } from "../platforms.ts";
import { stampOf } from "../stamp.ts";
import { backupsOf } from "./backups.ts";
import { checkBackups } from "./checks/check-backups.ts";
import { checkConfiguration } from "./checks/check-configuration.ts";
import { checkInUse } from "./checks/check-database.ts";
import { checkMachine } from "./checks/check-machine.ts";
import { checkPlatforms } from "./checks/check-platforms.ts";
import { checkStarts } from "./checks/check-starts.ts";
import { checkWebhooks } from "./checks/check-webhooks.ts";
import { checkWording } from "./checks/check-wording.ts";
import { EXPORT_COLUMNS, exportPages } from "./export-rows.ts";
import { createImportJobs, type ImportDesk } from "./import-jobs.ts";
import { createBackupTender } from "./nightly-backups.ts";

export interface DeskWorksConfig {
  readonly config: Config;
  readonly store: OpenedStore;
  readonly bot: Pick<Bot, "handle" | "desks">;
  readonly clock: Clock;
  readonly log: Log;
}

/** The work of the pages and what is done by itself, and its end. */
export interface RunningWorks extends DeskWorks {
  /** Begins with what is done by itself: the nightly backups. */
  start(): void;
  stop(): Promise<void>;
}

/** How long a part of the look at everything may take, milliseconds. */
const LONGEST_CHECK = 2_500;
const AFTER_ALL = Number.MAX_SAFE_INTEGER;

/** What a part finds; a warning where that takes too long. */
async function inTime(check: string, look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly Finding[]>((resolve) => {
    const found = `no answer within ${LONGEST_CHECK / 1000} s`;
    const remedy = "Try again, or run emptychair doctor, which waits longer.";
    timer = setTimeout(() => resolve([warning(check, found, remedy)]), LONGEST_CHECK);
  });
  return Promise.race([look(), late]).finally(() => clearTimeout(timer));
}

/** The work of whoever runs the program, on the open store. */
export function createDeskWorks({ config, store, bot, clock, log }: DeskWorksConfig): RunningWorks {
  const backups = backupsOf(config.database, store, clock);
  const zone = () => bot.desks.first.settings.desk.zone;
  const tender = createBackupTender({ backups, rule: config.nightly, zone, clock, log });
  const jobs = createImportJobs({ folder: join(config.dataFolder, "imports"), bot, clock });
  const deskOf = (id: string): ImportDesk => {
    const desk = bot.desks.get(id) ?? bot.desks.first;
    return { desk, store: store.at(desk.id) };
  };

  const tell = async (desk: string, by: Person, what: string, wish: Pick<ExportWish, "from" | "to" | "isRaw">) => {
    const { from, to, isRaw } = wish;
    const raw = isRaw ? ({ isRaw: true } as const) : {};
    const told = { kind: "words-exported", id: null, at: clock.now(), desk, by, via: "page", what, ...raw } as const;
    return (await bot.handle({ ...told, from, to })).refusal?.text ?? null;
  };

  const give = async (desk: string, wish: ExportWish): Promise<GivenFile | { readonly refusal: string }> => {
    const { what, format, from, to, isRaw, by } = wish;
    const refusal = await tell(desk, by, what, wish);
    if (refusal !== null) return { refusal };
    const { phoneCountry } = deskOf(desk).desk.settings.desk;
    const cover = (text: string, names: readonly string[]) => redact(text, names, phoneCountry);
    const rule = { store: store.at(desk), from: from ?? 0, to: to ?? AFTER_ALL, redact: isRaw ? null : cover };
    const pieces = writtenPages(format, EXPORT_COLUMNS[what], exportPages(what, rule));
    return { name: `${what}-${stampOf(clock.now())}.${format}`, pieces };
  };

  return {
    async doctor() {
      const warnings = warningsOf(config, PLATFORMS);
      const parts = await Promise.all([
        inTime("webhooks", () => checkWebhooks(config)),
        inTime("database", () => checkInUse(store, config, clock.now())),
        inTime("platforms", () => checkPlatforms(config)),
      ]);
      return [
        ...checkConfiguration({ config, warnings }),
        ...checkMachine(config.dataFolder, clock.now()),
        ...checkWording(config.desks),
        ...checkStarts(config, clock.now()),
        ...checkBackups(config, clock.now()),
        ...parts.flat(),
      ];
    },
    give,
    look: (desk, wish) => jobs.look(deskOf(desk), wish),
    bringIn: (desk) => jobs.bringIn(deskOf(desk)),
    job: jobs.job,
    backups: () => backups?.list() ?? null,
    makeBackup: async () => (await backups?.make()) ?? null,
    async giveBackup(desk, name, by) {
      if (!backups?.list().some((one) => one.name === name)) return null;
      const refusal = await tell(desk, by, "backup", { from: null, to: null, isRaw: true });
      return refusal === null ? { name, pieces: backups.read(name) } : { refusal };
    },
    start: tender.start,
    async stop() {
      jobs.stop();
      await tender.stop();
    },
  };
}
