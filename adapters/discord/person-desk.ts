import { TEAM_ROLES } from "../../src/interaction/customer.ts";
import { personAddress, placeOf } from "./address.ts";
import type { DiscordParts } from "./parts.ts";

/** Somebody who does something where no desk is. */
export interface Alone {
  readonly user: string;
  /** The guild they do it in; null on their direct line. */
  readonly guild: string | null;
  /** When, milliseconds since 1970: what was asked later did not lead them there. */
  readonly at: number;
  /** Whether it is something that the team does. */
  readonly isForTeam: boolean;
}

/** The desk that somebody alone turns to: the one that last asked them, else talks with or knows them, else where they are of the team, else the first. Throws where Discord does not say who they are. */
export type FindPersonDesk = (alone: Alone) => Promise<string>;

/** What of a desk tells how near somebody is to it. */
type NearDesk = Pick<DiscordParts, "deskId" | "store" | "settings" | "directory">;

/** How near the person is to the desk; null where it does not know them. */
async function nearness({ store, directory }: NearDesk, { user, guild, at }: Alone): Promise<number | null> {
  const addresses = (guild === null ? directory.guilds : [guild]).map((one) => personAddress(one, user));
  if (addresses.length === 0) return null;
  const atMost = { askedAt: at };
  const where = { askIn: addresses };
  const [asked] = await store.list("survey", { where, atMost, orderBy: "askedAt", descending: true, limit: 1 });
  if (asked) return asked.askedAt;
  const [talk] = await store.list("interaction", { where: { conversation: addresses }, limit: 1 });
  if (talk) return 0;
  const [identity] = await store.list("identity", { where: { id: addresses }, limit: 1 });
  return identity ? -1 : null;
}

async function nearest(desks: readonly NearDesk[], alone: Alone): Promise<string | null> {
  const found = await Promise.all(desks.map(async (desk) => ({ desk, near: await nearness(desk, alone) })));
  const known = found.flatMap(({ desk, near }) => (near === null ? [] : [{ id: desk.deskId, near }]));
  return known.toSorted((one, other) => other.near - one.near)[0]?.id ?? null;
}

/** The guilds in which the desk's settings give somebody a role. */
function guildsOfRoles({ settings }: NearDesk): string[] {
  const named = TEAM_ROLES.flatMap((role) => settings.roles[`${role}s`]);
  return [...new Set(named.flatMap((address) => placeOf(address)?.guild ?? []))];
}

async function isOfTeam(desk: NearDesk, { user, guild }: Alone): Promise<boolean> {
  for (const one of guildsOfRoles(desk)) {
    if (guild !== null && one !== guild) continue;
    const { role } = await desk.directory.lookUp(one, user);
    if (TEAM_ROLES.some((known) => known === role)) return true;
  }
  return false;
}

async function teamOf(desks: readonly NearDesk[], alone: Alone): Promise<string | null> {
  for (const desk of desks) if (await isOfTeam(desk, alone)) return desk.deskId;
  return null;
}

export function createFindPersonDesk(desks: readonly [NearDesk, ...NearDesk[]]): FindPersonDesk {
  const [first, ...others] = desks;
  return async (alone) => {
    if (others.length === 0) return first.deskId;
    const ways = alone.isForTeam ? [teamOf, nearest] : [nearest, teamOf];
    for (const way of ways) {
      const found = await way(desks, alone);
      if (found !== null) return found;
    }
    return first.deskId;
  };
}
