import { type BotConfig, createBot } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { findRecount, recountPieces } from "../../src/digest/find-recount.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { weekOf } from "./digest.ts";
import { Failure } from "./failure.ts";
import { openConfig } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { checkOutput, type OutputFile, writeOutput } from "./output-file.ts";
import { print } from "./print.ts";
import { commander, commandLook } from "./reader.ts";

export interface AuditOptions extends DeskChoice {
  readonly week?: string;
  readonly format: "jsonl";
  readonly out?: string;
  readonly force?: true;
}

async function wholeOf(pieces: AsyncIterable<string>): Promise<string> {
  let whole = "";
  for await (const piece of pieces) whole += piece;
  return whole;
}

function notKept(week: string): string {
  return `What the digest of ${week} was counted from was not kept yet when it was posted. The rows are today's, so its numbers may differ from them; its chain begins with the revision that stands.`;
}

/** The file of the week, once the audit log tells of it. */
async function takeOut(opened: BotConfig, week: string): Promise<AsyncIterable<string>> {
  const bot = createBot(opened);
  const desk = opened.desks.first.id;
  const told = { kind: "recount-wanted", id: null, at: systemClock.now(), desk, week } as const;
  const { refusal } = await bot.handle({ ...told, by: commander(), via: "command" });
  if (refusal) throw new Failure([refusal.text]);
  const look = commandLook({ what: "audit", about: { table: "digest", subject: week }, coversItself: true });
  const looked = await bot.read({ ...look, desk }, (reading) => findRecount(reading, week));
  if (looked.kind === "denied") throw new Failure([looked.text]);
  if (looked.found) {
    if (!looked.found.isKept) process.stderr.write(`emptychair: ${notKept(week)}\n`);
    return recountPieces(looked.found);
  }
  throw new Failure([`The week ${week} has not begun yet. Name an earlier one with --week.`], 2);
}

/** `emptychair audit`: the rows from which a week's digest can be counted again, as JSON lines. */
export async function audit(options: AuditOptions): Promise<void> {
  const config = loadDesk(options);
  const week = weekOf(options, config.desks[0].settings.desk.zone);
  const file: OutputFile | null =
    options.out === undefined ? null : { path: options.out, force: options.force === true };
  if (file !== null) checkOutput(file, config);
  await withStore(config, async (store) => {
    const pieces = await takeOut(await openConfig(config, store), week);
    if (file === null) await print(pieces);
    else writeOutput(file, await wholeOf(pieces));
  });
}
