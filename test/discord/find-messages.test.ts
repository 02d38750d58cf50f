import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { idAt, isLater } from "../../adapters/discord/address.ts";
import type { ApiAnswer, DiscordApi } from "../../adapters/discord/api.ts";
import { createFindMessages, nonceOf } from "../../adapters/discord/find-messages.ts";
import type { Rendered } from "../../adapters/discord/render.ts";
import type { Post } from "../../src/rows.ts";
import { HOUR, MINUTE, MONDAY_TEN, SECOND } from "../world.ts";

const SELF = "1";
const POST = { id: "p1", lane: "discord:1:2:channel", createdAt: MONDAY_TEN } as Post;
const WORDS = { content: "Case 7 is open." };
const NOBODY = { users: [], roles: [] };
const PIECE: Rendered = {
  ...WORDS,
  components: [],
  isCard: false,
  hasPicture: false,
  isSilent: false,
  notified: NOBODY,
};
const LIMITED: ApiAnswer = { kind: "limited", afterMs: 5_000, isGlobal: false };

/** A channel in which somebody else writes every minute, a day before the post and for a while after it. */
function busyChannel(minutesAfter = 30) {
  const messages: { id: string; author: { id: string }; content: string; nonce?: string }[] = [];
  for (let at = MONDAY_TEN - 24 * HOUR; at < MONDAY_TEN + minutesAfter * MINUTE; at += MINUTE)
    messages.push({ id: idAt(at), author: { id: "9" }, content: "Hello" });
  const calls: Readonly<Record<string, string>>[] = [];
  const answers: (ApiAnswer | (() => void))[] = [];
  const api: DiscordApi = {
    async call(_method, _path, { query = {} } = {}) {
      calls.push(query);
      const planned = answers.shift();
      if (typeof planned === "function") planned();
      else if (planned) return planned;
      const { before, after = "0", limit } = query;
      const all = messages.toSorted((one, other) => (isLater(one.id, other.id) ? 1 : -1));
      const found =
        before === undefined
          ? all.filter(({ id }) => isLater(id, after)).slice(0, Number(limit))
          : all.filter(({ id }) => isLater(before, id)).slice(-Number(limit));
      return { kind: "ok", data: found.toReversed() };
    },
  };
  const stands = (at: number, named: object = { nonce: nonceOf(POST.id, 0) }) =>
    messages.push({ id: idAt(at), author: { id: SELF }, ...WORDS, ...named });
  const store = createMemoryStore().at("main");
  const findMessages = createFindMessages({ patient: api, store, self: () => SELF });
  const find = () => findMessages("2", POST, [PIECE]);
  return { messages, calls, answers, stands, find, api, store };
}

describe("looking for a post in a busy channel", () => {
  it.each([
    ["by its name", { nonce: nonceOf(POST.id, 0) }],
    ["by its words", {}],
  ])("finds it with one call where it stands by its time: %s", async (_, named) => {
    const channel = busyChannel();
    channel.stands(MONDAY_TEN + SECOND, named);
    expect(await channel.find()).toEqual([idAt(MONDAY_TEN + SECOND)]);
    expect(channel.calls).toHaveLength(1);
  });

  it("finds it further back where our clock was ahead, and looks no further", async () => {
    const channel = busyChannel();
    channel.stands(MONDAY_TEN - 3 * HOUR);
    expect(await channel.find()).toEqual([idAt(MONDAY_TEN - 3 * HOUR)]);
    expect(channel.calls).toHaveLength(3);
  });

  it("sees each message once before it says that it stands nowhere", async () => {
    const channel = busyChannel();
    expect(await channel.find()).toEqual([null]);
    expect(channel.calls).toHaveLength(1 + 15 + 1);
    expect(await channel.find()).toEqual([null]);
    expect(channel.calls).toHaveLength(18);
  });

  it("goes on where it was when Discord wanted to wait for longer than it was waited", async () => {
    const channel = busyChannel();
    channel.stands(MONDAY_TEN - 20 * HOUR);
    for (let page = 1; page < 10; page += 1) {
      channel.answers.push(() => {}, LIMITED);
      await expect(channel.find()).rejects.toThrow("could not be read");
    }
    const before = channel.calls.length;
    expect(await channel.find()).toEqual([idAt(MONDAY_TEN - 20 * HOUR)]);
    expect(channel.calls.length - before).toBeLessThan(8);
  });

  it("finds what arrives while it looks", async () => {
    const channel = busyChannel();
    channel.answers.push(...Array.from({ length: 9 }, () => () => {}), () =>
      channel.stands(MONDAY_TEN + 30 * MINUTE - SECOND),
    );
    expect(await channel.find()).toEqual([idAt(MONDAY_TEN + 30 * MINUTE - SECOND)]);
  });

  it("takes none that is another post's, though it says the same", async () => {
    const channel = busyChannel();
    channel.stands(MONDAY_TEN + SECOND, { nonce: "another's" });
    channel.stands(MONDAY_TEN - HOUR);
    expect(await channel.find()).toEqual([idAt(MONDAY_TEN - HOUR)]);
  });

  it("says nothing before it is known who we are", async () => {
    const { api, store, stands } = busyChannel();
    stands(MONDAY_TEN + SECOND);
    let self: string | null = null;
    const findMessages = createFindMessages({ patient: api, store, self: () => self });
    await expect(findMessages("2", POST, [PIECE])).rejects.toThrow("who we are");
    self = SELF;
    expect(await findMessages("2", POST, [PIECE])).toEqual([idAt(MONDAY_TEN + SECOND)]);
  });
});
