import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import type { Reader } from "../../src/ports.ts";
import { saidTo, talkedOnDiscord } from "../discord/discord-desk.ts";
import { SLACK_SETTINGS, slackDesk } from "../slack/slack-desk.ts";
import { resolved as resolvedOnSlack, thread, untilAsked } from "../slack/talk.ts";
import { openDesk } from "../web/open-desk.ts";
import { agent, createWorld, customer, DAY, HOUR, MINUTE, settingsOf, stranger, type World } from "../world.ts";
import { createDigestWorld, passDays, wordsOf } from "./digest-world.ts";
import { postsOf, tap } from "./talk.ts";

const WORDS = {
  of: "wording",
  id: "warmer",
  a: "normal",
  b: "From {low} to {high}: would you tell others to try {brand}?",
};
const BY_ARM = {
  a: "On a scale of 1 to 10, how likely are you to recommend Acme to other people?",
  b: "From 1 to 10: would you tell others to try Acme?",
};

const placeOf = ({ address }: Person) => `web:chat:${address}`;

/** From the first word of somebody to the resolution; gives their survey. */
async function resolved(world: World, by: Person) {
  await world.writes(by, "My invoice is wrong.", placeOf(by));
  await world.writes(agent, "I have corrected it.", placeOf(by));
  await world.resolves(agent, { where: placeOf(by) });
  return world.survey();
}

/** People until there is one of each arm, each with a conversation that was resolved. */
async function oneOfEach(world: World, more: Partial<Person> = {}) {
  const found = new Map<string | undefined, Person>();
  for (let number = 1; found.size < 2; number += 1) {
    const person: Person = { ...customer, address: `web:customer:drawn-${number}`, ...more };
    const { trialArm } = await resolved(world, person);
    if (!found.has(trialArm?.arm)) found.set(trialArm?.arm, person);
  }
  const of = (arm: string) => found.get(arm) ?? customer;
  return { a: of("a"), b: of("b") };
}

/** In which of the two wordings a text asks. */
function wordingIn(text: string): "a" | "b" | "neither" {
  return text.includes(BY_ARM.b) ? "b" : text.includes(BY_ARM.a) ? "a" : "neither";
}

/** The arms of all who were drawn, in that order. */
async function expectedOf(store: Reader): Promise<(string | undefined)[]> {
  return (await store.list("survey", {})).map(({ trialArm }) => trialArm?.arm);
}

/** Who is asked in a conversation of the digest's world. */
function ownerOf(askIn: string): Person {
  return { ...customer, address: askIn.replace("chat", "customer") };
}

async function textsTo(world: World, person: Person): Promise<string[]> {
  return (await world.posts(placeOf(person))).map(({ message }) => message.text);
}

describe("two wordings on trial", () => {
  it("reach the two customers whom the coin shows them, in the question, its reminder and on the page", async () => {
    const desk = await openDesk({ settings: settingsOf({ trial: WORDS }) });
    const { world } = desk;
    const people = await oneOfEach(world);
    await world.pass(HOUR);
    for (const arm of ["a", "b"] as const) {
      expect(await textsTo(world, people[arm])).toEqual([BY_ARM[arm]]);
      const [survey] = await world.store.list("survey", { where: { askIn: placeOf(people[arm]) } });
      expect(await (await desk.ask(`/survey/${survey?.token}`)).text()).toContain(BY_ARM[arm]);
    }
    await world.pass(4 * DAY, HOUR);
    const [reminder] = await postsOf(world, "reminder", placeOf(people.b));
    expect(reminder?.message.text).toContain(BY_ARM.b);
  });

  it("are the same on Slack", async () => {
    const desk = await slackDesk({ settings: settingsOf({ ...SLACK_SETTINGS, trial: { ...WORDS, id: "on-slack" } }) });
    const firsts = [
      { user: "U1", first: await resolvedOnSlack(desk, { customer: "U1" }) },
      { user: "U3", first: await resolvedOnSlack(desk, { customer: "U3" }) },
    ];
    await untilAsked(desk);
    const seen = firsts.map(({ user, first }) => thread(desk, user, first));
    expect(await expectedOf(desk.store)).toEqual(seen.map(wordingIn));
    expect(new Set(seen.map(wordingIn)).size).toBe(2);
  });

  it("are the same on Discord", async () => {
    const {
      desk,
      customer: one,
      agent: helper,
      thread: first,
    } = await talkedOnDiscord({
      settings: { desk: { brand: "Acme" }, trial: { ...WORDS, id: "friendlier" } },
    });
    const other = desk.discord.user("other");
    const second = other.createsThread(desk.support, "Login", { text: "I cannot sign in." });
    helper.writes(second, "Now you can.");
    await desk.settle();
    for (const place of [first, second]) helper.archives(place, { lock: false });
    await desk.settle();
    await desk.pass(6 * MINUTE);
    const seen = [saidTo(one, first).join(), saidTo(other, second).join()];
    expect(await expectedOf(desk.store)).toEqual(seen.map(wordingIn));
    expect(new Set(seen.map(wordingIn)).size).toBe(2);
  });

  it("are not for customers who are asked in another language", async () => {
    const world = createWorld({ settings: settingsOf({ trial: WORDS }) });
    expect(await resolved(world, { ...customer, locale: "de-AT" })).toMatchObject({ trialId: null, trialArm: null });
  });

  it("stay with a person who was drawn, though the settings have become other ones and the program was started anew", async () => {
    const world = createWorld({ settings: settingsOf({ trial: WORDS }) });
    const { b } = await oneOfEach(world);
    await world.pass(MINUTE);
    const again = createWorld({ store: world.allDesks, start: world.now(), ids: world.ids });
    await again.pass(4 * DAY, HOUR);
    const texts = await textsTo(again, b);
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).toContain(BY_ARM.b);
    await again.handle(tap((await again.store.list("survey", { where: { askIn: placeOf(b) } }))[0]?.id ?? "", 9, b));
    expect(await again.store.list("response", {})).toMatchObject([{ trialId: "warmer", arm: "b" }]);
  });

  it("are the same for a person who is asked again", async () => {
    const settings = settingsOf({ trial: WORDS, ask: { cooldownUnanswered: "0s" } });
    const world = createWorld({ settings });
    const { a } = await oneOfEach(world);
    await world.pass(8 * DAY, HOUR);
    const survey = await resolved(world, a);
    expect(survey.trialArm?.arm).toBe("a");
  });
});

