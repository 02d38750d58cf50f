import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { faultLine } from "../adapters/fault.ts";
import { holdDesks } from "../adapters/held-desks.ts";
import { PLATFORMS } from "../adapters/platforms.ts";
import { readSettingsFile } from "../adapters/settings-file.ts";
import { createSettingsKeeper, type FileKeeper } from "../adapters/settings-keeper.ts";
import type { Bot } from "../src/bot.ts";
import type { DeskConfigs } from "../src/desk-config.ts";
import { WORDING } from "./catalogues.ts";
import { MONDAY_TEN, rememberingLog } from "./world.ts";

/** Settings that are kept in a real file until the test has ended. */
export interface KeptSettings {
  readonly desks: DeskConfigs;
  readonly file: string;
  /** The file's text as it is now. */
  text(): string;
  /** What it says now. */
  value(): unknown;
  keeper(bot: Pick<Bot, "handle">): FileKeeper;
}

/** Keeps the settings of a file with this text. */
export function keepSettings(text: string): KeptSettings {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-kept-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "settings.yaml");
  writeFileSync(file, text);
  const read = readSettingsFile(file, true, PLATFORMS);
  if ("faults" in read) throw new Error(read.faults.map(faultLine).join("\n"));
  const held = holdDesks(read.desks);
  const config = { file, platforms: PLATFORMS, held, wording: WORDING, log: rememberingLog() };
  return {
    desks: held.desks,
    file,
    text: () => readFileSync(file, "utf8"),
    value: () => parse(readFileSync(file, "utf8")),
    keeper: (bot) => createSettingsKeeper({ ...config, bot, clock: { now: () => MONDAY_TEN } }),
  };
}
