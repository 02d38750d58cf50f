import { stringify } from "yaml";
import type { Bot } from "../src/bot.ts";
import type { DeskConfig, DeskConfigs } from "../src/desk-config.ts";
import type { Person } from "../src/interaction/customer.ts";
import type { Clock, Log } from "../src/ports.ts";
import { may } from "../src/rights.ts";
import { whoMay } from "../src/say-who-may.ts";
import { KNOWN_ONES, type SettingsFault, shown } from "../src/settings/faults.ts";
import type { SettingEdit, SettingsChange, SettingsKeeper } from "../src/settings/settings-keeper.ts";
import type { Wording, WordingKey } from "../src/wording.ts";
import { claimFaults } from "./claims.ts";
import type { Config } from "./config.ts";
import { type ConfigFault, faultLine } from "./fault.ts";
import type { HeldDesks } from "./held-desks.ts";
import { placesKnown } from "./name-places.ts";
import type { Platform } from "./platform.ts";
import { withoutNewPrivate } from "./private-webhooks.ts";
import { settingShapes } from "./setting-shapes.ts";
import { readSettingsText } from "./settings-file.ts";
import { partOf, placeOf, textOf } from "./settings-text.ts";
import { standingOf, valueAt } from "./standing-settings.ts";
import { editText } from "./write-settings.ts";
import { writeWhole } from "./write-whole.ts";

export interface KeeperConfig {
  readonly file: string;
  /** What holds as long as there is no file, as it would stand in one; the defaults if absent. */
  readonly withoutFile?: unknown;
  readonly platforms: readonly Platform[];
  /** What {@link Config} has of channels that are written by name. */
  readonly channelIds?: Config["channelIds"];
  readonly held: HeldDesks;
  readonly bot: Pick<Bot, "handle">;
  /** Does anew what was done with the settings at the start; other ones are in force now. */
  readonly renew?: () => Promise<void>;
  readonly wording: Wording;
  readonly clock: Clock;
  readonly log: Log;
}

/** The keeper of a program at work. */
export interface FileKeeper extends SettingsKeeper {
  /** Reads the file and tells the audit log what was changed in it since it last told. Afterwards the file is looked at each minute. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The settings of which a change holds from the next start on only. */
const AT_NEXT_START: readonly string[] = [];

/** Time between two looks at the file, milliseconds. */
const EVERY_MS = 60_000;

/** Who changed settings of which desk; null where they were changed by hand. */
type Changer = { readonly desk: string; readonly by: Person; readonly via: string } | null;

/** A fault of the file as a fault of one desk's settings. */
function asSettingsFault({ where, ...fault }: ConfigFault, file: string, place: string): SettingsFault {
  const path = where.endsWith(` in ${file}`) ? where.slice(0, -` in ${file}`.length) : where;
  return { path: path.startsWith(place) ? path.slice(place.length) : path, ...fault };
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/**
 * Keeps the settings in their file. A change is checked as at a start and written, then it is in force, then the audit log tells of it:
 * where the program is ended in between, the file holds it, and the next start finds it there and tells so. What is changed in the file
 * by hand meanwhile wins over what is changed here: it is put in force, and whoever wanted the change looks at it first.
 */
export function createSettingsKeeper(config: KeeperConfig): FileKeeper {
  const { file, platforms, held, bot, wording, clock, log } = config;
  const shapes = settingShapes(platforms);
  const beginning = config.withoutFile === undefined ? "" : stringify(config.withoutFile);
  let known: string | null = null;
  let lastFaulty: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => null);
    return done;
  };

  const check = (text: string): { desks: DeskConfigs } | { faults: readonly ConfigFault[] } => {
    const read = readSettingsText(text, file, platforms);
    if ("faults" in read) return read;
    const named = placesKnown(read.desks, platforms, config);
    if ("faults" in named) return named;
    const faults = claimFaults(named.desks, platforms, file);
    return faults.length > 0 ? { faults } : { desks: named.desks };
  };

  const tell = async ({ id }: DeskConfig, text: string, changer: Changer): Promise<void> => {
    if (placeOf(text, id).includes(-1)) return;
    const stand = { id: null, desk: id, at: clock.now(), standing: await standingOf(partOf(text, id), shapes) };
    if (changer !== null && changer.desk === id)
      await bot.handle({ kind: "settings-changed", by: changer.by, via: changer.via, ...stand });
    else await bot.handle({ kind: "settings-found", ...stand });
  };

  const tellAll = async (text: string, changer: Changer): Promise<void> => {
    try {
      for (const desk of held.desks) await tell(desk, text, changer);
    } catch (error) {
      log.fault("The audit log could not tell of changed settings; it does at the next start", {
        error: String(error),
      });
    }
  };

  const shiftsOf = () => held.desks.map(({ id, settings }) => [id, JSON.stringify(settings.shadowing.shifts)] as const);

  const settleShifts = async (before: ReturnType<typeof shiftsOf>): Promise<void> => {
    const now = new Map(shiftsOf());
    for (const [id, shifts] of before)
      if (now.get(id) !== shifts) await bot.handle({ kind: "shifts-set", id: null, desk: id, at: clock.now() });
  };

