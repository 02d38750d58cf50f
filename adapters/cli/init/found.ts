import { existsSync, readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { isLocale, isZone } from "../../../src/settings/kinds.ts";
import type { Wording } from "../../../src/wording.ts";
import { type Paths, pathsOf } from "../../config.ts";
import { readEnvironment } from "../../environment.ts";
import { faultLine } from "../../fault.ts";
import type { Platform } from "../../platform.ts";
import { secretsFile, withSecrets } from "../../secrets-file.ts";
import { ASKED_ROLES, type DeskAnswers, type PlatformAnswers } from "../../set-up-answers.ts";
import { Failure } from "../failure.ts";

/** What set-up finds before it asks. */
export interface FoundBefore extends Paths {
  /** The settings file's text; null where there is none yet. */
  readonly text: string | null;
  /** Who stands in its roles. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly desk: Partial<DeskAnswers>;
  /** What its sections say, by platform. */
  readonly platforms: Readonly<Record<string, PlatformAnswers>>;
  /** Variables with their texts, those kept in the secrets file too. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly secretsFile: string;
}

type RawGroup = Readonly<Record<string, unknown>>;

function groupIn(value: unknown, key: string): RawGroup {
  const inner = typeof value === "object" && value !== null ? (value as RawGroup)[key] : undefined;
  return typeof inner === "object" && inner !== null ? (inner as RawGroup) : {};
}

function textsIn(group: RawGroup, key: string): string[] {
  const value = group[key];
  return Array.isArray(value) ? value.map(String) : [];
}

function answersIn(desk: unknown, { name }: Platform): PlatformAnswers {
  const section = groupIn(desk, name);
  const roles = groupIn(desk, "roles");
  const own = (role: string) => textsIn(roles, role).filter((address) => address.startsWith(`${name}:`));
  const { teamChannel } = section;
  return {
    teamChannel: typeof teamChannel === "string" ? teamChannel : null,
    supportChannels: textsIn(section, "supportChannels"),
    ticketCategories: textsIn(section, "ticketCategories"),
    roles: { agents: own("agents"), leads: own("leads"), executives: own("executives"), admins: own("admins") },
  };
}

function deskIn(desk: unknown): Partial<DeskAnswers> {
  const group = groupIn(desk, "desk");
  const told = ["brand", "name", "zone", "locale"].filter((key) => typeof group[key] === "string");
  return Object.fromEntries(told.map((key) => [key, String(group[key])]));
}

/** What the text says of the first desk. Throws where it is no YAML. */
function firstDesk(text: string, file: string): unknown {
  const document = parseDocument(text);
  const [broken] = document.errors;
  if (broken) throw new Failure([`${file} is not valid YAML (${broken.code}). Mend it, or move it away.`]);
  const value: unknown = document.toJS();
  const desks = typeof value === "object" && value !== null && "desks" in value ? value.desks : null;
  return Array.isArray(desks) ? desks[0] : value;
}

/** Looks at the environment and at the settings file, if there is one. Throws a {@link Failure} where either cannot be read. */
export function lookAround(
  given: Readonly<Record<string, string | undefined>>,
  folder: string,
  platforms: readonly Platform[],
): FoundBefore {
  const { texts, faults } = readEnvironment(withSecrets(given, folder), platforms);
  if (faults.length > 0) throw new Failure(faults.map(faultLine));
  const paths = pathsOf(texts, folder);
  const text = existsSync(paths.settingsFile) ? readFileSync(paths.settingsFile, "utf8") : null;
  const desk = firstDesk(text ?? "", paths.settingsFile);
  const roles = groupIn(desk, "roles");
  return {
    ...paths,
    text,
    roles: Object.fromEntries(ASKED_ROLES.map((role) => [role, textsIn(roles, role)])),
    desk: deskIn(desk),
    platforms: Object.fromEntries(platforms.map((platform) => [platform.name, answersIn(desk, platform)])),
    variables: texts,
    secretsFile: secretsFile(given, folder),
  };
}

/** The zone this machine is in, and the language of whoever is at it, as far as they are known. */
export function guessed(
  environment: Readonly<Record<string, string | undefined>>,
  wording: Wording,
): Pick<DeskAnswers, "zone" | "locale"> {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  const told = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || locale;
  const tag = told.replace(/[.@].*$/, "").replaceAll("_", "-");
  return { zone: isZone(timeZone) ? timeZone : "UTC", locale: wording.choose(isLocale(tag) ? tag : "en", "en") };
}
