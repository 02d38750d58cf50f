import { describe, expect, it } from "vitest";
import type { OutboundMessage } from "../../src/messages.ts";
import type { Post } from "../../src/rows.ts";
import { createWorld, DAY, HOUR, MINUTE, SECOND, settingsOf, type World } from "../world.ts";
import { fateOf, tap } from "./talk.ts";

const person = { address: "chat:one:u7", role: "customer", name: "Customer One" } as const;
const helper = { address: "chat:one:u9", role: "agent", name: "Agent Ash" } as const;
const ticket = "chat:one:c1:t1";

async function talked(settings = settingsOf()): Promise<World> {
  const world = createWorld({ platform: "chat", teamLanes: ["chat:one:team"], settings });
  await world.writes(person, "My invoice is wrong.", ticket);
  await world.writes(helper, "I have corrected it.", ticket);
  return world;
}

const messagesIn = async (world: World, lane: string): Promise<OutboundMessage[]> =>
  (await world.posts(lane)).map(({ message }) => message);
const resolving = { kind: "resolved", conversation: ticket, by: helper } as const;
const shut =
  (...lanes: string[]): World["chat"]["answer"] =>
  ({ post }: { post: Post }) =>
    lanes.includes(post.lane) ? { kind: "refused", reason: "no-access" } : { kind: "posted", reference: post.id };

describe("a question in a conversation", () => {
  it("calls its customer once, and so does the reminder", async () => {
    const world = await talked();
    await world.handle(resolving);
    await world.pass(4 * DAY, HOUR);
    const called = (await messagesIn(world, ticket)).filter(({ mentions }) => mentions !== undefined);
    expect(called.map(({ kind, mentions }) => [kind, mentions])).toEqual([
      ["question", [person.address]],
      ["reminder", [person.address]],
    ]);
  });

  it("is put at once where the place is about to be shut", async () => {
    const world = await talked();
    await world.handle({ ...resolving, isClosing: true });
    await world.pass(SECOND);
    expect(await messagesIn(world, ticket)).toMatchObject([{ kind: "question" }]);
  });

  it("goes to the customer directly, with a sentence why, where it does not get through", async () => {
    const world = await talked();
    world.chat.answer = shut(ticket);
    await world.handle(resolving);
    await world.pass(10 * MINUTE);
    const [message] = await messagesIn(world, person.address);
    expect(message?.text).toMatch(/^We can no longer reach you .*, so we’re asking here\. On a scale of 1 to 10/);
    expect(message?.mentions).toBeUndefined();
    await world.writes(person, "9", person.address);
    expect(await fateOf(world)).toBe("answered");
  });

  it("goes there at once where the place is gone, whether or not the customer had agreed to it", async () => {
    const world = await talked();
    await world.handle({ ...resolving, isPlaceGone: true });
    await world.pass(10 * MINUTE);
    expect(await messagesIn(world, ticket)).toEqual([]);
    expect((await messagesIn(world, person.address))[0]?.text).toContain("so we’re asking here");
  });

  it.each([
    ["before it was put", SECOND],
    ["after it was put there", 10 * MINUTE],
  ])("follows the customer to their direct line where the place is shut to them %s", async (_, after) => {
    const world = await talked();
    await world.handle(resolving);
    await world.pass(after);
    await world.handle({ ...resolving, isPlaceGone: true });
    await world.pass(10 * MINUTE);
    const [message] = await messagesIn(world, person.address);
    expect(message?.text).toContain("so we’re asking here");
    await world.writes(person, "8", person.address);
    expect(await fateOf(world)).toBe("answered");
  });

  it("counts as not delivered, never as silence, where neither is open to us; the team hears of it once a day", async () => {
    const world = await talked();
    world.chat.answer = shut(ticket, person.address, "chat:one:c1:t2", "chat:one:u8");
    await world.handle(resolving);
    const other = { address: "chat:one:u8", role: "customer", name: "Customer Two" } as const;
    await world.writes(other, "Mine is wrong too.", "chat:one:c1:t2");
    await world.writes(helper, "Corrected.", "chat:one:c1:t2");
    await world.handle({ ...resolving, conversation: "chat:one:c1:t2" });
    await world.pass(2 * DAY, HOUR);
    expect((await world.resolutions()).map(({ fate, fateReason }) => [fate, fateReason])).toEqual([
      ["undeliverable", "no-access"],
      ["undeliverable", "no-access"],
    ]);
    expect((await messagesIn(world, "chat:one:team")).map(({ text }) => text)).toEqual([
      "Customer One could not be asked: no-access.",
    ]);
  });

  it("is put once in each place, where neither takes it, though the desk would rather ask directly", async () => {
    const world = await talked(settingsOf({ ask: { where: "dm" } }));
    world.chat.answer = shut(ticket, person.address);
    await world.handle(resolving);
    await world.pass(2 * DAY, HOUR);
    const asking = (await world.store.list("post", {})).filter(({ message }) => message.kind === "question");
    expect(asking.map(({ lane }) => lane)).toEqual([ticket, person.address]);
    expect(await fateOf(world)).toBe("undeliverable no-access");
  });

  it("is answered by a score beside the conversation, where it is the only one put to its author", async () => {
    const world = await talked();
    await world.handle(resolving);
    await world.pass(10 * MINUTE);
    await world.handle({ kind: "message", conversation: "chat:one:c1:t9", messageId: "t9", author: person, text: "9" });
    expect(await fateOf(world)).toBe("answered");
    expect(await world.store.list("interaction", {})).toHaveLength(1);
    await world.handle({ kind: "message-edited", conversation: "chat:one:c1:t9", messageId: "t9", text: "4" });
    expect(await world.store.list("response", {})).toMatchObject([{ score: 4 }]);
  });

  it("is answered by a keycap under it", async () => {
    const world = await talked();
    await world.handle(resolving);
    await world.pass(10 * MINUTE);
    await world.handle({ kind: "reacted", conversation: ticket, by: person, reaction: "+1" });
    expect(await fateOf(world)).toBe("waiting");
    await world.handle({ kind: "reacted", conversation: ticket, by: person, reaction: ":nine:" });
    expect(await world.store.list("response", {})).toMatchObject([{ score: 9 }]);
  });
});