  /** What platforms have used at the start: who has a role, what commands offer, and where they listen. */
  const usedAtStart = () =>
    JSON.stringify(held.desks.map(({ settings: { roles, products }, sections }) => [roles, products, sections]));

  const takeUp = async (text: string, desks: DeskConfigs, changer: Changer): Promise<void> => {
    known = text;
    const [before, used] = [shiftsOf(), usedAtStart()];
    held.replace(desks);
    const served = held.desks.map(({ id }) => id).join(", ");
    const named = desks.map(({ id }) => id).join(", ");
    if (served !== named)
      log.warn(`The settings file names the desks ${named}; until the next start they are ${served}`);
    await tellAll(text, changer);
    await settleShifts(before);
    if (usedAtStart() !== used) void config.renew?.().catch(notRenewed);
  };

  /** Puts in force what was changed in the file by hand; gives why that cannot be. */
  const lookOnce = async (): Promise<string | null> => {
    const text = textOf(file);
    if (text === null || text === known) {
      if (text === null && known !== null && lastFaulty !== "")
        log.warn(`The settings file ${file} is gone; what stood in it holds until the next start. Put it back.`);
      lastFaulty = text === null && known !== null ? "" : null;
      return null;
    }
    const read = check(text);
    if ("desks" in read) {
      await takeUp(text, read.desks, null);
      return null;
    }
    const lines = read.faults.map(faultLine);
    if (text !== lastFaulty)
      for (const line of lines)
        log.warn(`The settings file was changed by hand; it holds once it has no fault. ${line}`);
    lastFaulty = text;
    return lines.join(" ");
  };

  const notRenewed = (error: unknown) =>
    log.warn("Not all that uses the settings could be renewed; it is at the next start", { error: String(error) });

  const look = () =>
    inTurn(lookOnce).catch((error) => {
      log.warn(`The settings file ${file} cannot be read (${codeOf(error)}). Check its path and permissions.`);
      return null;
    });

  const atDesk = (desk: string) => held.desks.find(({ id }) => id === desk) ?? held.desks[0];

  const refusal = (
    desk: string,
    by: Person,
    key: WordingKey,
    values: Readonly<Record<string, string>>,
  ): SettingsChange => {
    const { locale } = atDesk(desk).settings.desk;
    return { kind: "refused", text: wording.say(wording.choose(by.locale, locale), key, values) };
  };

  const change = async (
    desk: string,
    edits: readonly SettingEdit[],
    by: Person,
    via: string,
  ): Promise<SettingsChange> => {
    const { settings } = atDesk(desk);
    if (!may(by.role, "change-settings"))
      return { kind: "refused", text: whoMay({ wording, settings }, by, "change-settings") };
    const text = textOf(file);
    if (text !== known) {
      const fault = await lookOnce();
      return refusal(desk, by, fault === null ? "settings.moved" : "settings.broken", { file, fault: fault ?? "" });
    }
    const none = edits.filter(({ path }) => !shapes.some((shape) => shape.path === path));
    if (none.length > 0)
      return {
        kind: "faulty",
        faults: none.map(({ path, value }) => ({ path, found: shown(value), allowed: KNOWN_ONES })),
      };
    const before = text ?? beginning;
    const place = placeOf(before, desk);
    if (place.includes(-1)) return refusal(desk, by, "settings.moved", {});
    let made = before;
    for (const { path, value } of edits) {
      const edited = editText(made, { keys: [...place, ...path.split(".")], value });
      if (edited === null) return refusal(desk, by, "settings.odd", { file, path });
      made = edited;
    }
    const read = withoutNewPrivate(check(made), held.desks, [...place, "webhooks"].join("."));
    if ("faults" in read) {
      const prefix = place.length === 0 ? "" : `${place.join(".")}.`;
      return { kind: "faulty", faults: read.faults.map((fault) => asSettingsFault(fault, file, prefix)) };
    }
    if (made !== text) writeWhole(file, made);
    await takeUp(made, read.desks, { desk, by, via });
    const atNextStart = edits.map(({ path }) => path).filter((path) => AT_NEXT_START.includes(path));
    return { kind: "changed", atNextStart };
  };

  return {
    look: async () => void (await look()),
    list: (desk) => {
      const part = partOf(known ?? beginning, desk);
      return shapes.map(({ path, normal }) => {
        const value = valueAt(part, path);
        return value === undefined ? { path, value: normal, source: "default" } : { path, value, source: "file" };
      });
    },
    change: (desk, edits, { by, via }) =>
      inTurn(() =>
        change(desk, edits, by, via).catch((error) => {
          if ((error as NodeJS.ErrnoException).code === undefined) throw error;
          return refusal(desk, by, "settings.unwritable", { file, code: codeOf(error) });
        }),
      ),
    start: async () => {
      await look();
      await inTurn(() => tellAll(known ?? beginning, null));
      timer = setInterval(look, EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}
