import { describe, expect, it } from "vitest";
import { agent, conversation, createWorld, customer, DAY, HOUR, MINUTE, settingsOf, type World } from "../world.ts";
import { fateOf, tap } from "./talk.ts";

describe("asking", () => {
  it("asks five minutes after the resolution, once, with every score of the scale and two ways to decline", async () => {
    const world = createWorld();
    await world.writes(customer, "My invoice is wrong.");
    await world.writes(agent, "I have corrected it.");
    await world.resolves();
    await world.pass(4 * MINUTE);
    expect(await world.posts()).toHaveLength(0);
    expect(await fateOf(world)).toBe("waiting");
    await world.pass(HOUR);
    const [question, ...more] = await world.posts();
    expect(more).toHaveLength(0);
    expect(question?.message.text).toBe("On a scale of 1 to 10, how likely are you to recommend Acme to other people?");
    expect(question?.message.actions.map(({ label }) => label)).toEqual([
      ..."123456789",
      "10",
      "Not now",
      "Never ask me",
    ]);
    expect(await world.survey()).toMatchObject({ state: "asked", scale: "1-10", locale: "en", wordingVersion: "1" });
  });

  it("waits for the end of quiet hours on the customer's clock, not the desk's", async () => {
    const world = createWorld();
    const sleeper = { ...customer, zone: "Pacific/Auckland" };
    await world.writes(sleeper, "Late here.");
    await world.writes(agent, "Good night, it is done.");
    await world.resolves();
    await world.pass(DAY);
    const asked = (await world.survey()).askedAt ?? 0;
    expect(new Intl.DateTimeFormat("en-GB", { timeZone: "Pacific/Auckland", timeStyle: "short" }).format(asked)).toBe(
      "08:00",
    );
  });

  it.each([
    ["too-short", async (world: World) => void (await world.writes(customer, "Hello?"))],
    [
      "team-opened",
      async (world: World) => {
        await world.handle({ kind: "opened", conversation, customer, by: "team" });
        await world.writes(agent, "We called you.");
        await world.writes(customer, "Yes?");
      },
    ],
    [
      "team-member",
      async (world: World) => {
        await world.handle({
          kind: "opened",
          conversation,
          customer: { ...agent, address: "web:agent:birch" },
          by: "customer",
        });
        await world.writes(customer, "I am asking for a colleague.");
        await world.writes(agent, "Sure.");
      },
    ],
    [
      "opted-out",
      async (world: World) => {
        await world.writes(customer, "Hello?");
        await world.writes(agent, "Hello!");
        await world.handle({ kind: "asking-changed", by: customer, ask: false });
      },
    ],
  ])("does not ask and says why: %s", async (reason, talk) => {
    const world = createWorld();
    await talk(world);
    await world.resolves();
    await world.pass(DAY);
    expect(await fateOf(world)).toBe(`not-asked ${reason}`);
    expect(await world.posts()).toHaveLength(0);
  });

  it("records who skipped the question, and why", async () => {
    const world = createWorld();
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves(agent, { skip: "a test" });
    expect((await world.resolutions())[0]).toMatchObject({
      fate: "not-asked",
      fateReason: "skipped-by-person",
      fateDetail: "Agent Ash: a test",
    });
  });

  it("leaves out those the sample does not draw", async () => {
    const world = createWorld({ settings: settingsOf({ ask: { sample: "0%" } }) });
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves();
    expect(await fateOf(world)).toBe("not-asked sampled-out");
  });

  it("checks again at the moment of sending: an opt-out meanwhile cancels the survey", async () => {
    const world = createWorld();
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves();
    await world.handle({ kind: "asking-changed", by: customer, ask: false });
    await world.pass(HOUR);
    expect(await fateOf(world)).toBe("not-asked opted-out");
    expect(await world.survey()).toMatchObject({ state: "cancelled", askedAt: null });
  });

  it("keeps the person's cooldown across conversations: 90 days after an answer, 30 after silence", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 9));
    const again = async (where: string) => {
      await world.writes(customer, "Another thing.", where);
      await world.writes(agent, "Done.", where);
      await world.resolves(agent, { where });
      await world.pass(HOUR);
      return fateOf(world);
    };
    expect(await again("web:chat:2")).toBe("not-asked cooldown");
    await world.pass(89 * DAY, HOUR);
    expect(await again("web:chat:3")).toBe("not-asked cooldown");
    await world.pass(DAY, HOUR);
    expect(await again("web:chat:4")).toBe("waiting");
    await world.pass(29 * DAY, HOUR);
    expect(await again("web:chat:5")).toBe("not-asked cooldown");
    await world.pass(2 * DAY, HOUR);
    expect(await again("web:chat:6")).toBe("waiting");
  });
});

describe("asking directly", () => {
  const where = "desk:room:1";
  const direct = { ...customer, address: "desk:room:ada" };

  async function directlyAsked(
    answer: World["chat"]["answer"] = ({ post }) => ({ kind: "posted", reference: post.id }),
  ): Promise<World> {
    const world = createWorld({ settings: settingsOf({ ask: { where: "dm" } }), platform: "desk" });
    world.chat.answer = answer;
    await world.writes(direct, "My invoice is wrong.", where);
    await world.writes(agent, "I have corrected it.", where);
    await world.handle({ kind: "asking-changed", by: direct, directly: true });
    await world.resolves(agent, { where });
    await world.pass(5 * MINUTE);
    return world;
  }

  it("asks there only those who agreed to it", async () => {
    const world = await directlyAsked();
    expect(await world.survey()).toMatchObject({ state: "asked", askIn: direct.address });
    await world.handle({ kind: "asking-changed", by: direct, directly: false });
    expect(await world.store.list("customer", {})).toMatchObject([{ directConsentAt: null }]);
  });

  it("takes what is typed there for the answer and its reason, in the transcript of that conversation", async () => {
    const world = await directlyAsked();
    await world.writes(direct, "8", direct.address);
    await world.writes(direct, "Quick, but the tone was cold.", direct.address);
    expect(await world.store.list("response", {})).toMatchObject([
      { score: 8, comment: "Quick, but the tone was cold." },
    ]);
    expect(await world.store.list("interaction", {})).toMatchObject([
      { conversation: where, state: "resolved", customerMessages: 3 },
    ]);
  });

  it("falls back to the conversation where the direct line is closed", async () => {
    const world = await directlyAsked(({ post }) =>
      post.lane === direct.address ? { kind: "refused", reason: "dm-closed" } : { kind: "posted", reference: post.id },
    );
    expect(await world.survey()).toMatchObject({ state: "asked", askIn: where, deliveredAt: world.now() });
    expect((await world.posts(where)).map(({ message }) => message.kind)).toEqual(["question"]);
  });
});
