import { describe, expect, it } from "vitest";
import { type SlackDesk, slackDesk } from "./slack-desk.ts";

const PATIENCE = { timeout: 60_000, interval: 20 };

/** A desk that looks often, and what it says of its health. */
async function watched(more: Parameters<typeof slackDesk>[0] = {}): Promise<SlackDesk> {
  const desk = await slackDesk({ lookEveryMs: 50, ...more });
  await expect.poll(() => desk.adapter.health.why, PATIENCE).toBeNull();
  return desk;
}

const why = (desk: SlackDesk) => desk.adapter.health.why ?? "";

describe.each(["socket", "http"] as const)("Slack over %s", (mode) => {
  it.each(["token_revoked", "account_inactive", "invalid_auth"])(
    "is not well when its token is taken away (%s), which is said once, and is well when it is taken again",
    async (error) => {
      const desk = await watched({ mode });
      desk.slack.faults.add({ method: "auth.test", when: "before", how: { error }, times: 1_000 });
      await expect
        .poll(() => why(desk), PATIENCE)
        .toContain(`Slack refuses the token (${error}): check SLACK_BOT_TOKEN`);
      const asked = desk.slack.calls("auth.test").length;
      await expect.poll(() => desk.slack.calls("auth.test").length, PATIENCE).toBeGreaterThan(asked + 3);
      expect(desk.log.faults).toHaveLength(1);
      desk.slack.faults.clear();
      await expect.poll(() => why(desk), PATIENCE).toBe("");
      expect(desk.log.faults).toHaveLength(1);
    },
  );

  it("is not well when it is out of reach, which is said once, and is well when it is back", async () => {
    const desk = await watched({ mode });
    await desk.slack.stop();
    await expect.poll(() => why(desk), PATIENCE).toMatch(/^(Cannot reach Slack \(|There is no connection to Slack)/);
    await desk.slack.start();
    await expect.poll(() => why(desk), PATIENCE).toBe("");
    expect(new Set(desk.log.faults).size).toBe(desk.log.faults.length);
    expect(desk.log.faults.length).toBeLessThanOrEqual(2);
  });
});

describe("the socket", () => {
  it("is not well when Slack stays silent on it, and is well when there is another", async () => {
    const desk = await watched({ socket: { pingTimeoutMs: 500, helloMs: 500, graceMs: 100 } });
    const said = desk.log.faults.length;
    desk.slack.socketMode.fallSilent(true);
    desk.slack.faults.add({
      method: "socket",
      when: "before",
      how: { slowMs: Number.POSITIVE_INFINITY },
      times: 1_000,
    });
    await expect.poll(() => why(desk), PATIENCE).toContain("There is no connection to Slack");
    desk.slack.faults.clear();
    desk.slack.socketMode.fallSilent(false);
    await expect.poll(() => why(desk), PATIENCE).toBe("");
    expect(desk.log.faults).toHaveLength(said + 1);
  });

  it("names the app's token where that is refused, at once", async () => {
    const desk = await watched({ socket: { graceMs: 60_000 } });
    desk.slack.faults.add({
      method: "apps.connections.open",
      when: "before",
      how: { error: "invalid_auth" },
      times: 1_000,
    });
    desk.slack.socketMode.cut();
    await expect.poll(() => why(desk), PATIENCE).toContain("it refuses SLACK_APP_TOKEN");
    desk.slack.faults.clear();
    await expect.poll(() => why(desk), PATIENCE).toBe("");
    expect(desk.log.faults).toHaveLength(1);
  });

  it("is no news when it is exchanged", async () => {
    const desk = await watched({ socket: { graceMs: 5_000 } });
    const before = desk.slack.calls("apps.connections.open").length;
    for (const reason of ["refresh_requested", "warning"] as const) desk.slack.socketMode.disconnect(reason);
    await expect.poll(() => desk.slack.calls("apps.connections.open").length, PATIENCE).toBeGreaterThan(before);
    expect([why(desk), desk.log.faults]).toEqual(["", []]);
  });
});
