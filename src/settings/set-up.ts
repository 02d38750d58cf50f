import type { Person } from "../interaction/customer.ts";
import { may } from "../rights.ts";
import type { SettingEdit } from "./settings-keeper.ts";

/** The roles that set-up asks for, by their name in the settings, in the order in which they are asked for. */
export const SET_UP_ROLES = ["agents", "leads", "executives", "admins"] as const;
export type SetUpRole = (typeof SET_UP_ROLES)[number];

/** What the settings say of what set-up asks about. */
export interface SetUpSettings {
  readonly desk: { readonly brand: string; readonly zone: string; readonly locale: string };
  readonly roles: Readonly<Record<SetUpRole, readonly string[]>>;
}

/** What set-up asks on one platform, as the settings have it. What is not there was not asked. */
export interface SetUpAnswers {
  readonly brand?: string;
  readonly zone?: string;
  readonly locale?: string;
  /** Null: the team is told elsewhere. */
  readonly teamChannel?: string | null;
  readonly supportChannels?: readonly string[];
  readonly ticketCategories?: readonly string[];
  /** Addresses. */
  readonly roles?: Partial<Readonly<Record<SetUpRole, readonly string[]>>>;
}

/** What a platform's section says of places, as far as set-up asks for it. */
export interface SetUpSection {
  readonly teamChannel?: string | undefined;
  readonly supportChannels: readonly string[];
  readonly ticketCategories?: readonly string[];
}

/** A platform on which set-up was answered. */
export interface SetUpPlatform {
  /** Key of its section. */
  readonly name: string;
  /** What the addresses begin with that were asked for: `slack:T1:`. Whoever is named otherwise stays. */
  readonly space: string;
  readonly section: SetUpSection;
}

/** Whether the two hold the same, in any order. */
function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}

function placeEdits({ name, section }: SetUpPlatform, answers: SetUpAnswers): SettingEdit[] {
  const { teamChannel, supportChannels, ticketCategories } = answers;
  const list = (key: string, value: readonly string[] | undefined, before: readonly string[]): SettingEdit[] => {
    if (value === undefined || isSameSet(value, before)) return [];
    return [{ path: `${name}.${key}`, ...(value.length === 0 ? {} : { value }) }];
  };
  const isSame = teamChannel === undefined || teamChannel === (section.teamChannel ?? null);
  const team = { path: `${name}.teamChannel`, ...(teamChannel ? { value: teamChannel } : {}) };
  return [
    ...(isSame ? [] : [team]),
    ...list("supportChannels", supportChannels, section.supportChannels),
    ...list("ticketCategories", ticketCategories, section.ticketCategories ?? []),
  ];
}

function roleEdits(
  { space }: SetUpPlatform,
  { roles = {} }: SetUpAnswers,
  before: SetUpSettings["roles"],
): SettingEdit[] {
  return SET_UP_ROLES.flatMap((role) => {
    const given = roles[role];
    if (given === undefined) return [];
    const kept = before[role].filter((address) => !address.startsWith(space));
    const value = [...new Set([...kept, ...given])];
    if (isSameSet(value, before[role])) return [];
    return [{ path: `roles.${role}`, ...(value.length === 0 ? {} : { value }) }];
  });
}

/** What the answers change in the settings; nothing for what stands there already. */
export function setUpEdits(platform: SetUpPlatform, answers: SetUpAnswers, settings: SetUpSettings): SettingEdit[] {
  const desk = (["brand", "zone", "locale"] as const).flatMap((key) => {
    const value = answers[key]?.trim();
    return value === undefined || value === settings.desk[key] ? [] : [{ path: `desk.${key}`, value }];
  });
  return [...desk, ...roleEdits(platform, answers, settings.roles), ...placeEdits(platform, answers)];
}

/** Whom the settings stand up for as who may change them: an admin; or, as long as there is none, who owns the workspace or server. Null for others. */
export function settlerOf(by: Person, { roles }: Pick<SetUpSettings, "roles">, isOwner: boolean): Person | null {
  if (may(by.role, "change-settings")) return by;
  return roles.admins.length === 0 && isOwner ? { ...by, role: "admin" } : null;
}

/** What may be missing. */
export type Lack = "brand" | "support" | "team" | "agents" | "admins";

/** What is missing without which the desk is on the platform in vain, by what a sentence says of each. */
export function missingOf(settings: SetUpSettings, { name, section }: Omit<SetUpPlatform, "space">): Lack[] {
  const { brand } = settings.desk;
  const isHeard = section.supportChannels.length + (section.ticketCategories?.length ?? 0) > 0;
  const { agents, leads, admins } = settings.roles;
  const isServed = [...agents, ...leads, ...admins].some((address) => address.startsWith(`${name}:`));
  const missing: [boolean, Lack][] = [
    [brand === "us", "brand"],
    [!isHeard, "support"],
    [section.teamChannel === undefined, "team"],
    [!isServed, "agents"],
    [admins.length === 0, "admins"],
  ];
  return missing.flatMap(([isMissing, key]) => (isMissing ? [key] : []));
}
