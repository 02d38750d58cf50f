import type { Bot } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { type OldRows, sweepable } from "../../src/forgetting/gather-old.ts";
import { RETENTION } from "../../src/forgetting/sweep.ts";
import { rfc3339 } from "../../src/outside/views.ts";
import type { Store } from "../../src/ports.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { openBot } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { textTable } from "./text-table.ts";

export interface RetentionOptions extends DeskChoice {
  readonly dryRun?: true;
  readonly format: "text" | "json";
}

const USUAL_WIDTH = 100;

function printed(found: readonly OldRows[], { format, dryRun }: RetentionOptions): string {
  const rows = found.map(({ kind, count, oldest }) => ({
    kind,
    count,
    oldest: oldest === null ? null : rfc3339(oldest),
  }));
  if (format === "json") return `${JSON.stringify({ dryRun: dryRun === true, rows }, null, 2)}\n`;
  const cells = rows.map(({ kind, count, oldest }) => [kind, String(count), oldest ?? "-"]);
  const width = process.stdout.columns ?? USUAL_WIDTH;
  const note = dryRun ? "This would go; nothing was changed.\n" : "This is gone.\n";
  return `${textTable(["KIND", "COUNT", "OLDEST"], cells, width)}${note}`;
}

async function sweep(bot: Bot, store: Store, desk: string): Promise<void> {
  const began = systemClock.now();
  await bot.handle({ kind: "retention-wanted", id: null, desk, at: began });
  for (;;) {
    const at = systemClock.now();
    await bot.handle({ kind: "sweep-due", id: null, desk, at, subject: RETENTION });
    const row = await store.at(desk).get("sweep", RETENTION);
    if (!row || row.dueAt > at) return;
  }
}

/** `emptychair retention`: takes away now what is older than the desk keeps it, or says what that is; may be run while the program runs. */
export async function retention(options: RetentionOptions): Promise<void> {
  const config = loadDesk(options);
  await withStore(config, async (store) => {
    const [{ id: desk, settings }] = config.desks;
    const found = await sweepable(store.at(desk), settings, systemClock.now());
    if (!options.dryRun) {
      await sweep(await openBot(config, store), store, desk);
      await store.scrub();
    }
    process.stdout.write(printed(found, options));
  });
}
