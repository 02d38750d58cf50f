import type { Chat, Clock, Outgoing } from "../../src/ports.ts";
import type { DeskFinder } from "../platform.ts";
import { momentOf } from "./address.ts";
import { textIn } from "./api.ts";
import type { CatchUp } from "./catch-up.ts";
import type { FindDesk } from "./find-desk.ts";
import type { Handlers } from "./handlers.ts";
import type { Hearing } from "./message-events.ts";

/** One of something for each desk, by its id, the first desk's first; there is at least one. */
export interface ByDesk<T> {
  readonly first: T;
  readonly all: readonly [T, ...T[]];
  /** That of the desk with the id; the first where there is none. */
  at(desk: string | undefined): T;
}

/** Makes one of something for each desk. */
export function byDesk<D extends { readonly deskId: string }, T>(
  [desk, ...others]: readonly [D, ...D[]],
  make: (desk: D) => T,
): ByDesk<T> {
  const first = make(desk);
  const made = others.map((other) => ({ id: other.deskId, one: make(other) }));
  const found = new Map(made.map(({ id, one }) => [id, one]));
  return { first, all: [first, ...made.map(({ one }) => one)], at: (id) => found.get(id ?? "") ?? first };
}

/** Has the desk hear whose conversation it is; nobody where it is none of theirs. */
export function hearingBetween(hearings: ByDesk<Hearing>, find: FindDesk, clock: Clock): Hearing {
  const at = async (channel: string | null, moment: number): Promise<Hearing | null> => {
    const desk = channel === null ? null : await find.ofConversation(channel, moment);
    return desk === null ? null : hearings.at(desk);
  };
  return {
    async written(message) {
      const hearing = await at(textIn(message, "channel_id"), momentOf(textIn(message, "id") ?? ""));
      await hearing?.written(message);
    },
    async edited(message) {
      const hearing = await at(textIn(message, "channel_id"), momentOf(textIn(message, "id") ?? ""));
      await hearing?.edited(message);
    },
    async deleted(channel, messages) {
      for (const id of messages) await (await at(channel, momentOf(id)))?.deleted(channel, [id]);
    },
    reacted: async (data) => (await at(textIn(data, "channel_id"), clock.now()))?.reacted(data),
    changed: async (before, now) => (await at(now.id, clock.now()))?.changed(before, now),
    found: async (channel) => (await at(channel.id, clock.now()))?.found(channel),
    async gone(guild, channel) {
      for (const hearing of hearings.all) await hearing.gone(guild, channel);
    },
  };
}

/** Has the desk act at which a button, command or form was used. */
export function handlersBetween(handlers: ByDesk<Handlers>, find: FindDesk, clock: Clock): Handlers {
  return {
    async interaction(payload, heard) {
      const desk = await find.ofInteraction(payload, clock.now()).catch((error: unknown) => ({ error }));
      if (typeof desk === "string") await handlers.at(desk).interaction(payload, heard);
      else await handlers.first.failed(payload, desk.error);
    },
    failed: (payload, error) => handlers.first.failed(payload, error),
  };
}

/** Has every desk read what it missed, one after the other. */
export function catchUpOfAll(catchUps: readonly CatchUp[]): CatchUp {
  return {
    async run() {
      for (const catchUp of catchUps) await catchUp.run();
    },
    lag(guild) {
      for (const catchUp of catchUps) catchUp.lag(guild);
    },
    async before(guild, channel) {
      for (const catchUp of catchUps) await catchUp.before(guild, channel);
    },
    async stop() {
      await Promise.all(catchUps.map((catchUp) => catchUp.stop()));
    },
  };
}

/** Discord as the dispatcher sees it, which posts for every desk. */
export function chatBetween(chats: ByDesk<Chat>, desks: readonly string[], finder: DeskFinder): Chat {
  const chatOf = async ({ post }: Outgoing): Promise<Chat> => {
    if (desks.length === 1) return chats.first;
    const [desk] = await finder.desksWith(desks, "post", "id", post.id);
    return chats.at(desk);
  };
  return {
    ...chats.first,
    post: async (outgoing) => (await chatOf(outgoing)).post(outgoing),
    find: async (outgoing) => (await chatOf(outgoing)).find(outgoing),
  };
}
