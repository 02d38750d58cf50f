import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bot } from "../../src/bot.ts";
import type { Desk } from "../../src/desk.ts";
import type { Clock, Reader } from "../../src/ports.ts";
import { FileError } from "../csv/file-kind.ts";
import { MappingError, readMapping } from "../csv/mapping.ts";
import { type Understanding, understandFile } from "../csv/understand-file.ts";
import type { ImportJob, ImportWish } from "../desk-works.ts";
import { emptyReport, importAnswers } from "./import-answers.ts";
import { renamedProducts } from "./renamed-products.ts";
import { shownUnderstanding } from "./show-understanding.ts";

export interface ImportJobsConfig {
  /** Where a file is kept while it is looked at. */
  readonly folder: string;
  readonly bot: Pick<Bot, "handle">;
  readonly clock: Clock;
}

/** The desk that a file is brought in to, and its rows. */
export interface ImportDesk {
  readonly desk: Pick<Desk, "id" | "settings">;
  readonly store: Reader;
}

/** Files of past answers that come by a page: each is looked at first, then perhaps brought in. */
export interface ImportJobs {
  look(at: ImportDesk, wish: ImportWish): ImportJob;
  bringIn(at: ImportDesk): ImportJob | null;
  job(desk: string): ImportJob | null;
  /** Ends what is under way, and removes the files. */
  stop(): void;
}

/** Refused rows that are shown. */
const MOST_REFUSALS = 50;
/** How much of the work the first reading of the file is. */
const FIRST_READING = 0.3;

interface KeptUpload {
  job: ImportJob;
  readonly file: string;
  readonly size: number;
  readonly wish: ImportWish;
  understanding: Understanding | null;
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function createImportJobs({ folder, bot, clock }: ImportJobsConfig): ImportJobs {
  const jobs = new Map<string, KeptUpload>();
  const ended = new AbortController();
  const { signal } = ended;
  const remove = (file: string) => rmSync(file, { force: true });

  const understand = async (kept: KeptUpload, { desk: { settings } }: ImportDesk): Promise<Understanding> => {
    const { file, size, wish } = kept;
    const { zone } = settings.desk;
    const { scale } = settings.question;
    const found = await understandFile({
      ...{ file, dates: wish.dates, encoding: null, signal, mapping: readMapping(wish.map, null), scale, zone },
      onProgress: (bytes) => {
        kept.job = { ...kept.job, share: (bytes / size) * FIRST_READING };
      },
    });
    if (found === null) throw new FileError(`${wish.name} is empty; its first line holds the titles of the columns.`);
    kept.job = { ...kept.job, understood: shownUnderstanding(found, { zone, scale, now: clock.now() }) };
    if (found.obstacles.length > 0) throw new FileError(found.obstacles.join(" "));
    return found;
  };

  const productRule = ({ wish }: KeptUpload, { settings: { products } }: ImportDesk["desk"]) => ({
    products,
    renamed: renamedProducts(wish.products, products),
  });

  /** Reads the file through; with a bot what is new is kept. */
  const run = async (kept: KeptUpload, { desk, store }: ImportDesk, isKept: boolean): Promise<void> => {
    const { understanding, file, size } = kept;
    if (understanding === null) return;
    const report = emptyReport();
    const refusals: ImportJob["refusals"][number][] = [];
    const show = (share: number) => {
      kept.job = { ...kept.job, ...report, refusals: [...refusals], share };
    };
    await importAnswers({
      ...{ file, understanding, store, products: productRule(kept, desk), now: clock.now(), report, signal },
      bot: isKept ? { handle: (event) => bot.handle({ ...event, desk: desk.id }) } : null,
      onProgress: (bytes) => show(FIRST_READING + (bytes / size) * (1 - FIRST_READING)),
      onRefused: (line, reason) => {
        if (refusals.length < MOST_REFUSALS) refusals.push({ line, reason });
      },
    });
    show(1);
  };

  const work = async (kept: KeptUpload, done: "looked" | "imported", doing: () => Promise<void>): Promise<void> => {
    try {
      await doing();
      kept.job = { ...kept.job, state: done, share: 1 };
    } catch (error) {
      const isTheirs = error instanceof FileError || error instanceof MappingError;
      const fault = isTheirs ? error.message : `The file could not be read: ${sentence(error)}`;
      kept.job = { ...kept.job, state: "failed", fault };
    }
  };

  return {
    look(at, wish) {
      const { id } = at.desk;
      const before = jobs.get(id);
      if (before?.job.state === "looking" || before?.job.state === "importing") return before.job;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${id}.csv`);
      writeFileSync(file, wish.bytes, { mode: 0o600 });
      const job = { name: wish.name, state: "looking", share: 0, ...emptyReport() } as const;
      const kept: KeptUpload = {
        ...{ job: { ...job, refusals: [], understood: "", fault: null }, file, size: Math.max(1, wish.bytes.length) },
        ...{ wish: { ...wish, bytes: new Uint8Array() }, understanding: null },
      };
      jobs.set(id, kept);
      void work(kept, "looked", async () => {
        kept.understanding = await understand(kept, at);
        await run(kept, at, false);
      }).then(() => kept.job.state === "failed" && remove(file));
      return kept.job;
    },
    bringIn(at) {
      const kept = jobs.get(at.desk.id);
      if (kept?.job.state !== "looked") return kept?.job ?? null;
      kept.job = { ...kept.job, state: "importing", share: 0, ...emptyReport(), refusals: [] };
      void work(kept, "imported", () => run(kept, at, true)).finally(() => remove(kept.file));
      return kept.job;
    },
    job: (desk) => jobs.get(desk)?.job ?? null,
    stop() {
      ended.abort();
      for (const { file } of jobs.values()) remove(file);
    },
  };
}
