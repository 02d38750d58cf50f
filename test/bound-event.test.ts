import { describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../src/desk.ts";
import { BOUNDS } from "../src/interaction/bounds.ts";
import type { Person } from "../src/interaction/customer.ts";
import { agent, conversation, createWorld, customer, type World } from "./world.ts";

const LONG = "🪑".repeat(50_000);
const toldIn = async (world: World, lane = conversation) =>
  (await world.posts(lane)).filter(({ message }) => message.privateTo !== undefined).map(({ message }) => message.text);
const entries = ({ store }: World) => store.list("entry", { orderBy: "position" });

describe("a message that is longer than is kept", () => {
  it("is kept as far as that goes, says so in the transcript, and the person is told once", async () => {
    const world = createWorld();
    await world.writes(customer, LONG);
    await world.writes(customer, LONG);
    const [first] = await entries(world);
    expect(first?.text.startsWith("🪑".repeat(BOUNDS.message / 2))).toBe(true);
    expect(first?.text).toContain("[36,000 more characters were not kept.]");
    expect(await toldIn(world)).toEqual([expect.stringContaining("we have the first 64,000 characters")]);
  });

  it("is told of in the person's language", async () => {
    const world = createWorld();
    await world.writes({ ...customer, locale: "de" }, LONG);
    expect(await toldIn(world)).toEqual([expect.stringContaining("die ersten 64.000 Zeichen")]);
  });

  it("may be an edit, whose earlier wordings are the first and the latest", async () => {
    const world = createWorld();
    await world.handle({ kind: "message", conversation, messageId: "m", author: customer, text: "0" });
    for (let number = 1; number <= 60; number += 1)
      await world.handle({ kind: "message-edited", conversation, messageId: "m", text: String(number) });
    const [entry] = await entries(world);
    expect(entry?.text).toBe("60");
    expect(entry?.history.map(({ text }) => text)).toEqual(["0", ...Array.from({ length: 19 }, (_, i) => `${41 + i}`)]);
    expect(entry?.history[1]?.skipped).toBe(40);
    await world.handle({ kind: "message-edited", conversation, messageId: "m", text: LONG });
    expect((await entries(world))[0]?.text).toContain("more characters were not kept");
  });

  it("is taken as it is where all of it is kept", async () => {
    const world = createWorld();
    const text = "a".repeat(BOUNDS.message);
    await world.writes(customer, text);
    expect((await entries(world)).map((entry) => entry.text)).toEqual([text]);
    expect(await toldIn(world)).toEqual([]);
  });
});

const helper: Person = { ...agent, address: "web:agent:birch" };

describe("what else is longer than is kept", () => {
  it("of the reason for a score: the customer is told, where they were asked", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.handle({ kind: "score-given", surveyId: id, by: customer, score: 2, comment: LONG, via: "form" });
    const [response] = await world.store.list("response", {});
    expect(response?.comment).toMatch(/^(?:🪑){10000}\n\[80,000 more characters were not kept\.\]$/u);
    expect((await toldIn(world)).at(-1)).toContain("the first 20,000 characters");
  });

  it("of a colleague's note", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.handle({ kind: "score-given", surveyId: id, by: customer, score: 2, via: "tap" });
    const [item] = await world.store.list("case", {});
    await world.handle({ kind: "case-acted", caseId: item?.id ?? "", by: helper, act: "resolve", note: LONG });
    expect((await world.store.list("case", {}))[0]?.outcome).toContain("[96,000 more characters were not kept.]");
  });

  it("of names and files", async () => {
    const world = createWorld();
    const named: Person = { ...customer, name: "N".repeat(3_000), email: "e".repeat(3_000) };
    const attachments = Array.from({ length: 23 }, () => ({ name: "f".repeat(3_000), type: "image/png" }));
    await world.handle({
      kind: "message",
      conversation,
      messageId: "m",
      author: named,
      text: "See these",
      attachments,
    });
    const [known] = await world.store.list("customer", {});
    expect([known?.name?.length, known?.email]).toEqual([BOUNDS.line, null]);
    const [entry] = await entries(world);
    expect(entry?.attachments.map(({ name }) => name.length)).toEqual(Array(BOUNDS.files).fill(BOUNDS.fileName));
    expect(entry?.text).toBe("See these\n[3 more files are not listed.]");
  });

  it("of what names a thing: nothing is understood by it", async () => {
    const world = createWorld();
    await world.writes(customer, "Hello", `web:chat:${"1".repeat(2_000)}`);
    await world.writes({ ...customer, address: `web:customer:${"1".repeat(2_000)}` }, "Hello");
    expect(await world.store.list("interaction", {})).toEqual([]);
  });
});

it("a conversation has so many entries: what comes after is not kept, which the transcript and the person are told", async () => {
  const world = createWorld();
  await world.writes(customer, "Hello");
  const begun = await world.interaction();
  const row = { ...begun, entryCount: BOUNDS.entries - 1 };
  await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [{ table: "interaction", row }]);
  for (const text of ["The last", "One more", "And more"]) await world.writes(customer, text);
  expect((await entries(world)).map(({ author, text }) => [author, text])).toEqual([
    ["customer", "Hello"],
    ["customer", "The last"],
    ["system", expect.stringContaining("has 5,000 messages")],
  ]);
  expect(await toldIn(world)).toEqual([expect.stringContaining("Please start a new one")]);
  expect((await world.interaction()).entryCount).toBe(BOUNDS.entries);
});
