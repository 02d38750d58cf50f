import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { PageDesk } from "../../adapters/web/desk.ts";
import { followedBy, followedOne } from "../../adapters/web/followed.ts";
import { createLive, topicsOf } from "../../adapters/web/live.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { personOf } from "../../src/doors/session.ts";
import type { Change } from "../../src/outcome.ts";
import { sampleRows } from "../database/sample-rows.ts";
import { agent, createWorld, customer, DAY, settingsOf } from "../world.ts";
import { type OpenDesk, openDesk } from "./open-desk.ts";

interface Feed {
  /** The next piece that arrives; null when the stream has ended. */
  next(): Promise<string | null>;
  leave(): void;
}

async function feedOf(desk: OpenDesk): Promise<Feed> {
  const leaving = new AbortController();
  const answer = await desk.sit("/live", { signal: leaving.signal });
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  const reader = (answer.body ?? new ReadableStream()).getReader();
  const next = async () => {
    const { value } = await reader.read();
    return value === undefined ? null : new TextDecoder().decode(value);
  };
  expect(await next()).toBe("retry: 1000\n\n");
  return { next, leave: () => leaving.abort() };
}

function topics(piece: string | null): string[] {
  if (piece === null) throw new Error("The stream has ended");
  return [...piece.matchAll(/^data: (.*)$/gm)].flatMap(
    ([, data = "{}"]) => (JSON.parse(data) as { topics: string[] }).topics,
  );
}

describe("the live feed", () => {
  it("tells every open page after a save what has changed", async () => {
    const desk = await openDesk();
    const feeds = [await feedOf(desk), await feedOf(desk)];
    await desk.world.writes(customer, "My invoice is wrong.");
    for (const feed of feeds) {
      expect(topics(await feed.next())).toEqual(expect.arrayContaining(["conversation", "queue"]));
    }
  });

  it("tells a page once of all that is saved at once, and again of what is saved after that", async () => {
    const { bot } = createWorld();
    const savers = new Set<(changes: readonly Change[]) => void>();
    const onSaved = (listener: (changes: readonly Change[], desk: string) => void) => {
      const saver = (changes: readonly Change[]) => listener(changes, DEFAULT_DESK);
      savers.add(saver);
      return () => void savers.delete(saver);
    };
    const live = createLive({ ...bot.at(DEFAULT_DESK), onSaved });
    const app = new Hono().get("/live", (context) =>
      live.stream(context, { hears: topicsOf, mayStay: async () => true }),
    );
    const reader = ((await app.request("/live")).body ?? new ReadableStream()).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    await next();
    const save = (change: Change) => {
      for (const saver of savers) saver([change]);
    };
    const { entry, case: item } = sampleRows();
    for (let times = 0; times < 50; times += 1) save({ table: "entry", row: entry });
    expect(topics(await next())).toEqual(["conversation", "queue"]);
    save({ table: "entry", row: entry });
    save({ table: "case", row: item });
    expect(topics(await next())).toEqual(["conversation", "queue", "team"]);
    live.close();
    expect((await reader.read()).done).toBe(true);
  });

  it("tells of a post once it stands there, the team's apart", async () => {
    const desk = await openDesk();
    const survey = await desk.world.asked();
    await desk.world.handle({ kind: "score-given", surveyId: survey.id, by: customer, score: 2, via: "tap" });
    const feed = await feedOf(desk);
    await desk.world.settle();
    const seen = new Set<string>();
    while (!(seen.has("team") && seen.has("conversation")))
      for (const topic of topics(await feed.next())) seen.add(topic);
    expect([...seen].sort()).toEqual(["conversation", "team"]);
  });

  it("ends every stream when the server stops", async () => {
    const desk = await openDesk();
    const feed = await feedOf(desk);
    const before = performance.now();
    await desk.platform.stop();
    expect(await feed.next()).toBeNull();
    expect(performance.now() - before).toBeLessThan(30_000);
  });

  it("goes on for the others when a page is closed", async () => {
    const desk = await openDesk();
    const [gone, staying] = [await feedOf(desk), await feedOf(desk)];
    gone.leave();
    await desk.world.writes(agent, "Hello.");
    await desk.world.writes(customer, "Hello.");
    expect(topics(await staying.next())).toContain("conversation");
  });

  it("says now and then that it is still here, and nothing of what nobody can see", async () => {
    const world = createWorld();
    const live = createLive(world.bot, 20);
    const all = { hears: topicsOf, mayStay: async () => true };
    const app = new Hono().get("/live", (context) => live.stream(context, all));
    const reader = ((await app.request("/live")).body ?? new ReadableStream()).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toBe("retry: 1000\n\n");
    await world.handle({ kind: "person-described", person: customer });
    expect(await next()).toBe(": still here\n\n");
    expect(await next()).toBe(": still here\n\n");
    live.close();
    expect((await reader.read()).done).toBe(true);
    expect((await app.request("/live")).status).toBe(503);
  });

  it("tells somebody who is signed in nothing more once they are shut out", async () => {
    const world = createWorld();
    const { id: sessionId, ...row } = sampleRows().session;
    const session = { ...row, id: sessionId, lastSeenAt: world.now(), expiresAt: world.now() + DAY };
    await world.allDesks.save(DEFAULT_DESK, { id: null, at: 1 }, [{ table: "session", row: session }]);
    const desk = { store: world.store, settings: settingsOf(), clock: { now: world.now } } as PageDesk;
    const by = personOf(session);
    const hearing = followedBy(desk, { kind: "session", session, person: by });
    const live = createLive(world.bot, 20);
    const app = new Hono().get("/live", (context) => live.stream(context, hearing));
    const reader = ((await app.request("/live")).body ?? new ReadableStream()).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect([await next(), await next()]).toEqual(["retry: 1000\n\n", ": still here\n\n"]);
    await world.handle({ kind: "session-ended", by, sessionId });
    let piece = await reader.read();
    while (!piece.done) piece = await reader.read();
    expect(piece.done).toBe(true);
    live.close();
  });

  it("tells whoever follows one conversation of that one alone", async () => {
    const world = createWorld();
    const entry = (id: string) => ({ table: "entry", row: { ...sampleRows().entry, interactionId: id } }) as const;
    const desk = { store: world.store, clock: { now: world.now } } as PageDesk;
    const { hears } = followedOne(desk, { kind: "key", name: null }, "mine");
    expect([hears(entry("mine")), hears(entry("other"))]).toEqual([["conversation"], []]);
    expect(followedBy(desk, { kind: "key", name: null }).hears(entry("other"))).toEqual(["conversation", "queue"]);
  });
});
