import { describe, expect, it } from "vitest";
import { type DiscordDesk, discordDesk, unstartedDesk } from "./discord-desk.ts";

const PATIENCE = { timeout: 60_000, interval: 20 };
const why = (desk: DiscordDesk) => desk.adapter.health.why ?? "";

describe("Discord", () => {
  it("is not well when its gateway turns us away for long, which is said once, and is well when it lets us in", async () => {
    const desk = await discordDesk({ graceMs: 200 });
    expect(why(desk)).toBe("");
    desk.discord.gateway.turnsAway(true);
    desk.discord.gateway.cuts();
    await expect.poll(() => why(desk), PATIENCE).toBe("There is no connection to Discord. Retrying.");
    desk.discord.gateway.turnsAway(false);
    await expect.poll(() => why(desk), PATIENCE).toBe("");
    expect(desk.log.faults).toEqual(["There is no connection to Discord. Retrying."]);
  });

  it("is not well when nothing answers on a connection that still stands", async () => {
    const clocks = { identify: 0, heartbeat: 600_000 };
    const desk = await discordDesk({ graceMs: 100, silentMs: 2_000, local: { clocks } });
    expect(why(desk)).toBe("");
    await expect.poll(() => why(desk), PATIENCE).toBe("There is no connection to Discord. Retrying.");
  });

  it("is well through a short cut", async () => {
    const desk = await discordDesk();
    desk.discord.gateway.cuts();
    await expect.poll(() => desk.discord.gateway.resumes, PATIENCE).toBe(1);
    expect([why(desk), desk.log.faults]).toEqual(["", []]);
  });

  it("is not well when its token is taken away, with what to do, said once", async () => {
    const desk = await discordDesk();
    desk.discord.revokesToken();
    desk.discord.gateway.closes(4004);
    await expect.poll(() => why(desk), PATIENCE).toContain("set DISCORD_TOKEN anew");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(new Set(desk.log.faults).size).toBe(desk.log.faults.length);
    expect(desk.log.faults.length).toBeLessThanOrEqual(2);
  });

  it("is not well when it is out of reach at the start, and is well when it is there", async () => {
    const desk = await unstartedDesk();
    desk.discord.faults.add({ on: "GET /applications/@me", when: "before", how: { status: 503 }, times: 3 });
    await desk.adapter.start();
    await expect
      .poll(() => desk.log.faults.join(), PATIENCE)
      .toMatch(/^Cannot reach Discord \(Service Unavailable\)\. Retrying\.$/);
    await expect.poll(() => why(desk), PATIENCE).toBe("");
    expect(desk.log.faults).toHaveLength(1);
  });
});
