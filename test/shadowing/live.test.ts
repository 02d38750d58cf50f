import { describe, expect, it } from "vitest";
import { agent, conversation, createWorld, customer, HOUR, MINUTE, settingsOf, type World } from "../world.ts";
import { executive, mixed, tell } from "./talks.ts";

const TEAM_PLACE = "web:channel:allhands";

async function talking(input: Record<string, unknown> = {}): Promise<World> {
  const world = createWorld({ settings: settingsOf(input) });
  await world.writes({ ...customer, name: "Nadja Weber" }, "Hello, Nadja Weber here. My invoice is wrong.");
  await world.writes(agent, "Good morning Nadja Weber, I am looking.");
  return world;
}

const idOf = async (world: World) => (await world.interaction()).id;
const follow = async (world: World, by = executive) =>
  world.handle({ kind: "live-wanted", by, interactionId: await idOf(world) });
const heard = async (world: World, lane = executive.address) =>
  (await world.posts(lane)).map(({ message }) => [message.text, message.quote?.text].filter(Boolean).join(" "));
const listener = async (world: World) => {
  const [row] = await world.store.list("listener", {});
  if (!row) throw new Error("Nobody listens");
  return row;
};

describe("Following a conversation that goes on", () => {
  it("brings what is written, edited and taken back, without names, and nothing into the conversation", async () => {
    const world = await talking();
    const { disclosed } = await follow(world);
    expect(disclosed).toMatchObject({
      kind: "transcript",
      transcript: { entries: [{ text: "Hello, [name] here. My invoice is wrong." }, {}] },
    });
    await world.handle({
      kind: "message",
      conversation,
      messageId: "late",
      author: customer,
      text: "Mail me at nadja@example.com",
    });
    await world.handle({ kind: "message-edited", conversation, messageId: "late", text: "Call Nadja Weber, please" });
    await world.handle({ kind: "message-deleted", conversation, messageId: "late" });
    expect((await heard(world)).slice(2)).toEqual([
      "Customer: Mail me at [e-mail]",
      "Customer, edited: Call [name], please",
      "Customer took a message back.",
    ]);
    expect(await world.posts(conversation)).toEqual([]);
    expect((await world.store.list("audit", {})).map(({ act }) => act)).toEqual(["read", "read", "read", "read"]);
  });

  it("tells each agent once, on their own line alone", async () => {
    const world = await talking();
    await follow(world);
    await follow(world);
    const other = { ...agent, address: "web:agent:oak", name: "Oak" };
    await world.writes(other, "I take over.");
    await world.writes(other, "One moment.");
    for (const lane of [agent.address, other.address])
      expect((await world.posts(lane)).map(({ message }) => [message.privateTo, message.text])).toEqual([
        [lane, expect.stringContaining("Executive Elm is listening to your conversation")],
      ]);
    const quiet = await talking({ shadowing: { announce: false } });
    await follow(quiet);
    expect(await quiet.posts(agent.address)).toEqual([]);
  });

  it("ends with the conversation or by leaving, with the note that was kept for afterwards", async () => {
    const world = await talking();
    await follow(world);
    const { id } = await listener(world);
    await world.handle({ kind: "live-noted", by: executive, listenerId: id, note: "Ask about invoices." });
    await world.resolves();
    expect((await heard(world)).at(-1)).toBe("The conversation is over. Your note: Ask about invoices.");
    await world.writes(customer, "But it is wrong again, what now?");
    expect((await heard(world)).at(-1)).toContain("The conversation is over");
    expect(await listener(world)).toMatchObject({ state: "ended", note: "Ask about invoices." });
    await follow(world);
    const again = (await world.store.list("listener", { where: { state: "listening" } }))[0];
    expect(
      (
        await world.handle({
          kind: "live-left",
          by: { ...executive, address: "web:agent:fir" },
          listenerId: again?.id ?? "",
        })
      ).refusal?.code,
    ).toBe("not-allowed");
    await world.handle({ kind: "live-left", by: executive, listenerId: again?.id ?? "" });
    await world.handle({ kind: "live-left", by: executive, listenerId: again?.id ?? "" });
    expect((await heard(world)).at(-1)).toBe("You have stopped listening.");
  });

  it("is offered by product and time, never by name, and not to who takes part", async () => {
    const world = await talking();
    await world.pass(10 * MINUTE);
    await world.handle({ kind: "live-wanted", by: executive });
    const [message] = (await world.posts(executive.address)).map((post) => post.message);
    expect(message?.actions).toEqual([
      { name: "live-follow", subject: await idOf(world), label: "Conversation, last word 10 min ago" },
    ]);
    await world.handle({ kind: "live-wanted", by: { ...agent, role: "lead" } });
    expect((await world.posts(agent.address)).at(-1)?.message.actions).toEqual([]);
  });

  it("is refused where it is over or the customer would rather not be read, and ends where they say so", async () => {
    const world = await talking();
    await follow(world);
    const person =
      (await world.store.list("customer", { where: { name: "Customer One" } }))[0] ??
      (await world.store.list("customer", {}))[0];
    if (!person) throw new Error("nobody");
    const hushed = { ...person, readOptOutAt: world.now() };
    await world.allDesks.save("default", { id: null, at: 0 }, [{ table: "customer", row: hushed }]);
    await world.writes(customer, "Secret words");
    expect((await heard(world)).at(-1)).toContain("would rather not be read");
    expect(JSON.stringify(await heard(world))).not.toContain("Secret");
    expect((await follow(world)).refusal?.code).toBe("not-allowed");
    const over = await talking();
    await over.resolves();
    expect((await follow(over)).refusal?.code).toBe("late");
    expect((await world.store.list("audit", {})).at(-1)?.act).toBe("read-denied");
  });
});

