import type { Person } from "../../src/interaction/customer.ts";
import type { Settings } from "../../src/settings.ts";
import { type DeskTerms, settingsOn } from "./desk-terms.ts";
import type { Options } from "./options.ts";
import type { Random } from "./random.ts";

export const DESKS = ["north", "south"] as const;
export const PLATFORMS = ["slack", "discord", "web"] as const;
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"] as const;

/** How an address is formed on each platform. */
function addressOn(platform: string, kind: "customer" | "agent", number: number): string {
  if (platform === "slack") return `slack:T1:U${kind === "agent" ? "A" : "C"}${number}`;
  if (platform === "discord") return `discord:7:${kind === "agent" ? 2_000 + number : 3_000 + number}`;
  return `web:${kind}:${number}`;
}

function personOn(platform: string, kind: "customer" | "agent", number: number): Person {
  // Discord tells no zone.
  const zone = platform === "discord" ? {} : { zone: ZONES[number % ZONES.length] ?? ZONES[0] };
  return { address: addressOn(platform, kind, number), role: kind, name: `${kind} ${number}`, ...zone };
}

/** Everybody there is, and how the desks are set. */
export interface Town {
  person(address: string): Person;
  /** A customer of the desk, or of both desks. */
  customer(platform: string, desk: string, random: Random): Person;
  agent(platform: string, desk: string): Person;
  readonly teamLanes: Readonly<Record<string, string>>;
  settingsAt(desk: string): Settings;
  /** What people meant by those settings, whatever the program has read out of them. */
  termsAt(desk: string): DeskTerms;
}

const TEAM_LANES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  north: { slack: "slack:T1:C1NORTH", discord: "discord:7:501:channel", web: "web:team:north" },
  south: { slack: "slack:T1:C1SOUTH", discord: "discord:7:502:channel", web: "web:team:south" },
};

/** Every third number is one of both desks, the others are of one each. */
function numberOf(desk: string, isOfBoth: boolean, customers: number, drawing: Random): number {
  const third = 3 * drawing.below(Math.ceil(customers / 3));
  return isOfBoth ? third : third + (desk === "north" ? 1 : 2);
}

export function createTown(random: Random, { terms, manners }: Pick<Options, "terms" | "manners">): Town {
  const { customers, ofBoth } = manners;
  const people = new Map<string, Person>();
  for (const platform of PLATFORMS) {
    for (let number = 0; number < customers + 3; number += 1)
      for (const kind of ["customer", "agent"] as const) {
        const person = personOn(platform, kind, number);
        people.set(person.address, person);
      }
  }
  const known = (address: string): Person => people.get(address) ?? { address, role: "customer" };
  const lanes = DESKS.map((desk) => [desk, TEAM_LANES[desk]?.[random.pick(PLATFORMS)] ?? ""] as const);
  const settings = new Map<string, Settings>(DESKS.map((desk) => [desk, settingsOn(desk, terms[desk])]));
  const meant = new Map<string, DeskTerms>(DESKS.map((desk) => [desk, terms[desk]]));
  const at = <T>(all: ReadonlyMap<string, T>, desk: string): T => {
    const found = all.get(desk);
    if (!found) throw new Error(`There is no desk ${desk}`);
    return found;
  };
  return {
    person: known,
    customer(platform, desk, drawing) {
      const isOfBoth = drawing.chance(ofBoth);
      return known(addressOn(platform, "customer", numberOf(desk, isOfBoth, customers, drawing)));
    },
    agent: (platform, desk) => known(addressOn(platform, "agent", desk === "north" ? 1 : 2)),
    teamLanes: Object.fromEntries(lanes),
    settingsAt: (desk) => at(settings, desk),
    termsAt: (desk) => at(meant, desk),
  };
}
