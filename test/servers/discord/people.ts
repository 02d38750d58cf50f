import type { User } from "./entities.ts";
import { type Interacting, interacting } from "./person-interacting.ts";
import { type Moderating, moderating } from "./person-moderating.ts";
import { type Writing, writing } from "./person-writing.ts";
import type { Backstage } from "./routes.ts";

/** Somebody in front of Discord: acts and sees. */
export interface Person extends Writing, Moderating, Interacting {
  readonly id: string;
  readonly name: string;
}

/** Finds people by id or by a name that only one has. */
export function createPeople(backstage: Backstage): (idOrName: string) => Person {
  const { world } = backstage;
  const known = new Map<string, Person>();
  const personOf = (user: User): Person => {
    const interactions = interacting(backstage, user);
    const person: Person = {
      id: user.id,
      name: user.username,
      ...writing(world, user),
      ...moderating(world, user),
      ...interactions,
      get openModals() {
        return interactions.openModals;
      },
    };
    known.set(user.id, person);
    return person;
  };
  return (idOrName) => {
    const named = [...world.users.values()].filter(({ username }) => username === idOrName);
    const user = world.users.get(idOrName) ?? (named.length === 1 ? named[0] : undefined);
    if (!user)
      throw new Error(`There ${named.length === 0 ? "is nobody" : "are several people"} called "${idOrName}".`);
    return known.get(user.id) ?? personOf(user);
  };
}
