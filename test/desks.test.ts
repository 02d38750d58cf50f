import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryStore } from "../adapters/database/memory.ts";
import { readThemes } from "../adapters/themes.ts";
import { createBot } from "../src/bot.ts";
import { createTicker } from "../src/clock.ts";
import { createDesks, type Desk } from "../src/desk.ts";
import type { InboundEvent } from "../src/events.ts";
import { createDispatcher } from "../src/outbox/dispatcher.ts";
import type { Store } from "../src/ports.ts";
import { WORDING } from "./catalogues.ts";
import { openStore, temporaryFolder } from "./database/open-store.ts";
import { pending, words } from "./outbox/posts.ts";
import {
  agent,
  conversation,
  countingIds,
  customer,
  DAY,
  HOUR,
  MINUTE,
  MONDAY_TEN,
  rememberingLog,
  settingsOf,
  stranger,
  testChat,
  type Unstamped,
} from "./world.ts";

const THEMES = readThemes();
const NOBODYS = "elsewhere";

function deskOf(id: string, input: Record<string, unknown>): Desk {
  return { id, settings: settingsOf(input), themes: THEMES, teamLanes: () => ["web:team"] };
}

/** Two desks with other zones and delays, whose teams are told in a lane of the same name, on one bot and one clock. */
function twoDesks(store: Store) {
  let now = MONDAY_TEN;
  let events = 0;
  const clock = { now: () => now };
  const log = rememberingLog();
  const desks = createDesks(
    deskOf("support", { ask: { delay: "5m" } }),
    deskOf("returns", { desk: { brand: "Acme Returns", zone: "Asia/Tokyo" }, ask: { delay: "10m", quietHours: "" } }),
  );
  const wording = WORDING;
  const bot = createBot({ store, desks, wording, ids: countingIds(), clock, log });
  const chat = testChat();
  const owner = randomUUID();
  const dispatcher = createDispatcher({ store, bot, chats: [chat], clock, log, owner, random: () => 0.5 });
  const ticker = createTicker({ store, bot, clock, log, owner });
  const handle = (event: Unstamped, desk?: string) => {
    const stamped = { id: `event-${++events}`, at: now, ...event } as InboundEvent;
    return bot.handle(desk === undefined ? stamped : { ...stamped, desk });
  };
  const writes = (by: typeof customer, desk?: string, where = conversation) =>
    handle({ kind: "message", conversation: where, messageId: `m${events}`, author: by, text: "Words" }, desk);
  return {
    ...{ store, bot, chat, log, handle, writes },
    at: (desk: string) => store.at(desk),
    sleep(ms: number) {
      now += ms;
    },
    async settle() {
      await ticker.tick();
      await dispatcher.drain();
    },
    /** From the first message to the resolution. */
    async resolved(desk: string, where = conversation) {
      await writes(customer, desk, where);
      await writes(agent, desk, where);
      await handle({ kind: "resolved", conversation: where, by: agent }, desk);
    },
  };
}

type TwoDesks = ReturnType<typeof twoDesks>;

const STORES: readonly [string, () => Store | Promise<Store>][] = [
  ["in memory", createMemoryStore],
  ["in SQLite", () => openStore(`${temporaryFolder()}/desk.db`)],
];

