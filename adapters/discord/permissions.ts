import { recordsIn, textIn, valueIn } from "./api.ts";

/** Discord's permissions that the bot makes use of, by the names that Discord shows. */
export const RIGHTS = {
  "View Channel": 1n << 10n,
  "Send Messages": 1n << 11n,
  "Embed Links": 1n << 14n,
  "Attach Files": 1n << 15n,
  "Read Message History": 1n << 16n,
  "Manage Threads": 1n << 34n,
  "Create Public Threads": 1n << 35n,
  "Send Messages in Threads": 1n << 38n,
} as const;
export type RightName = keyof typeof RIGHTS;

const ADMINISTRATOR = 1n << 3n;
const ROLE = 0;

/** Every permission of the bot as one number, for the invite link. */
export const INVITE_PERMISSIONS = Object.values(RIGHTS).reduce((sum, bit) => sum | bit, 0n);

/** Who asks, with the roles of the guild and the own ones among them. */
export interface PermissionHolder {
  readonly guild: string;
  readonly user: string;
  readonly roles: readonly Record<string, unknown>[];
  /** The membership as Discord gives it. */
  readonly member: unknown;
}

function bitsIn(data: unknown, key: string): bigint {
  const text = textIn(data, key) ?? "0";
  return /^[0-9]+$/.test(text) ? BigInt(text) : 0n;
}

function ownRoles({ guild, member }: PermissionHolder): readonly unknown[] {
  const roles = valueIn(member, "roles");
  return [guild, ...(Array.isArray(roles) ? roles : [])];
}

/** What somebody may do in a channel, as Discord reckons it: roles, then what the channel says of everybody, of roles, of them. */
export function permissionsIn(holder: PermissionHolder, channel: unknown): bigint {
  const own = ownRoles(holder);
  const base = holder.roles
    .filter(({ id }) => own.includes(id))
    .reduce((sum, role) => sum | bitsIn(role, "permissions"), 0n);
  if ((base & ADMINISTRATOR) !== 0n) return ~0n;
  const overwrites = recordsIn(channel, "permission_overwrites");
  const steps = [
    overwrites.filter(({ id }) => id === holder.guild),
    overwrites.filter(({ id, type }) => type === ROLE && id !== holder.guild && own.includes(id)),
    overwrites.filter(({ id }) => id === holder.user),
  ];
  return steps.reduce((sum, step) => {
    const deny = step.reduce((bits, overwrite) => bits | bitsIn(overwrite, "deny"), 0n);
    const allow = step.reduce((bits, overwrite) => bits | bitsIn(overwrite, "allow"), 0n);
    return (sum & ~deny) | allow;
  }, base);
}

/** Which of the wanted permissions somebody lacks in a channel. */
export function missingIn(holder: PermissionHolder, channel: unknown, wanted: readonly RightName[]): RightName[] {
  const may = permissionsIn(holder, channel);
  const isSeen = (may & RIGHTS["View Channel"]) !== 0n;
  return wanted.filter((name) => !isSeen || (may & RIGHTS[name]) === 0n);
}
