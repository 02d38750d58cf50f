import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { armOf } from "../../src/trial.ts";
import { agent, createWorld, customer, DAY, HOUR, MINUTE, settingsOf, type World } from "../world.ts";
import { postsOf, tap } from "./talk.ts";

const OTHER = "From {low} to {high}: would you tell others to try {brand}?";
const words = { of: "wording", id: "warmer", a: "normal", b: OTHER };
const BY_ARM = {
  a: "On a scale of 1 to 10, how likely are you to recommend Acme to other people?",
  b: "From 1 to 10: would you tell others to try Acme?",
};

const placeOf = ({ address }: Person) => `web:chat:${address}`;

/** From the first word of somebody to the resolution; gives what their survey says of the trial. */
async function resolved(world: World, by: Person) {
  await world.writes(by, "My invoice is wrong.", placeOf(by));
  await world.writes(agent, "I have corrected it.", placeOf(by));
  await world.resolves(agent, { where: placeOf(by) });
  return world.survey();
}

/** Somebody whom the coin of the trial gives that arm, as the world names the next customer. */
async function personIn(world: World, arm: "a" | "b", more: Partial<Person> = {}): Promise<Person> {
  for (let number = 1; number <= 30; number += 1) {
    const person: Person = { ...customer, address: `web:customer:${arm}-${number}`, ...more };
    await world.writes(person, "Hello?", placeOf(person));
    const known = await world.store.get("identity", person.address);
    if (known && armOf(world.trialId, known.customerId) === arm) return person;
  }
  throw new Error(`Nobody is drawn for ${arm}`);
}