describe("two reminders on trial", () => {
  it("leave those in peace whose arm has none", async () => {
    const trial = { of: "reminder", id: "one-or-none", a: "none", b: "2d" };
    const world = createWorld({ settings: settingsOf({ trial }) });
    const { a, b } = await oneOfEach(world);
    await world.pass(8 * DAY, HOUR);
    expect(await postsOf(world, "reminder", placeOf(a))).toEqual([]);
    const [reminder] = await postsOf(world, "reminder", placeOf(b));
    const [asked] = await postsOf(world, "question", placeOf(b));
    expect((reminder?.createdAt ?? 0) - (asked?.createdAt ?? 0)).toBe(2 * DAY);
    const ends = await world.store.list("survey", { where: { askIn: [placeOf(a), placeOf(b)] } });
    expect(ends.map(({ state }) => state)).toEqual(["expired", "expired"]);
  });
});

describe("two hours on trial", () => {
  const hourOf = (at: number | null, timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at ?? 0);

  it("are hours on the customer's clock, and quiet hours hold", async () => {
    const trial = { of: "hour", id: "when", a: "16:00", b: "21:00" };
    const world = createWorld({ settings: settingsOf({ trial }) });
    const zone = "Asia/Tokyo";
    const { a, b } = await oneOfEach(world, { zone });
    await world.pass(3 * DAY, HOUR);
    const at = async (person: Person) =>
      hourOf((await world.store.list("survey", { where: { askIn: placeOf(person) } }))[0]?.askedAt ?? null, zone);
    expect(await at(a)).toBe("16:00");
    expect(await at(b)).toBe("08:00");
  });

  it("are not for whom a person has asked at once", async () => {
    const trial = { of: "hour", id: "when", a: "16:00", b: "normal" };
    const world = createWorld({ settings: settingsOf({ trial, ask: { sample: "0%" } }) });
    await world.writes(stranger, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves();
    const [resolution] = await world.resolutions();
    await world.handle({ kind: "ask-wanted", by: agent, resolutionId: resolution?.id ?? "" });
    expect(await world.survey()).toMatchObject({ trialId: null });
  });
});

describe("the digest of a week in which something is on trial", () => {
  it("tells how it stands, keeps the scores apart and says that the week's score counts both together", async () => {
    const quick = { delay: "0s", quietHours: "", expireAfter: "1d", cooldownUnanswered: "0s" };
    const world = createDigestWorld({ settings: settingsOf({ ask: quick, trial: WORDS }) });
    for (let visit = 0; visit < 40; visit += 1) await world.visit({ score: null });
    const open = await world.store.list("survey", {});
    const isB = open.filter(({ trialArm }) => trialArm?.arm === "b");
    for (const { id, askIn } of isB) await world.handle(tap(id, 4, ownerOf(askIn)));
    await passDays(world, 7);
    const [digest] = await world.digests();
    expect(digest?.document.trial).toMatchObject({
      ...{ id: "warmer", of: "wording", waiting: 0, scoresDiffer: false },
      arms: { a: { asked: 40 - isB.length, answered: 0 }, b: { asked: isB.length, answered: isB.length, wrote: 0 } },
      answered: { more: "b" },
      wrote: { more: null },
    });
    const words = (await world.digestPosts()).map(wordsOf).join();
    expect(words).toContain("Two wordings of the question are on trial: this score counts both together.");
    expect(words).toContain("B is answered more often. Chance alone would say so once in 20 such trials");
    expect(words).toContain("Which one to keep is for a person to decide");
    await passDays(world, 7);
    expect((await world.digests())[1]?.document.trial).toBeUndefined();
  });
});
