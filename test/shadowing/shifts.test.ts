import { describe, expect, it } from "vitest";
import { createWorld, DAY, HOUR, MINUTE, settingsOf, type World } from "../world.ts";
import { executive, mixed, tell } from "./talks.ts";

/** Monday 2026-10-19, 12:00 in Berlin: six days before the clocks go back. */
const AUTUMN = Date.parse("2026-10-19T10:00:00Z");
const WORDS = { kind: "shift-set", by: executive, every: "dienstags 9 Uhr" } as const;

async function desk(input: Record<string, unknown> = {}, start = AUTUMN): Promise<World> {
  const world = createWorld({ settings: settingsOf(input), start });
  await tell(world, mixed(40, start - DAY));
  await world.settle();
  return world;
}

const appointments = (world: World) => world.store.list("appointment", { orderBy: "at" });
const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());
const told = async (world: World) => (await world.posts(executive.address)).map(({ message }) => message.text);

/** Reads, guesses and closes everything that is left of the latest appointment. */
async function keep(world: World, most = 10): Promise<void> {
  const appointmentId = (await appointments(world)).at(-1)?.id ?? "";
  for (const { id } of (await world.store.list("sitting", { where: { appointmentId } })).slice(0, most)) {
    await world.handle({ kind: "sitting-opened", by: executive, sittingId: id, via: "page" });
    await world.handle({ kind: "score-guessed", by: executive, sittingId: id, guess: 6, via: "page" });
    await world.handle({
      kind: "lesson-given",
      by: executive,
      sittingId: id,
      surprised: "Much.",
      toFix: "",
      via: "page",
    });
  }
}

