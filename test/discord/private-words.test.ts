import { describe, expect, it } from "vitest";
import { MINUTE, SECOND } from "../world.ts";
import { askedOnDiscord, saidTo } from "./discord-desk.ts";

const CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";

describe("a word to one person", () => {
  it("goes to their direct line where Discord did not take our acknowledgement of their click", async () => {
    const { desk, customer, thread, question } = await askedOnDiscord();
    desk.discord.faults.add({ on: CALLBACK, when: "before", how: { status: 500 }, times: 2 });
    const seen = customer.clicks(question, "3");
    await desk.settle();
    desk.time.advance(3 * SECOND);
    expect((await seen).kind).toBe("failed");
    await desk.pass(2 * SECOND, SECOND);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 3 }]);
    expect(customer.seesDms().at(-1)?.content).toContain("What went wrong?");
    expect(saidTo(customer, thread).join()).not.toContain("What went wrong?");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("goes to their direct line where saving took longer than Discord waits for an acknowledgement", async () => {
    let release = () => {};
    const isFree = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { desk, customer, question } = await askedOnDiscord({
      between: (bot) => ({
        ...bot,
        handle: async (event) => {
          if (event.kind === "score-given") await isFree;
          return bot.handle(event);
        },
      }),
    });
    const seen = customer.clicks(question, "3");
    await new Promise((resolve) => setTimeout(resolve, 50));
    desk.time.advance(3 * SECOND);
    release();
    expect((await seen).kind).toBe("failed");
    await desk.pass(2 * SECOND, SECOND);
    expect(desk.discord.requests.filter(({ route }) => route === CALLBACK).map(({ status }) => status)).toEqual([404]);
    expect(customer.seesDms().at(-1)?.content).toContain("What went wrong?");
    expect(desk.log.faults).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is acknowledged once where only Discord's answer was lost", async () => {
    const { desk, customer, thread, question } = await askedOnDiscord();
    desk.discord.faults.add({ on: CALLBACK, when: "after-commit", how: { status: 502 } });
    expect((await customer.clicks(question, "3")).kind).toBe("nothing");
    await desk.pass(2 * SECOND, SECOND);
    expect(saidTo(customer, thread).at(-1)).toContain("What went wrong?");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is refused for good where they take no direct messages and nothing else is left", async () => {
    const { desk, customer, question } = await askedOnDiscord();
    customer.takesDms(false);
    desk.discord.faults.add({ on: CALLBACK, when: "before", how: { status: 500 }, times: 2 });
    const seen = customer.clicks(question, "3");
    await desk.settle();
    desk.time.advance(3 * SECOND);
    await seen;
    await desk.pass(2 * MINUTE, 5 * SECOND);
    expect(await desk.store.list("post", { where: { state: "failed" } })).toMatchObject([{ error: "dm-closed" }]);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 3 }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("says that a click did not arrive where it could not be saved", async () => {
    let isBroken = false;
    const { desk, customer, question } = await askedOnDiscord({
      between: (bot) => ({
        ...bot,
        handle: (event) =>
          isBroken && event.kind === "score-given" ? Promise.reject(new Error("the disk is full")) : bot.handle(event),
      }),
    });
    isBroken = true;
    const seen = await customer.clicks(question, "3");
    expect([seen.ephemeral, seen.text]).toEqual([true, "Not sent. Please try again."]);
    isBroken = false;
    expect((await customer.clicks(question, "3")).kind).toBe("nothing");
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 3 }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});
