import { isLocale, isZone } from "../../../src/settings/kinds.ts";
import type { Platform } from "../../platform.ts";
import { ASKED_ROLES, type DeskAnswers, type PlatformAnswers } from "../../set-up-answers.ts";
import type { InitOptions } from "../commands/set-up.ts";

/** What flags say: parts of the answers. */
export interface Flags {
  readonly desk: Partial<DeskAnswers>;
  /** By platform; nothing for one that no flag is about. */
  readonly platforms: Readonly<Record<string, Partial<PlatformAnswers>>>;
}

/** The name commander gives a flag such as `slack-team-channel`. */
function keyOf(flag: string): string {
  return flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function texts(options: InitOptions, flag: string): readonly string[] | undefined {
  const value = options[keyOf(flag)];
  if (value === undefined || value === true) return undefined;
  return typeof value === "string" ? [value] : value;
}

function platformFlags(options: InitOptions, { name }: Platform): Partial<PlatformAnswers> | null {
  const [teamChannel] = texts(options, `${name}-team-channel`) ?? [];
  const supportChannels = texts(options, `${name}-support-channels`);
  const ticketCategories = texts(options, `${name}-ticket-categories`);
  const roles = ASKED_ROLES.map((role) => [role, texts(options, `${name}-${role}`)] as const);
  const told = roles.filter(([, who]) => who !== undefined);
  const given = {
    ...(teamChannel === undefined ? {} : { teamChannel }),
    ...(supportChannels === undefined ? {} : { supportChannels }),
    ...(ticketCategories === undefined ? {} : { ticketCategories }),
    ...(told.length === 0 ? {} : { roles: Object.fromEntries(told) as PlatformAnswers["roles"] }),
  };
  return Object.keys(given).length === 0 ? null : given;
}

/** The flags of a run, by what they are about. */
export function readFlags(options: InitOptions, platforms: readonly Platform[]): Flags {
  const named = { brand: "brand", name: "desk-name", zone: "zone", locale: "locale" };
  const desk = Object.entries(named).flatMap(([key, flag]) => {
    const [value] = texts(options, flag) ?? [];
    return value === undefined ? [] : [[key, value]];
  });
  const about = platforms.map((platform) => [platform.name, platformFlags(options, platform)] as const);
  return {
    desk: Object.fromEntries(desk),
    platforms: Object.fromEntries(about.flatMap(([name, given]) => (given === null ? [] : [[name, given]]))),
  };
}

/** The answers of the settings file with those of the flags over them. */
export function overlaid(before: PlatformAnswers, flags: Partial<PlatformAnswers> = {}): PlatformAnswers {
  return { ...before, ...flags, roles: { ...before.roles, ...flags.roles } };
}

/** What is wrong with an answer about the desk; undefined where nothing is. */
export function deskFault(key: keyof DeskAnswers, value: string): string | undefined {
  if (value.trim() === "") return "It needs a name.";
  if (key === "zone" && !isZone(value)) return `${value} is no IANA time zone such as Europe/Berlin.`;
  if (key === "locale" && !isLocale(value)) return `${value} is no language tag such as en or pt-BR.`;
  return undefined;
}
