import { describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import type { Change } from "../../src/outcome.ts";
import type { ToldRow } from "../../src/recovery/announcement.ts";
import type { Case } from "../../src/recovery/case.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { agent, createWorld, DAY, HOUR, MINUTE, settingsOf, type World, type WorldOptions } from "../world.ts";
import { away, lastIn, reachable, sentWhenBack, tap } from "./talk.ts";

const lead: Person = { address: "web:agent:birch", role: "lead", name: "Birch", locale: "en" };
const LINE = lead.address;
const SENTENCE = "The app starts again.";
const READ = `You told us, and we did something about it: ${SENTENCE}`;
const settings = settingsOf({
  products: [
    { id: "app", name: "Mobile app" },
    { id: "billing", name: "Billing" },
  ],
});
const APP = { aboutKind: "product", about: "app" } as const;

const customerNo = (number: number): Person => ({ address: `web:customer:${number}`, role: "customer" });
const chat = (number: number): string => `web:chat:${number}`;

async function answered(world: World, number: number, score: number, product = "app"): Promise<void> {
  await world.writes(customerNo(number), "It does not start.", chat(number));
  await world.writes(agent, "I have looked at it.", chat(number));
  await world.resolves(agent, { where: chat(number), product });
  await world.pass(5 * MINUTE);
  const { id } = await world.interaction(chat(number));
  const [survey] = await world.store.list("survey", { where: { interactionId: id } });
  await world.handle(tap(survey?.id ?? "", score, customerNo(number)));
  await world.settle();
}

/** A desk at which the customers have given these scores about the app, the first one's conversation first. */
async function raised(scores: readonly number[], options: WorldOptions = {}): Promise<World> {
  const world = createWorld({ settings, ...options });
  for (const [index, score] of scores.entries()) await answered(world, index + 1, score);
  return world;
}

async function previewed(world: World, sentence = SENTENCE) {
  const { refusal } = await world.handle({ kind: "telling-wanted", by: lead, about: APP, sentence, answerIn: LINE });
  await world.settle();
  const tellings = await world.store.list("announcement", {});
  return { refusal, tellingId: tellings.at(-1)?.id ?? "", preview: await lastIn(world, LINE) };
}

const confirm = (world: World, tellingId: string) => world.handle({ kind: "telling-confirmed", tellingId, by: lead });

/** How often each conversation has read the sentence. */
async function readIn(world: World, numbers: readonly number[], text = READ): Promise<number[]> {
  const posts = await Promise.all(numbers.map((number) => world.posts(chat(number))));
  return posts.map((all) => all.filter(({ state, message }) => state === "posted" && message.text === text).length);
}

const states = async (world: World): Promise<(ToldRow["state"] | ToldRow["reason"])[]> =>
  (await world.store.list("told", {})).map(({ state, reason }) => reason ?? state);

describe("the preview", () => {
  it("shows a lead alone what is read word for word, by how many, and who does not get it and why; nobody is told yet", async () => {
    const world = await raised([3, 8, 9, 2, 5, 1, 4]);
    await answered(world, 8, 3, "billing");
    await world.handle({ kind: "asking-changed", by: customerNo(4), ask: false });
    await world.handle({ kind: "person-described", person: { ...customerNo(5), role: "agent" } });
    const [left] = await world.store.list("response", { where: { score: 1 } });
    await world.handle({ kind: "answer-excluded", responseId: left?.id ?? "", by: lead, reason: "a test" });
    const { refusal, preview } = await previewed(world);
    expect(refusal).toBeUndefined();
    expect(preview).toMatchObject({
      privateTo: LINE,
      quote: { text: READ },
      text: /^3 customers who raised Mobile app/,
    });
    expect(preview.facts?.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      "Not told: took their answer back: 1",
      "Not told: on the team: 1",
      "Not told: asked us not to write: 1",
    ]);
    expect(preview.actions.map(({ name }) => name)).toEqual(["tell-confirm", "tell-cancel"]);
    await world.pass(HOUR);
    expect(await readIn(world, [1, 2, 3, 4, 5, 6, 7, 8])).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ["nothing to be told of", null, SENTENCE, "unclear"],
    ["an unknown product", { aboutKind: "product", about: "phone" }, SENTENCE, "unclear"],
    ["a cause that is none", { aboutKind: "cause", about: "sloth" }, SENTENCE, "unclear"],
    ["a cause that no case has", { aboutKind: "cause", about: "slow" }, SENTENCE, "unknown"],
    ["no words", APP, "  ", "unclear"],
    ["a product nobody is unhappy with", { aboutKind: "product", about: "billing" }, SENTENCE, "unknown"],
  ] as const)("is refused with %s", async (_, about, sentence, code) => {
    const world = await raised([3]);
    const { refusal } = await world.handle({ kind: "telling-wanted", by: lead, about, sentence, answerIn: LINE });
    expect(refusal?.code).toBe(code);
    expect(await world.store.list("announcement", {})).toEqual([]);
  });

  it("leaves out who has taken the answer back though their case was closed with the cause before", async () => {
    const world = await raised([3, 2]);
    for (const { id } of await world.store.list("case", {})) {
      const resolve = { kind: "case-acted", act: "resolve", note: "Mended.", cause: "fault" } as const;
      await world.handle({ ...resolve, caseId: id, by: lead });
    }
    const [response] = await world.store.list("response", { where: { score: 2 } });
    const taken = { kind: "answer-withdrawn", surveyId: response?.surveyId ?? "", by: customerNo(2) } as const;
    await world.handle({ ...taken, isSure: true });
    const about = { aboutKind: "cause", about: "fault" } as const;
    await world.handle({ kind: "telling-wanted", by: lead, about, sentence: SENTENCE, answerIn: LINE });
    const [telling] = await world.store.list("announcement", {});
    expect(telling?.counts).toEqual({ toTell: 1, leftOut: { withdrawn: 1 } });
  });

  it("forgets who raised it longer ago than the settings say", async () => {
    const world = await raised([3]);
    world.sleep(180 * DAY + HOUR);
    expect((await previewed(world).catch(() => null))?.tellingId ?? "").toBe("");
  });

  it("is offered alone to whoever decided about a product that somebody raised", async () => {
    const world = await raised([3]);
    const decided = { kind: "product-decided", verdict: "enhance", sentence: "We mend it.", answerIn: LINE } as const;
    await world.handle({ ...decided, productId: "billing", by: lead });
    await world.handle({ ...decided, productId: "app", by: { ...lead, role: "executive" } });
    expect(await world.posts(LINE)).toEqual([]);
    await world.handle({ ...decided, productId: "app", by: lead });
    const offer: Partial<OutboundMessage> = { privateTo: LINE };
    expect(await lastIn(world, LINE)).toMatchObject({ ...offer, actions: [{ name: "tell", subject: "product:app" }] });
  });
});

