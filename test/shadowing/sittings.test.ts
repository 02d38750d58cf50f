import { describe, expect, it } from "vitest";
import type { Disclosure, ReadSitting, Revealed } from "../../src/privacy/disclosure.ts";
import type { Sitting } from "../../src/shadowing/sitting.ts";
import { createWorld, DAY, HOUR, type World } from "../world.ts";
import { executive, mixed, tell } from "./talks.ts";

async function begun(count = 14): Promise<World> {
  const world = createWorld();
  await tell(world, mixed(count, world.now() - DAY));
  await world.handle({ kind: "sitting-wanted", by: executive });
  return world;
}

const sittings = (world: World): Promise<Sitting[]> => world.store.list("sitting", { orderBy: "number" });

function read(disclosed: Disclosure | undefined): ReadSitting {
  if (disclosed?.kind !== "sitting") throw new Error(`${disclosed?.kind} is no sitting`);
  return disclosed;
}

function revealed(disclosed: Disclosure | undefined): Revealed {
  if (disclosed?.kind !== "reveal") throw new Error(`${disclosed?.kind} reveals nothing`);
  return disclosed;
}

const talkOf = (world: World, { interactionId }: Sitting) => world.store.get("interaction", interactionId);
const open = async (world: World, sittingId: string) =>
  (await world.handle({ kind: "sitting-opened", by: executive, sittingId, via: "chat" })).disclosed;
const guess = (world: World, sittingId: string, value: unknown, by = executive) =>
  world.handle({ kind: "score-guessed", by, sittingId, guess: value, via: "chat" });

