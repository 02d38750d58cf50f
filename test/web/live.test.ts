import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createLive } from "../../adapters/web/live.ts";
import { agent, createWorld, customer } from "../world.ts";
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
    expect(performance.now() - before).toBeLessThan(1_000);
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
    const app = new Hono().get("/live", live.handler);
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
});