describe("once it is confirmed", () => {
  it("each is told once in their conversation, however often it is confirmed, and the preview loses its buttons", async () => {
    const world = await raised([3, 8, 9]);
    const { tellingId } = await previewed(world);
    expect((await confirm(world, tellingId)).refusal).toBeUndefined();
    expect((await confirm(world, tellingId)).refusal?.code).toBe("late");
    await world.pass(HOUR);
    expect(await readIn(world, [1, 2, 3])).toEqual([1, 1, 0]);
    expect(await lastIn(world, LINE)).toMatchObject({ actions: [], text: /^2 customers are being told/ });
    const again = await previewed(world);
    expect(again.preview.facts).toEqual([{ label: "Not told: have heard it already", value: "2" }]);
    expect(again.preview.actions.map(({ name }) => name)).toEqual(["tell-cancel"]);
    const transcript = await world.store.list("entry", { where: { author: "bot", text: READ } });
    expect(transcript).toHaveLength(2);
  });

  it("two previews of the same that are both confirmed tell nobody twice", async () => {
    const world = await raised([3]);
    const [first, second] = [await previewed(world), await previewed(world)];
    await confirm(world, first.tellingId);
    await confirm(world, second.tellingId);
    await world.pass(HOUR);
    expect(await readIn(world, [1])).toEqual([1]);
  });

  it("nobody is told what was cancelled", async () => {
    const world = await raised([3]);
    const { tellingId } = await previewed(world);
    await world.handle({ kind: "telling-cancelled", tellingId, by: lead });
    expect((await confirm(world, tellingId)).refusal?.code).toBe("late");
    await world.pass(HOUR);
    expect(await readIn(world, [1])).toEqual([0]);
  });

  it("whoever opts out between the preview and that moment is not told, nor while it waits to leave", async () => {
    const world = await raised([3, 4, 5]);
    const optOut = (number: number) => world.handle({ kind: "asking-changed", by: customerNo(number), ask: false });
    const { tellingId } = await previewed(world);
    await optOut(1);
    world.chat.answer = away;
    await confirm(world, tellingId);
    await world.pass(MINUTE);
    await optOut(2);
    await sentWhenBack(world);
    expect(await readIn(world, [1, 2, 3])).toEqual([0, 0, 1]);
    expect((await states(world)).toSorted()).toEqual(["opted-out", "said"]);
  });

  it("nobody is told in quiet hours, but at their end, though nothing ran at their beginning or the platform was away until then", async () => {
    const world = await raised([3, 4]);
    const { tellingId } = await previewed(world);
    world.chat.answer = away;
    await confirm(world, tellingId);
    await world.pass(MINUTE);
    world.sleep(11 * HOUR);
    world.chat.answer = reachable;
    await world.pass(10 * HOUR, 10 * MINUTE);
    expect(await readIn(world, [1, 2])).toEqual([0, 0]);
    expect(await states(world)).toEqual(["waiting", "waiting"]);
    await world.pass(2 * HOUR, 10 * MINUTE);
    expect(await readIn(world, [1, 2])).toEqual([1, 1]);
  });

  it("goes on after a restart in the middle, and nobody is told twice", async () => {
    const world = await raised([3, 4, 5]);
    const { tellingId } = await previewed(world);
    await confirm(world, tellingId);
    await world.bot.handle({ kind: "announcement-due", id: null, at: world.now(), subject: tellingId });
    const [first] = await world.store.list("told", {});
    await world.bot.handle({ kind: "told-due", id: null, at: world.now(), subject: first?.id ?? "" });
    const ids = { next: () => `z${world.ids.next()}`, secret: world.ids.secret };
    const again = createWorld({ settings, store: world.allDesks, start: world.now(), ids });
    await again.pass(HOUR);
    expect(await readIn(again, [1, 2, 3])).toEqual([1, 1, 1]);
  });

  it("who cannot be reached counts as not told", async () => {
    const world = await raised([3]);
    const { tellingId } = await previewed(world);
    await confirm(world, tellingId);
    world.chat.answer = () => ({ kind: "refused", reason: "gone" });
    await world.pass(HOUR);
    expect(await states(world)).toEqual(["unreachable"]);
  });

  it.each([
    [true, "slack:T1:U5", undefined],
    [false, "slack:T1:C1:1.1", ["slack:T1:U5"]],
  ])(
    "is said directly to those who agreed to that (%s), else where they wrote, calling them",
    async (directly, lane, mentions) => {
      const world = createWorld({ settings, platform: "slack", teamLanes: ["slack:T1:C9"] });
      const by: Person = { address: "slack:T1:U5", role: "customer" };
      const where = "slack:T1:C1:1.1";
      await world.writes(by, "It does not start.", where);
      await world.writes(agent, "I have looked at it.", where);
      await world.resolves(agent, { where, product: "app" });
      await world.pass(5 * MINUTE);
      await world.handle(tap((await world.survey()).id, 3, by));
      await world.handle({ kind: "asking-changed", by, directly });
      const { tellingId } = await previewed(world);
      await confirm(world, tellingId);
      await world.pass(HOUR);
      const [told] = await world.store.list("told", {});
      const post = await world.store.get("post", told?.postId ?? "");
      expect(post).toMatchObject({ lane, state: "posted", message: { text: READ } });
      expect(post?.message.mentions).toEqual(mentions);
    },
  );
});