describe("whoever resolves a conversation", () => {
  const words = async (world: World) =>
    (await world.posts(ticket))
      .filter(({ message }) => message.privateTo === helper.address)
      .map(({ message }) => message);

  it("is told privately when its customer will be asked", async () => {
    const world = await talked();
    await world.handle({ ...resolving, answerIn: ticket });
    await world.settle();
    expect(await words(world)).toMatchObject([
      { text: "Resolved. Customer One will be asked on Nov 16, 2026, 10:05 AM.", actions: [] },
    ]);
  });

  it("is told why nobody is asked, and may have the customer asked anyway where a person may decide", async () => {
    const world = await talked(settingsOf({ ask: { minCustomerMessages: 3 } }));
    await world.handle({ ...resolving, answerIn: ticket });
    const [resolution] = await world.resolutions();
    expect(await words(world)).toMatchObject([
      {
        text: "Resolved. Customer One won’t be asked: the conversation was too short.",
        actions: [{ name: "ask-anyway", subject: resolution?.id }],
      },
    ]);
    const wanted = { kind: "ask-wanted", by: helper, resolutionId: resolution?.id ?? "", answerIn: ticket } as const;
    await world.handle(wanted);
    expect((await world.handle(wanted)).refusal?.code).toBe("late");
    expect((await words(world)).at(-1)?.text).toBe("Resolved. Customer One will be asked on Nov 16, 2026, 10:00 AM.");
    await world.pass(MINUTE);
    expect((await world.posts(ticket)).map(({ message }) => message.kind)).toContain("question");
    expect(await fateOf(world)).toBe("waiting");
  });

  it("is offered nothing where the customer does not want to be asked", async () => {
    const world = await talked();
    await world.handle({ kind: "asking-changed", by: person, ask: false });
    await world.handle({ ...resolving, answerIn: ticket });
    expect(await words(world)).toMatchObject([{ actions: [] }]);
  });
});

describe("a promoter's words", () => {
  it("reach whoever helped, once and without the score", async () => {
    const world = await talked();
    await world.handle(resolving);
    await world.pass(10 * MINUTE);
    await world.writes(person, "10 because Ash was so patient", ticket);
    const { surveyId } = (await world.store.list("response", {}))[0] ?? { surveyId: "" };
    await world.handle(tap(surveyId, 9, person));
    const praise = await messagesIn(world, helper.address);
    expect(praise).toMatchObject([{ quote: { text: "because Ash was so patient", by: "Customer One" } }]);
    expect(praise[0]?.text).toBe("Customer One was happy with your help:");
  });

  it("are no praise where they come with a low answer", async () => {
    const world = await talked();
    await world.handle(resolving);
    await world.pass(10 * MINUTE);
    await world.writes(person, "2 because nobody called", ticket);
    expect(await messagesIn(world, helper.address)).toEqual([]);
  });
});
