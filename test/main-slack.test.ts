import { afterEach, describe, expect, it } from "vitest";
import { readable } from "./servers/slack/readable.ts";
import type { LocalSlack } from "./servers/slack/slack.ts";
import {
  MODES,
  type Mode,
  openSlack,
  type SlackProgram,
  SUPPORT,
  startOnSlack,
  TEAM_CHANNEL,
} from "./slack-program.ts";

const PATIENCE = { timeout: 60_000, interval: 50 };
const toEnd: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end();
});

async function localSlack(): Promise<LocalSlack> {
  const slack = await openSlack();
  toEnd.push(() => slack.stop());
  return slack;
}

async function started(slack: LocalSlack, mode: Mode): Promise<SlackProgram> {
  const program = await startOnSlack(slack, mode);
  toEnd.push(() => program.end());
  if (mode === "socket") await expect.poll(() => slack.socketMode.count, PATIENCE).toBe(1);
  return program;
}

describe.each(MODES)("The program with Slack over %s", (mode) => {
  it("asks after a resolution, takes the answer and tells the team, on real time", async () => {
    const slack = await localSlack();
    const program = await started(slack, mode);
    const [customer, agent] = [slack.user("U1"), slack.user("U2")];
    const first = customer.writes(SUPPORT, "My invoice is wrong.");
    agent.writes(SUPPORT, "I have corrected it.", { thread: first });
    await slack.events.quiet();
    agent.reacts(first, "white_check_mark");
    const question = () => customer.sees(SUPPORT, first).find((message) => readable(message).includes("recommend"));
    await expect.poll(question, PATIENCE).toBeDefined();
    const asked = question();
    expect(asked && (await customer.clicks(asked, "score:3"))).toBe("ok");
    await expect
      .poll(() => slack.messages(TEAM_CHANNEL).map(readable).join("\n"), PATIENCE)
      .toContain("customer one was unhappy with us");
    expect((await fetch(`${program.origin}/readyz`)).status).toBe(200);
    expect(program.log.faults).toEqual([]);
    expect(slack.complaints).toEqual([]);
  });

  it("stops in good order, with nothing more heard from Slack", async () => {
    const slack = await localSlack();
    const program = await startOnSlack(slack, mode);
    if (mode === "socket") await expect.poll(() => slack.socketMode.count, PATIENCE).toBe(1);
    slack.user("U1").writes(SUPPORT, "My invoice is wrong.");
    await program.end();
    await expect.poll(() => slack.socketMode.count, PATIENCE).toBe(0);
    await expect(fetch(`${program.origin}/healthz`)).rejects.toThrow();
    expect(program.log.faults).toEqual([]);
  });
});

describe("The program", () => {
  it("says that it is not ready while Slack is out of reach, and connects when it is back", async () => {
    const slack = await localSlack();
    await slack.stop();
    const program = await startOnSlack(slack, "socket");
    toEnd.push(() => program.end());
    const ready = async () => {
      const answer = await fetch(`${program.origin}/readyz`);
      return [answer.status, await answer.json()];
    };
    expect(await ready()).toEqual([
      503,
      {
        ok: false,
        checks: { database: true, slack: false },
        why: { slack: expect.stringMatching(/^Cannot reach Slack \(.+\)\. Retrying\.$/) },
      },
    ]);
    expect((await fetch(`${program.origin}/healthz`)).status).toBe(200);
    expect((await fetch(program.url, { redirect: "manual" })).status).toBe(303);
    await slack.start();
    await expect.poll(() => slack.socketMode.count, PATIENCE).toBe(1);
    await expect
      .poll(ready, { timeout: 40_000, interval: 200 })
      .toEqual([200, { ok: true, checks: { database: true, slack: true } }]);
    expect(program.log.faults).toHaveLength(1);
  });

  it("has no door for Slack's requests in Socket Mode, and refuses unsigned ones over HTTP", async () => {
    const slack = await localSlack();
    const request = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const socket = await started(slack, "socket");
    expect((await fetch(`${socket.origin}/slack/events`, request)).status).toBe(403);
    const http = await started(slack, "http");
    expect((await fetch(`${http.origin}/slack/events`, request)).status).toBe(401);
  });
});