describe("A sitting", () => {
  it("is drawn mixed, offered privately, and tells by nothing what each customer thought", async () => {
    const world = await begun();
    expect((await sittings(world)).map(({ drawnAs }) => drawnAs).toSorted()).toEqual([
      "detractor",
      "promoter",
      "silent",
    ]);
    const [post] = await world.posts(executive.address);
    expect(post?.message).toMatchObject({ actions: [{ name: "sit-next", label: "Begin" }] });
    expect(post?.message.text).toContain("3 conversations with customers are ready");
    const [first] = await sittings(world);
    const given = read(await open(world, first?.id ?? ""));
    expect(JSON.stringify(given)).not.toMatch(/detractor|promoter|silent"|I give you/);
    expect(given).toMatchObject({ number: 1, of: 3, scale: "1-10", guess: null, reveal: null, filtered: null });
    expect(given.transcript.entries.map(({ text }) => text)).toEqual([
      "My invoice is wrong.",
      "Hello [name], I have corrected it.",
      "Thank you!",
    ]);
    expect(given.waited).toEqual(["First answer of a person after 4 min.", "Longest silence while waiting: 4 min."]);
    const audits = await world.store.list("audit", { orderBy: "number" });
    expect(audits.map(({ act, byAddress, subject }) => [act, byAddress, subject])).toEqual([
      ["read", executive.address, first?.interactionId],
    ]);
  });

  it("shows score, reason and what became of the customer after the guess, and only then", async () => {
    const world = await begun();
    const all = await sittings(world);
    const unhappy = all.find(({ drawnAs }) => drawnAs === "detractor");
    const id = unhappy?.id ?? "";
    expect((await guess(world, id, 9)).refusal?.text).toBe("Please read the conversation first, then guess.");
    await open(world, id);
    for (const wrong of ["0", "11", "7.5", "seven", "", null, 7.5, undefined])
      expect((await guess(world, id, wrong)).refusal?.text).toBe("Please guess a whole number from 1 to 10.");
    expect(read(await open(world, id)).reveal).toBeNull();
    const lesson = {
      kind: "lesson-given",
      by: executive,
      sittingId: id,
      surprised: "So polite.",
      toFix: "Invoices",
    } as const;
    expect((await world.handle(lesson)).refusal?.text).toContain("guess the score first");
    const { reveal } = revealed((await guess(world, id, "8")).disclosed);
    const [response] = await world.store.list("response", { where: { interactionId: unhappy?.interactionId ?? "" } });
    expect(reveal).toMatchObject({
      score: response?.score,
      comment: "Such a slow answer to my question.",
      error: 8 - (response?.score ?? 0),
    });
    expect(revealed((await guess(world, id, 3)).disclosed)).toMatchObject({
      guess: 8,
      reveal: { score: response?.score },
    });
    expect(read(await open(world, id)).transcript.entries.map(({ text }) => text)).toContain(
      `I give you a ${response?.score}`,
    );
  });

  it("keeps the guess about a silent customer, and counts it in no error", async () => {
    const world = await begun();
    const silent = (await sittings(world)).find(({ drawnAs }) => drawnAs === "silent");
    await open(world, silent?.id ?? "");
    const { reveal, guess: kept } = revealed((await guess(world, silent?.id ?? "", 7)).disclosed);
    expect([kept, reveal.score, reveal.error, reveal.became]).toEqual([
      7,
      null,
      null,
      ["They were asked, and said nothing."],
    ]);
    expect(await world.store.get("sitting", silent?.id ?? "")).toMatchObject({
      guess: 7,
      score: null,
      state: "guessed",
    });
  });

  it("is kept once each was read, guessed and closed with a lesson, and goes on where it was left after a restart", async () => {
    const world = await begun();
    const [appointment] = await world.store.list("appointment", {});
    const next = () =>
      world.handle({ kind: "sitting-next", by: executive, appointmentId: appointment?.id ?? "", via: "chat" });
    for (const [index] of (await sittings(world)).entries()) {
      const running = createWorld({ store: world.allDesks, start: world.now() + (index + 1) * HOUR, ids: world.ids });
      const given = read((await next()).disclosed);
      expect(given.number).toBe(index + 1);
      await guess(running, given.sittingId, 5);
      const lesson = {
        kind: "lesson-given",
        by: executive,
        sittingId: given.sittingId,
        surprised: "",
        toFix: "Invoices",
      } as const;
      await running.handle({
        ...lesson,
        owner: { address: "web:agent:oak", role: "agent", name: "Oak" },
        dueOn: "2026-12-01",
      });
      await running.handle(lesson);
    }
    expect(await world.store.list("appointment", {})).toMatchObject([{ state: "kept", shiftId: null }]);
    expect(await world.store.list("lesson", {})).toHaveLength(3);
    expect((await next()).refusal?.text).toContain("read all of these");
    const [owned, ...more] = await world.posts("web:agent:oak");
    expect([owned?.message.quote, more.length]).toEqual([{ text: "Invoices", by: "Executive Elm" }, 2]);
    const [lesson] = await world.store.list("lesson", {});
    const tick = { kind: "lesson-acted", lessonId: lesson?.id ?? "", act: "done" } as const;
    expect((await world.handle({ ...tick, by: { address: "web:agent:yew", role: "agent" } })).refusal?.code).toBe(
      "not-allowed",
    );
    await world.handle({ ...tick, by: { address: "web:agent:oak", role: "agent", name: "Oak" } });
    expect(await world.store.get("lesson", lesson?.id ?? "")).toMatchObject({ state: "done", doneBy: "Oak" });
  });

  it("is nobody else's, and the audit log tells of whoever tried", async () => {
    const world = await begun();
    const [first] = await sittings(world);
    const other = { ...executive, address: "web:agent:birch" };
    const agent = { ...executive, role: "agent" } as const;
    for (const by of [other, agent])
      expect(
        (await world.handle({ kind: "sitting-opened", by, sittingId: first?.id ?? "", via: "chat" })).refusal?.code,
      ).toBe("not-allowed");
    expect((await guess(world, first?.id ?? "", 5, other)).disclosed).toBeUndefined();
    expect((await world.store.list("audit", {})).map(({ act }) => act)).toEqual([
      "read-denied",
      "read-denied",
      "read-denied",
    ]);
  });

  it("lets go of a customer who has said no to being read since", async () => {
    const world = await begun();
    const [first] = await sittings(world);
    const talk = await world.store.get("interaction", first?.interactionId ?? "");
    const person = await world.store.get("customer", talk?.customerId ?? "");
    if (!person) throw new Error("nobody");
    await world.allDesks.save("default", { id: null, at: 0 }, [
      { table: "customer", row: { ...person, readOptOutAt: world.now() } },
    ]);
    const { refusal, disclosed } = await world.handle({
      kind: "sitting-opened",
      by: executive,
      sittingId: first?.id ?? "",
      via: "chat",
    });
    expect([disclosed, refusal?.text]).toEqual([
      undefined,
      "This customer would rather not be read to learn from, and that holds for everybody.",
    ]);
    expect(await sittings(world)).toHaveLength(2);
  });

  it("reveals nothing of a customer who has said no between the reading and the guess", async () => {
    const world = await begun();
    const told = await Promise.all(
      (await sittings(world)).map(async (one) => ({ one, talk: await talkOf(world, one) })),
    );
    const detractor = told.find(({ one }) => one.drawnAs === "detractor");
    const sittingId = detractor?.one.id ?? "";
    await open(world, sittingId);
    const person = await world.store.get("customer", detractor?.talk?.customerId ?? "");
    if (!person) throw new Error("nobody");
    const change = { table: "customer", row: { ...person, readOptOutAt: world.now() } } as const;
    await world.allDesks.save("default", { id: null, at: 0 }, [change]);
    const denied = await guess(world, sittingId, 4);
    expect([denied.disclosed, denied.refusal?.code]).toEqual([undefined, "not-allowed"]);
    expect((await world.store.list("audit", { orderBy: "number" })).at(-1)).toMatchObject({ act: "read-denied" });
  });

  it("is gone on with where one is unfinished, and drawn anew where it is not", async () => {
    const world = await begun();
    await world.handle({ kind: "sitting-wanted", by: executive });
    expect(await world.store.list("appointment", {})).toHaveLength(1);
    expect((await world.posts(executive.address)).at(-1)?.message.text).toContain("3 conversations are left");
    const filter = { product: "app", band: "detractor" } as const;
    await world.handle({ kind: "sitting-wanted", by: executive, filter, count: 2 });
    expect(
      (await world.handle({ kind: "sitting-wanted", by: executive, filter: { product: "car" } })).refusal?.code,
    ).toBe("unclear");
    expect(
      (await world.handle({ kind: "sitting-wanted", by: executive, filter: { week: "2026-W60" } })).refusal?.code,
    ).toBe("unclear");
  });
});
