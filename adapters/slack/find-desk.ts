import type { Person } from "../../src/interaction/customer.ts";
import { entryId } from "../../src/interaction/transcript.ts";
import { may } from "../../src/rights.ts";
import type { DeskFinder } from "../platform.ts";
import { personAddress, placeOf } from "./address.ts";
import { type SlackPayload, textIn } from "./api.ts";
import type { SlackDesks, SlackParts } from "./parts.ts";
import { channelsOf } from "./section.ts";

/** Finds whose something is, by where it happened, what it is about, or who did it. */
export interface FindDesk {
  /** The desk that has named the channel; null where none has. */
  atChannel(channel: string | null): SlackParts | null;
  /** The desk that keeps what a button or a form is about; null where none does. */
  about(subject: string): Promise<SlackParts | null>;
  /** The desk that somebody speaks with: the one that last asked them directly, else one that knows them, else their team's, else the first. */
  ofPerson(team: string, user: string): Promise<SlackParts>;
  /** The desk at which somebody acts where no place says so: of their teams the one with the product, or the first, else the one they speak with. */
  ofActor(team: string, user: string, product?: string): Promise<SlackParts>;
  /** The desk that a message belongs to, with its channel: by that, or on a direct line by who wrote it; an amended one stays where it is kept. */
  ofMessage(team: string, message: SlackPayload): Promise<SlackParts>;
  /** Each desk that knows the person. */
  knowing(address: string): Promise<SlackParts[]>;
  /** Each desk on whose team somebody is, and as whom. */
  teamsOf(team: string, user: string): { readonly desk: SlackParts; readonly by: Person }[];
}

/** When the desk last put a question to somebody on their direct line; null where it never did. */
async function lastAskedAt({ store }: SlackParts, address: string): Promise<number | null> {
  const latest = { orderBy: "askedAt", descending: true, limit: 1 } as const;
  const [survey] = await store.list("survey", { where: { askIn: address }, atLeast: { askedAt: 0 }, ...latest });
  return survey?.askedAt ?? null;
}

/** The last of the desks to have asked somebody directly; null where none has. */
async function lastToAsk(desks: SlackDesks, address: string): Promise<SlackParts | null> {
  const asked = await Promise.all(desks.map(async (desk) => ({ desk, at: await lastAskedAt(desk, address) })));
  const [latest] = asked.filter(({ at }) => at !== null).toSorted((one, other) => Number(other.at) - Number(one.at));
  return latest?.desk ?? null;
}

export function createFindDesk(desks: SlackDesks, store: DeskFinder): FindDesk {
  const [first] = desks;
  const isOnly = desks.length === 1;
  const ids = desks.map(({ deskId }) => deskId);
  const atChannel: FindDesk["atChannel"] = (channel) =>
    desks.find((desk) => channelsOf(desk.section).includes(channel ?? "")) ?? null;

  const withId = ([id]: readonly string[]): SlackParts | null => desks.find(({ deskId }) => deskId === id) ?? null;

  const knowing = async (address: string): Promise<SlackParts[]> => {
    const found = await store.desksWith(ids, "identity", "id", address);
    return desks.filter(({ deskId }) => found.includes(deskId));
  };

  const teamsOf: FindDesk["teamsOf"] = (team, user) =>
    desks.map((desk) => ({ desk, by: desk.rules.person(team, user) })).filter(({ by }) => may(by.role, "read-figures"));

  const ofPerson = async (team: string, user: string): Promise<SlackParts> => {
    if (isOnly) return first;
    const address = personAddress(team, user);
    const known = (await lastToAsk(desks, address)) ?? (await knowing(address))[0];
    if (known) return known;
    await first.directory.prepare(team, user);
    return teamsOf(team, user)[0]?.desk ?? first;
  };

  const ofActor = async (team: string, user: string, product?: string): Promise<SlackParts> => {
    if (isOnly) return first;
    await first.directory.prepare(team, user);
    const teams = teamsOf(team, user).map(({ desk }) => desk);
    const withProduct = teams.find(({ settings }) => settings.products.some(({ id }) => id === product));
    return withProduct ?? teams[0] ?? ofPerson(team, user);
  };

  const keeperOf = async (id: string): Promise<SlackParts | null> => {
    const kept = await Promise.all(desks.map((desk) => desk.store.get("entry", id)));
    return desks.find((_, index) => kept[index] !== null) ?? null;
  };

  return {
    atChannel,
    knowing,
    teamsOf,
    ofPerson,
    ofActor,
    async about(subject) {
      if (isOnly) return first;
      const place = placeOf(subject);
      if (place)
        return atChannel(place.channel) ?? withId(await store.desksWith(ids, "interaction", "conversation", subject));
      return (
        withId(await store.desksWith(ids, "survey", "id", subject)) ??
        withId(await store.desksWith(ids, "case", "id", subject)) ??
        withId(await store.desksWith(ids, "enhancement", "id", subject)) ??
        withId(await store.desksWith(ids, "customer", "id", subject)) ??
        withId(await store.desksWith(ids, "cord", "id", subject)) ??
        withId(await store.desksWith(ids, "announcement", "id", subject)) ??
        withId(await store.desksWith(ids, "greeting", "id", subject))
      );
    },
    async ofMessage(team, message) {
      const isDirect = textIn(message, "channel_type") === "im";
      if (isOnly || !isDirect) return atChannel(textIn(message, "channel")) ?? first;
      const amended = textIn(message, "message", "ts") ?? textIn(message, "previous_message", "ts");
      const author = textIn(message, "message", "user") ?? textIn(message, "previous_message", "user");
      const user = textIn(message, "user") ?? author ?? "";
      const ts = amended ?? textIn(message, "ts") ?? "";
      return (await keeperOf(entryId(personAddress(team, user), ts))) ?? ofPerson(team, user);
    },
  };
}