describe.each(STORES)("Two desks on one bot and one store %s", (_, open) => {
  let two: TwoDesks;
  beforeEach(async () => {
    const store = await open();
    two = twoDesks(store);
    return () => store.close();
  });

  /** What each of them has of a table, the first one first. */
  const counts = async (table: "entry" | "interaction" | "response" | "customer" | "post" | "digest") => [
    (await two.at("support").list(table, {})).length,
    (await two.at("returns").list(table, {})).length,
  ];
  const surveyAt = async (desk: string) => {
    const [survey] = await two.at(desk).list("survey", {});
    if (survey === undefined) throw new Error(`No survey at ${desk}`);
    return survey;
  };

  describe("an event", () => {
    it("happens at the desk that it names, though another has the same conversation", async () => {
      await two.writes(customer, "returns");
      expect(await counts("entry")).toEqual([0, 1]);
      await two.writes(customer, "support");
      await two.writes(agent, "support");
      expect(await counts("entry")).toEqual([2, 1]);
      expect(await counts("interaction")).toEqual([1, 1]);
    });

    it("that names none happens where the row is that it is about, or else at the first", async () => {
      await two.resolved("returns");
      await two.writes(customer, "returns", "web:chat:2");
      await two.writes(customer, undefined, "web:chat:2");
      expect(await counts("entry")).toEqual([0, 4]);
      await two.writes(customer, undefined, "web:chat:3");
      expect(await counts("entry")).toEqual([1, 4]);
      const { id: surveyId } = await surveyAt("returns");
      two.sleep(HOUR);
      await two.settle();
      await two.handle({ kind: "score-given", surveyId, by: customer, score: 2, via: "tap" });
      expect(await counts("response")).toEqual([0, 1]);
      expect(await two.at("returns").list("case", {})).toHaveLength(1);
    });

    it("is known again by its id at its own desk alone", async () => {
      const event = { kind: "unsupported", what: "a sticker", id: "one" } as const;
      expect(await two.handle(event, "support")).toEqual({ status: "saved" });
      expect(await two.handle(event, "returns")).toEqual({ status: "saved" });
      expect(await two.handle(event, "returns")).toEqual({ status: "seen" });
    });

    it("of a desk that is not served any more changes nothing and is taken as seen", async () => {
      const heard: string[] = [];
      two.bot.onSaved((_changes, desk) => heard.push(desk));
      expect(await two.writes(customer, NOBODYS)).toEqual({ status: "seen" });
      expect(await two.at(NOBODYS).list("entry", {})).toEqual([]);
      expect([await counts("entry"), heard]).toEqual([[0, 0], []]);
    });

    it("is told to who listens at that desk, and to nobody at the other", async () => {
      const heard: string[] = [];
      for (const id of ["support", "returns"]) two.bot.at(id).onSaved(() => heard.push(id));
      await two.bot
        .at("returns")
        .handle({ kind: "opened", id: null, at: MONDAY_TEN, conversation, customer, by: "customer" });
      expect([await counts("interaction"), heard]).toEqual([[0, 1], ["returns"]]);
    });
  });

  describe("what is about a person alone", () => {
    const optedOut = async () => {
      const all = [await two.at("support").list("customer", {}), await two.at("returns").list("customer", {})];
      return all.map((customers) => customers.map(({ optedOutAt }) => optedOutAt !== null));
    };
    const stop = (by = customer, desk?: string) =>
      two.handle({ kind: "asking-changed", by, ask: false, answerIn: conversation }, desk);

    it.each([undefined, "support", "returns"])(
      "happens at every desk that knows them, with one answer (named: %s)",
      async (desk) => {
        await two.writes(customer, "support");
        await two.writes(customer, "returns");
        await stop(customer, desk);
        expect(await optedOut()).toEqual([[true], [true]]);
        const [first, second] = await counts("post");
        expect((first ?? 0) + (second ?? 0)).toBe(1);
      },
    );

    it("happens at the one desk that knows them, whichever that is", async () => {
      await two.writes(customer, "returns");
      await stop();
      expect([await optedOut(), await counts("post")]).toEqual([
        [[], [true]],
        [0, 1],
      ]);
    });

    it("happens at the desk it names, or the first, where none knows them", async () => {
      await stop(stranger, "returns");
      await stop(customer);
      expect([await optedOut(), await counts("post")]).toEqual([
        [[true], [true]],
        [1, 1],
      ]);
    });

    it("keeps each of them from asking", async () => {
      await two.resolved("support");
      await two.resolved("returns");
      await stop();
      two.sleep(HOUR);
      await two.settle();
      for (const desk of ["support", "returns"]) {
        const [resolution] = await two.at(desk).list("resolution", {});
        expect(resolution).toMatchObject({ fate: "not-asked", fateReason: "opted-out" });
      }
    });
  });

  describe("the clock", () => {
    const askedAt = async () => {
      const surveys = [await surveyAt("support"), await surveyAt("returns")];
      return surveys.map(({ askedAt }) => askedAt !== null);
    };

    it("asks at each by its own delay", async () => {
      await two.resolved("support");
      await two.resolved("returns");
      two.sleep(6 * MINUTE);
      await two.settle();
      expect(await askedAt()).toEqual([true, false]);
      two.sleep(6 * MINUTE);
      await two.settle();
      expect(await askedAt()).toEqual([true, true]);
    });

    it("posts the digest of each at nine by its own clock, once", async () => {
      await two.resolved("support");
      await two.resolved("returns");
      two.sleep(6 * DAY + 15 * HOUR);
      await two.settle();
      expect(await counts("digest")).toEqual([0, 1]);
      two.sleep(8 * HOUR);
      await two.settle();
      await two.settle();
      expect(await counts("digest")).toEqual([1, 1]);
      const [support] = await two.at("support").list("digest", {});
      const [returns] = await two.at("returns").list("digest", {});
      expect(support).toMatchObject({ week: "2026-W47", zone: "Europe/Berlin", team: "support" });
      expect(returns).toMatchObject({ week: "2026-W47", zone: "Asia/Tokyo", team: "returns" });
      expect(two.log.faults).toEqual([]);
    });
  });

  describe("the dispatcher", () => {
    const plant = (desk: string, ...ids: string[]) =>
      two.store.save(
        desk,
        { id: null, at: 0 },
        ids.map((id) => ({ table: "post", row: pending(id, "web:team", words(`${desk} ${id}`)) }) as const),
      );
    const states = async (desk: string) => (await two.at(desk).list("post", {})).map(({ state }) => state);

    it("posts what both have for a lane of the same name, each in its order and under the same ids", async () => {
      await plant("support", "1", "2", "3");
      await plant("returns", "1", "2");
      await two.settle();
      const said = two.chat.posted.flatMap(({ post: { message } }) =>
        message.kind === "notice" ? [message.text] : [],
      );
      const saidBy = (desk: string) => said.filter((text) => text.startsWith(desk));
      expect(saidBy("support")).toEqual(["support 1", "support 2", "support 3"]);
      expect(saidBy("returns")).toEqual(["returns 1", "returns 2"]);
      expect(said).toHaveLength(5);
      expect(await states("support")).toEqual(["posted", "posted", "posted"]);
      expect(await states("returns")).toEqual(["posted", "posted"]);
    });

    it("lets a post of the one that is refused keep nothing of the other's waiting", async () => {
      two.chat.answer = ({ post }) =>
        post.id === "1" ? { kind: "retry", reason: "busy" } : { kind: "posted", reference: `ref-${post.id}` };
      await plant("support", "1", "3");
      await plant("returns", "2");
      await two.settle();
      expect(await states("support")).toEqual(["pending", "pending"]);
      expect(await states("returns")).toEqual(["posted"]);
    });

    it("posts nothing of a desk that is not served any more", async () => {
      await plant(NOBODYS, "1");
      await plant("returns", "2");
      await two.settle();
      expect(two.chat.posted.map(({ post }) => post.id)).toEqual(["2"]);
      expect(await states(NOBODYS)).toEqual(["pending"]);
    });
  });
});
