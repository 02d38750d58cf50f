import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Failure } from "../servers/slack/faults.ts";
import { createHandTime } from "../servers/slack/time.ts";
import { MONDAY_TEN } from "../world.ts";
import { localSlack, type SlackDesk, SUPPORT, slackDesk, unstartedDesk } from "./slack-desk.ts";

const unhandled: unknown[] = [];
const remember = (reason: unknown) => void unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", remember));
afterAll(() => {
  process.off("unhandledRejection", remember);
  expect(unhandled).toEqual([]);
});

async function heard(desk: SlackDesk): Promise<string[]> {
  return (await desk.store.list("entry", {})).map(({ text }) => text);
}

/** Something written now is heard. */
async function hears(desk: SlackDesk, text: string): Promise<void> {
  await desk.connected();
  desk.slack.user("U1").writes(SUPPORT, text);
  await expect.poll(() => heard(desk)).toContain(text);
}

/** Slack has closed or lost every socket there was, and there is another. */
async function another(desk: SlackDesk, before: number): Promise<void> {
  await expect.poll(() => desk.slack.calls("apps.connections.open").length, { timeout: 5_000 }).toBeGreaterThan(before);
  await expect.poll(() => desk.slack.socketMode.count, { timeout: 5_000 }).toBe(1);
}

describe("the socket to Slack", () => {
  it.each(["refresh_requested", "warning", "too_many_websockets", "link_disabled"] as const)(
    "is exchanged when Slack says %s",
    async (reason) => {
      const desk = await slackDesk();
      const before = desk.slack.calls("apps.connections.open").length;
      desk.slack.socketMode.disconnect(reason);
      await another(desk, before);
      await hears(desk, "after that");
      expect(desk.log.faults).toEqual([]);
      expect(desk.slack.complaints).toEqual([]);
    },
  );

  it("is made anew after a cut", async () => {
    const desk = await slackDesk();
    const before = desk.slack.calls("apps.connections.open").length;
    desk.slack.socketMode.cut();
    await another(desk, before);
    await hears(desk, "after the cut");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is given up when Slack falls silent on it", async () => {
    const desk = await slackDesk({ socket: { pingTimeoutMs: 600 } });
    const before = desk.slack.calls("apps.connections.open").length;
    desk.slack.socketMode.fallSilent(true);
    await expect.poll(() => desk.slack.socketMode.count, { timeout: 10_000 }).toBe(0);
    desk.slack.socketMode.fallSilent(false);
    await another(desk, before);
    await hears(desk, "after the silence");
    expect(desk.slack.complaints).toEqual([]);
  });

  it.each<[string, Failure]>([
    ["503s", { status: 503 }],
    ["resets", { drop: "rst" }],
    ["closed connections", { drop: "fin" }],
    ["invalid_auth", { error: "invalid_auth" }],
    ["internal errors", { error: "internal_error" }],
  ])("is tried for as long as it takes through %s, and a person is told", async (_, how) => {
    const desk = await slackDesk({ socket: { graceMs: 200 } });
    desk.slack.faults.add({ method: "apps.connections.open", when: "before", how, times: 1_000 });
    const before = desk.slack.calls("apps.connections.open").length;
    desk.slack.socketMode.cut();
    await expect.poll(() => desk.log.faults.join(), { timeout: 5_000 }).toContain("There is no connection to Slack");
    const calls = () => desk.slack.calls("apps.connections.open").length;
    await expect.poll(calls, { timeout: 5_000 }).toBeGreaterThan(before + 2);
    desk.slack.faults.clear();
    await another(desk, before);
    await hears(desk, "healed");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("survives sockets that Slack opens and drops at once", async () => {
    const desk = await slackDesk();
    desk.slack.faults.add({ method: "socket", when: "before", how: { drop: "rst" }, times: 3 });
    const before = desk.slack.calls("apps.connections.open").length;
    desk.slack.socketMode.cut();
    await another(desk, before + 2);
    await hears(desk, "healed");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is made when Slack, out of reach at the start, comes within reach", async () => {
    const time = createHandTime(MONDAY_TEN);
    const slack = await localSlack(time);
    await slack.stop();
    const desk = await unstartedDesk({ slack, time, socket: { graceMs: 200 } });
    await desk.adapter.start();
    await expect.poll(() => desk.log.faults.join(), { timeout: 5_000 }).toContain("There is no connection to Slack");
    await slack.start();
    await expect.poll(() => slack.socketMode.count, { timeout: 5_000 }).toBe(1);
    await expect.poll(() => slack.calls("auth.test").length, { timeout: 5_000 }).toBeGreaterThan(0);
    await hears(desk, "at last");
    expect(slack.complaints).toEqual([]);
  });

  it("takes notice of app_rate_limited, which is no event", async () => {
    const desk = await slackDesk({ local: { limits: { eventsPerHour: 1 } } });
    await hears(desk, "one");
    desk.slack.user("U1").writes(SUPPORT, "two");
    await desk.slack.events.quiet();
    expect(desk.log.faults.join()).toContain("Slack keeps events back");
    expect(desk.slack.deliveries.map(({ receipt }) => receipt.ok)).toEqual([true, true]);
    await expect.poll(() => heard(desk)).toEqual(["one", "two"]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("takes notice of app_rate_limited over http too", async () => {
    const desk = await slackDesk({ mode: "http", local: { limits: { eventsPerHour: 1 } } });
    desk.slack.user("U1").writes(SUPPORT, "one");
    desk.slack.user("U1").writes(SUPPORT, "two");
    await desk.slack.events.quiet();
    expect(desk.log.faults.join()).toContain("Slack keeps events back");
    expect(desk.slack.deliveries.map(({ receipt }) => receipt.ok)).toEqual([true, true]);
    await expect.poll(() => heard(desk)).toEqual(["one", "two"]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is left by a stop, even one in the middle of connecting", async () => {
    const time = createHandTime(MONDAY_TEN);
    const slack = await localSlack(time);
    const desk = await unstartedDesk({ slack, time });
    await desk.adapter.start();
    await desk.adapter.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(slack.socketMode.count).toBe(0);
    expect(slack.complaints).toEqual([]);
  });
});