it("tells those whose case was closed with a cause", async () => {
  const world = await raised([3, 4]);
  const [item] = await world.store.list("case", {});
  await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [
    { table: "case", row: { ...(item as Case), cause: "slow" } },
  ]);
  const wanted = { kind: "telling-wanted", tellingId: "t", by: lead, sentence: SENTENCE } as const;
  await world.handle({ ...wanted, about: { aboutKind: "cause", about: "slow" } });
  expect(await world.store.get("announcement", "t")).toMatchObject({ counts: { toTell: 1 }, preview: null });
  await confirm(world, "t");
  await world.pass(HOUR);
  expect(await readIn(world, [1, 2])).toEqual([1, 0]);
});

/** As many more customers as unhappy as the first one, each with a conversation of their own. */
async function multiplied(world: World, count: number): Promise<void> {
  const first = async <T extends Table>(table: T): Promise<Rows[T]> => {
    const [row] = await world.store.list(table, { limit: 1 });
    if (!row) throw new Error(`No ${table}`);
    return { ...row, version: 0 };
  };
  const rows = {
    customer: await first("customer"),
    interaction: await first("interaction"),
    resolution: await first("resolution"),
    survey: await first("survey"),
    response: await first("response"),
  };
  const changes = Array.from({ length: count }, (_, index) => String(index).padStart(4, "0")).flatMap(
    (key): Change[] => {
      const [customerId, interactionId, resolutionId] = [`c${key}`, `i${key}`, `r${key}`];
      const place = { conversation: `web:chat:x${key}`, askIn: `web:chat:x${key}` };
      const whose = { customerId, interactionId };
      return [
        { table: "customer", row: { ...rows.customer, id: customerId } },
        { table: "interaction", row: { ...rows.interaction, ...place, id: interactionId, customerId, resolutionId } },
        { table: "resolution", row: { ...rows.resolution, ...whose, id: resolutionId } },
        { table: "survey", row: { ...rows.survey, ...whose, id: `s${key}`, token: key, resolutionId } },
        { table: "response", row: { ...rows.response, ...whose, id: `a${key}`, surveyId: `s${key}` } },
      ];
    },
  );
  await world.allDesks.save(DEFAULT_DESK, { id: null, at: 0 }, changes);
}

it("lists very many in several saves", async () => {
  const world = await raised([3]);
  await multiplied(world, 450);
  const { tellingId } = await previewed(world);
  let saves = 0;
  world.bot.onSaved((changes) => {
    if (changes.some(({ table, row }) => table === "told" && row.version === 0)) saves += 1;
  });
  await confirm(world, tellingId);
  for (let ticks = 0; ticks < 4; ticks += 1) await world.ticker.tick();
  expect(saves).toBe(3);
  expect(await states(world)).toEqual(Array.from({ length: 451 }, () => "said"));
});
