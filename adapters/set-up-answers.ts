import type { SettingEdit } from "../src/settings/settings-keeper.ts";
import { namesNear, offeredInstead, offerNamed } from "./offers.ts";
import type { Nameable, Nameables, Platform } from "./platform.ts";

/** Those of the team whom set-up asks for, in the order of the settings. */
export const ASKED_ROLES = ["agents", "leads", "executives", "admins"] as const;
export type AskedRole = (typeof ASKED_ROLES)[number];

/** What was answered about one platform, as people write it: names with or without their sign, ids, addresses. */
export interface PlatformAnswers {
  /** Null: the team is told elsewhere. */
  readonly teamChannel: string | null;
  readonly supportChannels: readonly string[];
  readonly ticketCategories: readonly string[];
  readonly roles: Readonly<Record<AskedRole, readonly string[]>>;
}

/** What was answered about the desk itself. */
export interface DeskAnswers {
  readonly brand: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
}

/** Something for each of the roles. */
export function byRole<T>(of: (role: AskedRole) => T): Record<AskedRole, T> {
  return { agents: of("agents"), leads: of("leads"), executives: of("executives"), admins: of("admins") };
}

/** A platform that was answered about, with what it says there is; null where it could not be asked. */
export interface AnsweredPlatform {
  readonly platform: Platform;
  readonly answers: PlatformAnswers;
  readonly offered: Nameables | null;
}

/** A chat that is connected, as it is asked about on a page. */
export interface AskedChat {
  readonly platform: Platform;
  readonly offered: Nameables | null;
  /** Why it does not say what there is; null where it does. */
  readonly fault: string | null;
}

/** What settings come to be by the answers; or a sentence with the remedy for each answer that names nothing. */
export type AnsweredEdits = { readonly edits: readonly SettingEdit[] } | { readonly faults: readonly AnswerFault[] };

/** An answer that cannot be taken, by the setting it is for. */
export interface AnswerFault {
  readonly path: string;
  readonly text: string;
  readonly written: string;
  /** Names that come near it. */
  readonly near: readonly string[];
}

/** Takes answers for what they name, and remembers those that name nothing. */
function createMatcher() {
  const faults: AnswerFault[] = [];
  const match = (path: string, written: string, offers: readonly Nameable[] | null): string => {
    const found = offers === null ? null : offerNamed(written, offers);
    if (found !== null) return found.value;
    const isId = /^[CDGS][A-Z0-9]{2,}$|^[0-9]{15,20}$|^[a-z]+(:[^:\s]+)+$/.test(written.trim());
    if (isId && (offers === null || offers.length === 0)) return written.trim();
    const why = offers === null ? "it can be looked up only with the tokens" : offeredInstead(written, offers);
    faults.push({
      path,
      written,
      near: namesNear(written, offers ?? []),
      text: `${path}: ${written} is not known: ${why}.`,
    });
    return written;
  };
  return { faults, match };
}

type Match = ReturnType<typeof createMatcher>["match"];

function sectionEdits({ platform, answers, offered }: AnsweredPlatform, match: Match): SettingEdit[] {
  const { teamChannel, supportChannels, ticketCategories } = answers;
  const at = (key: string) => `${platform.name}.${key}`;
  const each = (key: string, named: readonly string[], offers: readonly Nameable[] | null) =>
    named.map((one) => match(at(key), one, offers));
  const channels = offered?.channels ?? null;
  const list = (key: string, value: readonly string[]): SettingEdit[] =>
    value.length === 0 ? [{ path: at(key) }] : [{ path: at(key), value }];
  return [
    { path: at("teamChannel"), ...(teamChannel ? { value: match(at("teamChannel"), teamChannel, channels) } : {}) },
    ...list("supportChannels", each("supportChannels", supportChannels, channels)),
    ...(platform.setUp.hasCategories
      ? list("ticketCategories", each("ticketCategories", ticketCategories, offered?.categories ?? null))
      : []),
  ];
}

/** Who is of the team: those on the platforms that were answered about, and whoever the settings name on others. */
function roleEdits(
  platforms: readonly AnsweredPlatform[],
  before: Readonly<Record<string, readonly string[]>>,
  match: Match,
): SettingEdit[] {
  const isAnswered = (address: string) => platforms.some(({ platform }) => address.startsWith(`${platform.name}:`));
  return ASKED_ROLES.flatMap((role) => {
    const path = `roles.${role}`;
    const kept = (before[role] ?? []).filter((address) => !isAnswered(address));
    const named = platforms.flatMap(({ answers, offered }) => {
      const offers = offered === null ? null : [...offered.groups, ...offered.people];
      return answers.roles[role].map((one) => match(path, one, offers));
    });
    const value = [...new Set([...kept, ...named])];
    if (value.length === 0 && (before[role] ?? []).length === 0) return [];
    return value.length === 0 ? [{ path }] : [{ path, value }];
  });
}

/** The answers as edits of the settings. `before`: who stands in the settings' roles now. */
export function editsOf(
  desk: DeskAnswers,
  platforms: readonly AnsweredPlatform[],
  before: Readonly<Record<string, readonly string[]>>,
): AnsweredEdits {
  const { faults, match } = createMatcher();
  const { brand, name, zone, locale } = desk;
  const edits = [
    ...Object.entries({ brand, name, zone, locale }).map(([key, value]) => ({ path: `desk.${key}`, value })),
    ...roleEdits(platforms, before, match),
    ...platforms.flatMap((one) => sectionEdits(one, match)),
  ];
  return faults.length > 0 ? { faults } : { edits };
}