describe("The empty chair", () => {
  const ask = (world: World, place = TEAM_PLACE, by = executive) => world.handle({ kind: "chair-wanted", by, place });
  const said = async (world: World) => (await world.posts(TEAM_PLACE)).map(({ message }) => message.quote?.text);

  it("speaks first with one sentence of a customer, without names, never the same twice in a row", async () => {
    const world = createWorld();
    const comments = ["Such a slow answer, says Nadja Weber k0 today.", "Nobody called me back for a week."];
    const told = mixed(2, world.now() - HOUR, "k").map((one, index) => ({
      ...one,
      score: 2,
      comment: `${comments[index]} Ok.`,
    }));
    await tell(world, told);
    for (let asked = 0; asked < 2; asked += 1) {
      await ask(world);
      world.sleep(MINUTE);
    }
    expect((await said(world)).toSorted()).toEqual([
      "Nobody called me back for a week.",
      "Such a slow answer, says [name] today.",
    ]);
    expect((await world.posts(TEAM_PLACE))[0]?.message.text).toBe("The empty chair speaks first. A customer wrote:");
    expect((await world.store.list("audit", {})).map(({ act, subjectTable }) => [act, subjectTable])).toEqual([
      ["read", "response"],
      ["read", "response"],
    ]);
  });

  it("takes it from what customers wrote where none gave a reason, and none of who would rather not be read", async () => {
    const world = createWorld();
    await tell(world, [{ key: "s", score: null, at: world.now() - HOUR }]);
    await ask(world);
    expect(await said(world)).toEqual(["My invoice is wrong."]);
    const silent = createWorld();
    await tell(
      silent,
      mixed(4, silent.now() - HOUR).map((told) => ({ ...told, readOptOutAt: 5 })),
    );
    expect((await ask(silent)).refusal?.text).toContain("No customer’s words");
  });

  it("stays silent where customers read", async () => {
    const world = await talking();
    expect((await ask(world, conversation)).refusal?.text).toContain("Customers read along here");
    expect((await ask(world, "web:chat")).refusal?.code).toBe("not-allowed");
    expect((await ask(world, TEAM_PLACE, { ...executive, role: "agent" })).refusal?.code).toBe("not-allowed");
  });
});

describe("A call from the waiting room", () => {
  const plain = { address: "web:caller:1", role: "customer", name: "Robin" } as const;
  const there = "web:chat:waiting";
  const wait = (world: World, by = executive) =>
    world.handle({ kind: "waiting-room-wanted", by, conversation: there, customer: plain });

  it("is closed unless the desk opens it", async () => {
    expect((await wait(createWorld())).refusal?.text).toContain("The waiting room is closed");
  });

  it("waits as customers do, is told the wait, and counts nowhere", async () => {
    const world = createWorld({ settings: settingsOf({ shadowing: { waitingRoom: true, firstAnswerWithin: "5m" } }) });
    await wait(world);
    expect((await wait(world)).refusal?.code).toBe("conflict");
    await world.writes(plain, "My invoice is wrong, can you help?", there);
    await world.pass(9 * MINUTE);
    await world.writes(agent, "Please give us a 10! I have corrected it.", there);
    await world.resolves(agent, { where: there });
    await world.pass(HOUR);
    const [message] = (await world.posts(executive.address)).map((post) => post.message);
    expect(message?.text).toBe("Your test conversation is over. It is counted nowhere.");
    expect(message?.sections?.[0]?.lines).toEqual([
      "First answer of a person after 9 min.",
      "The desk promises a first answer within 5 min, and did not keep it.",
      "Longest silence while waiting: 9 min.",
    ]);
    expect(await world.interaction(there)).toMatchObject({ isTest: true, state: "resolved", resolutionId: null });
    for (const table of ["resolution", "survey", "response", "case", "greeting", "plea", "cord"] as const)
      expect(await world.store.list(table, {})).toEqual([]);
    await world.handle({ kind: "sitting-wanted", by: executive });
    expect(await world.store.list("sitting", {})).toEqual([]);
  });
});