describe("A standing appointment", () => {
  it("falls due at its time of the week on the person's clock, also when that is put back", async () => {
    const world = await desk();
    await world.handle(WORDS);
    expect((await told(world))[0]).toMatch(
      /every week on Tuesday 09:00, 3 conversations.*Tuesday, October 20.*09:00\.$/,
    );
    await world.handle({
      ...WORDS,
      by: { ...executive, address: "web:agent:fir", zone: "America/New_York" },
      every: "sun 1:30 2",
    });
    await world.pass(15 * DAY, HOUR);
    const due = (await appointments(world)).map(({ whoAddress, at }) => `${whoAddress} ${iso(at)}`);
    expect(due).toEqual([
      "web:agent:elm 2026-10-20T07:00:00.000Z",
      "web:agent:fir 2026-10-25T05:30:00.000Z",
      "web:agent:elm 2026-10-27T08:00:00.000Z",
      "web:agent:fir 2026-11-01T05:30:00.000Z",
      "web:agent:elm 2026-11-03T08:00:00.000Z",
    ]);
  });

  it("is offered once more on the next working morning, kindly, and missed where the next one comes", async () => {
    const world = await desk();
    await world.handle({ ...WORDS, every: "Fri 16:00" });
    await world.pass(4 * DAY + 4 * HOUR, HOUR);
    expect(await told(world)).toHaveLength(2);
    await world.pass(2 * DAY, HOUR);
    expect(await told(world)).toHaveLength(2);
    await world.pass(DAY, HOUR);
    expect((await told(world)).at(-1)).toContain("We won’t remind you again");
    expect((await appointments(world))[0]).toMatchObject({
      state: "offered",
      offeredAgainAt: Date.parse("2026-10-26T08:00:00Z"),
    });
    await world.pass(5 * DAY, HOUR);
    expect((await appointments(world)).map(({ state, dueAt }) => [state, dueAt === null])).toEqual([
      ["missed", true],
      ["offered", false],
    ]);
    expect(await told(world)).toHaveLength(4);
    const [first] = await appointments(world);
    expect(await world.store.list("sitting", { where: { appointmentId: first?.id ?? "" } })).toEqual([]);
    const late = await world.handle({
      kind: "sitting-next",
      by: executive,
      appointmentId: first?.id ?? "",
      via: "chat",
    });
    expect(late.refusal?.text).toBe("That appointment has passed. Begin a new sitting whenever you like.");
  });

  it("is kept where all of it was closed in time; what was only begun is neither kept nor missed", async () => {
    const world = await desk();
    await world.handle(WORDS);
    await world.pass(DAY, HOUR);
    await keep(world);
    await world.pass(7 * DAY, HOUR);
    await keep(world, 1);
    await world.pass(8 * DAY, HOUR);
    expect((await appointments(world)).map(({ state }) => state)).toEqual(["kept", "begun", "offered"]);
    const [, begun] = await appointments(world);
    const left = await world.store.list("sitting", { where: { appointmentId: begun?.id ?? "" } });
    for (const { id } of left) {
      await world.handle({ kind: "sitting-opened", by: executive, sittingId: id, via: "page" });
      await world.handle({ kind: "score-guessed", by: executive, sittingId: id, guess: 6, via: "page" });
      await world.handle({
        kind: "lesson-given",
        by: executive,
        sittingId: id,
        surprised: "Much.",
        toFix: "",
        via: "page",
      });
    }
    expect((await appointments(world))[1]).toMatchObject({ state: "begun", keptAt: null });
  });

  it("that was passed while nothing ran is offered once, the last one alone", async () => {
    const world = await desk();
    await world.handle(WORDS);
    world.sleep(30 * DAY);
    await world.settle();
    expect((await appointments(world)).map(({ at }) => iso(at))).toEqual(["2026-11-17T08:00:00.000Z"]);
    expect(iso((await world.store.list("shift", {}))[0]?.dueAt)).toBe("2026-11-24T08:00:00.000Z");
  });

  it("takes the place of the person's own one before, and is ended by them", async () => {
    const world = await desk();
    await world.handle(WORDS);
    await world.handle({ ...WORDS, every: "thu 10:00", transcripts: 5 });
    await world.handle({ ...WORDS, every: "thu 10:00 2" });
    const standing = () => world.store.list("shift", { where: { state: "standing" } });
    expect(await standing()).toMatchObject([
      { every: "Thu 10:00", transcripts: 2, source: "person", zone: "Europe/Berlin" },
    ]);
    for (const every of ["whenever", "tue 9 44", ""])
      expect((await world.handle({ ...WORDS, every })).refusal?.text).toContain("a day and a time");
    expect((await world.handle({ ...WORDS, transcripts: 99 })).refusal?.code).toBe("unclear");
    await world.handle({ kind: "shift-ended", by: executive });
    expect(await standing()).toEqual([]);
    expect((await world.handle({ kind: "shift-ended", by: executive })).refusal?.code).toBe("unknown");
  });

  it("of the settings stands as it is there, once, and ends where it is taken out", async () => {
    const shifts = [{ who: executive.address, every: "Tue 09:00", transcripts: 2 }];
    const world = await desk({ shadowing: { shifts } });
    await world.settle();
    const restarted = createWorld({
      settings: settingsOf({ shadowing: { shifts } }),
      store: world.allDesks,
      start: AUTUMN + MINUTE,
      ids: world.ids,
    });
    await restarted.settle();
    const [shift, ...more] = await world.store.list("shift", {});
    expect([shift?.source, shift?.transcripts, more.length]).toEqual(["settings", 2, 0]);
    const refused = await world.handle({ kind: "shift-ended", by: executive, shiftId: shift?.id ?? "" });
    expect(refused.refusal?.text).toContain("desk’s settings");
    const without = createWorld({ store: world.allDesks, start: AUTUMN + 2 * MINUTE, ids: world.ids });
    await without.settle();
    expect(await world.store.list("shift", {})).toMatchObject([{ state: "ended", dueAt: null }]);
  });

  it("draws nothing twice where two processes come to it at once", async () => {
    const world = await desk();
    await world.handle(WORDS);
    const other = createWorld({ store: world.allDesks, start: AUTUMN, ids: world.ids });
    world.sleep(DAY);
    other.sleep(DAY);
    await Promise.all([world.ticker.tick(), other.ticker.tick()]);
    expect(await appointments(world)).toHaveLength(1);
    expect(await world.store.list("sitting", {})).toHaveLength(3);
  });
});
