import { type BotConfig, createBot } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import type { Context } from "../../src/context.ts";
import { digestMessage } from "../../src/digest/digest-messages.ts";
import { findDigest } from "../../src/digest/find-digest.ts";
import { createSpeaker } from "../../src/digest/say-figures.ts";
import { lastFinishedWeek, parseWeek, WEEK_FORM } from "../../src/digest/week.ts";
import type { DigestRow } from "../../src/rows.ts";
import { digestPng } from "../chart/digest-png.ts";
import { digestSvg } from "../chart/digest-svg.ts";
import { type Config, untoldTeams } from "../config.ts";
import { PLATFORMS } from "../platforms.ts";
import { createThresholds } from "../thresholds.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { markdown, plainText } from "./digest-text.ts";
import { Failure } from "./failure.ts";
import { withPlaces } from "./load-config.ts";
import { openConfig } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { checkOutput, type OutputFile, writeOutput } from "./output-file.ts";
import { commandLook } from "./reader.ts";

/** How long the threshold of a week that was not posted is waited for, milliseconds: what is printed shall not depend on the machine. */
const PATIENCE_MS = 60_000;

export interface DigestOptions extends DeskChoice {
  readonly week?: string;
  readonly format: "text" | "json" | "md" | "svg" | "png";
  readonly out?: string;
  readonly force?: true;
  readonly post?: true;
}

/** The week that was named, else the last that is over. Throws wrong usage where what was named is no week. */
export function weekOf({ week }: { readonly week?: string }, zone: string): string {
  if (week === undefined) return lastFinishedWeek(systemClock.now(), zone);
  const known = parseWeek(week);
  if (known !== null) return known;
  throw new Failure([`--week "${week}" is not ${WEEK_FORM}.`], 2);
}

async function digestOfWeek(deciding: Context, week: string): Promise<DigestRow> {
  const row = await findDigest(deciding, week);
  if (row) return row;
  throw new Failure([`The week ${week} has not begun yet. Name an earlier one with --week.`], 2);
}

/** The digest as it is to be printed, once the audit log tells of it. */
async function readDigest(opened: BotConfig, week: string, format: DigestOptions["format"]) {
  const look = commandLook({ what: "digest", about: { table: "digest", subject: week }, coversItself: true });
  const desk = opened.desks.first.id;
  const looked = await createBot(opened).read({ ...look, desk }, async (reading) =>
    drawn(await digestOfWeek(reading, week), format, reading),
  );
  if (looked.kind === "given") return looked.found;
  throw new Failure([looked.text]);
}

async function drawn(row: DigestRow, format: DigestOptions["format"], deciding: Context): Promise<string | Uint8Array> {
  if (format === "json") return `${JSON.stringify(row.document, null, 2)}\n`;
  if (format === "svg") return digestSvg(row.document, { theme: "light", speaker: createSpeaker(deciding) });
  if (format === "png") return digestPng(row.document, createSpeaker(deciding));
  const message = await digestMessage(deciding, row);
  return format === "md" ? markdown(message) : plainText(message);
}

/** Says on standard error where a team will not be told, since what is set in one shell may be missing in another. */
function warnOfUntold(config: Config): void {
  for (const sentence of untoldTeams(config, PLATFORMS)) process.stderr.write(`emptychair: ${sentence}\n`);
}

/** Has the digest put into the outbox, where the program finds it. */
async function ask(opened: BotConfig, week: string): Promise<string> {
  const { refusal } = await createBot(opened).handle({
    kind: "digest-wanted",
    id: null,
    at: systemClock.now(),
    week,
  });
  if (refusal) throw new Failure([refusal.text]);
  return `The digest of ${week} is in the outbox; the program posts it as soon as it runs.\n`;
}

/** `emptychair digest`: the week's digest; with `--post` the program is asked to post it, and nothing is printed but that. */
export async function digest(options: DigestOptions): Promise<void> {
  const loaded = loadDesk(options);
  const config = options.post ? await withPlaces(loaded) : loaded;
  const week = weekOf(options, config.desks[0].settings.desk.zone);
  const { format, out } = options;
  if (format === "png" && out === undefined && process.stdout.isTTY) {
    throw new Failure(["A picture is nothing for a terminal; name a file with --out."], 2);
  }
  const file: OutputFile | null =
    out === undefined ? null : { path: out, force: options.force === true, option: "--out" };
  if (file !== null) checkOutput(file, config);
  const thresholds = createThresholds({ patienceMs: PATIENCE_MS });
  const work = withStore(config, async (store) => {
    const opened = { ...(await openConfig(config, store)), thresholds };
    if (options.post) warnOfUntold(config);
    const asked = options.post ? await ask(opened, week) : null;
    if (asked === null || file !== null) {
      const content = await readDigest(opened, week, format);
      if (file === null) process.stdout.write(content);
      else writeOutput(file, content);
    }
    if (asked !== null) process.stdout.write(asked);
  });
  await work.finally(() => thresholds.stop());
}
