import type { Person } from "../../src/interaction/customer.ts";
import type { Settings } from "../../src/settings.ts";
import { DAY, settingsOf } from "../world.ts";
import type { Random } from "./random.ts";

export const DESKS = ["north", "south"] as const;
export const PLATFORMS = ["slack", "discord", "web"] as const;
const CUSTOMERS = 40;
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"] as const;
const DESK_ZONES: Readonly<Record<string, string>> = { north: "Europe/Berlin", south: "America/New_York" };

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
  /** A customer of the desk: every third is one of both. */
  customer(platform: string, desk: string, random: Random): Person;
  agent(platform: string, desk: string): Person;
  readonly teamLanes: Readonly<Record<string, string>>;
}

const TEAM_LANES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  north: { slack: "slack:T1:C1NORTH", discord: "discord:7:501:channel", web: "web:team:north" },
  south: { slack: "slack:T1:C1SOUTH", discord: "discord:7:502:channel", web: "web:team:south" },
};

export function createTown(random: Random): Town {
  const people = new Map<string, Person>();
  for (const platform of PLATFORMS) {
    for (let number = 0; number < CUSTOMERS; number += 1)
      for (const kind of ["customer", "agent"] as const) {
        const person = personOn(platform, kind, number);
        people.set(person.address, person);
      }
  }
  const known = (address: string): Person => people.get(address) ?? { address, role: "customer" };
  const lanes = DESKS.map((desk) => [desk, TEAM_LANES[desk]?.[random.pick(PLATFORMS)] ?? ""] as const);
  return {
    person: known,
    customer(platform, desk, drawing) {
      const drawn = drawing.below(CUSTOMERS);
      const isOfBoth = drawn % 3 === 0;
      const ofDesk = isOfBoth ? drawn : drawn - (drawn % 3) + 1 + DESKS.indexOf(desk === "north" ? "north" : "south");
      return known(addressOn(platform, "customer", Math.min(ofDesk, CUSTOMERS - 1)));
    },
    agent: (platform, desk) => known(addressOn(platform, "agent", desk === "north" ? 1 : 2)),
    teamLanes: Object.fromEntries(lanes),
  };
}

export const COOLDOWN = { answered: 20 * DAY, unanswered: 8 * DAY };
export const ASK_QUIET = { from: 20 * 60, to: 8 * 60 };

const READ = new Map<string, Settings>();

/** The settings of a desk, read once. */
export function settingsOfDesk(desk: string): Settings {
  const settings = READ.get(desk) ?? readSettingsOf(desk);
  READ.set(desk, settings);
  return settings;
}

/** Nothing is old enough to be taken away: every event must have its rows at the end. */
function readSettingsOf(desk: string): Settings {
  const zone = DESK_ZONES[desk] ?? "UTC";
  return settingsOf({
    desk: { name: desk, brand: `Acme ${desk}`, zone },
    ask: { where: desk === "north" ? "thread" : "dm", cooldownAnswered: "20d", cooldownUnanswered: "8d" },
    privacy: { transcriptRetention: "3000d", responseRetention: "3000d" },
  });
}
