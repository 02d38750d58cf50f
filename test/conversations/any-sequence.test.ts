import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { FATES, NOT_ASKED_REASONS } from "../../src/interaction/interaction.ts";
import type { PostResult } from "../../src/ports.ts";
import { isQuiet } from "../../src/survey/quiet-hours.ts";
import { bandOf } from "../../src/survey/score.ts";
import { isOpen, SURVEY_STATES, type Survey } from "../../src/survey/survey.ts";
import { agent, createWorld, DAY, HOUR, MINUTE, settingsOf, type World } from "../world.ts";

const people: Person[] = [
  { address: "web:customer:1", role: "customer", zone: "Pacific/Auckland" },
  { address: "web:customer:2", role: "customer" },
  { address: "web:customer:3", role: "customer", zone: "America/Santiago", locale: "es" },
  agent,
];
const places = ["web:chat:1", "web:chat:2", "web:chat:3"];
const results: PostResult[] = [
  { kind: "posted", reference: "r" },
  { kind: "retry", reason: "busy" },
  { kind: "unknown", reason: "cut off" },
  { kind: "refused", reason: "dm-closed" },
];
const settings = settingsOf({ ask: { cooldownAnswered: "20d", cooldownUnanswered: "8d" } });

const who = fc.oneof({ weight: 5, arbitrary: fc.nat({ max: people.length - 2 }) }, fc.constant(people.length - 1));
const where = fc.nat({ max: places.length - 1 });
const which = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 6 }));
/** Null is the person whom the survey asks. */
const answerer = fc.option(who, { nil: null, freq: 2 });

/** One thing that somebody does, or that happens to the desk. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("talk" as const), who, where }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("write" as const),
      who,
      where,
      text: fc.constantFrom("Hello.", "7", "9!", " 3 ", "Why?"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("resolve" as const),
      where,
      skip: fc.option(fc.constant("tired"), { nil: undefined, freq: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const), where }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("tap" as const),
      who: answerer,
      which,
      score: fc.constantFrom<unknown>(1, "6", 7, "10", 0, "x"),
      twice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("comment" as const), who: answerer, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("new-question" as const), who: answerer, which }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("decline" as const), who: answerer, which, never: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("ask-me" as const), who, ask: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      ms: fc.constantFrom(MINUTE, 6 * MINUTE, 9 * HOUR, 4 * DAY, 9 * DAY, 21 * DAY),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("platform" as const), result: fc.nat({ max: results.length - 1 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Which scores the bot accepted, from whom, for which survey: kept by the test alone. */
interface Accepted {
  readonly surveyId: string;
  readonly by: string;
}

async function surveyAt(world: World, index: number): Promise<Survey | undefined> {
  const surveys = await world.store.list("survey", {});
  return surveys.length === 0 ? undefined : surveys.at(-1 - (index % surveys.length));
}

/** The person a survey asks. */
async function askedPerson(world: World, survey: Survey): Promise<Person> {
  const [identity] = await world.store.list("identity", { where: { customerId: survey.customerId } });
  return people.find(({ address }) => address === identity?.id) ?? agent;
}

async function act(world: World, accepted: Accepted[], move: Step): Promise<void> {
  if (move.do === "wait") return world.pass(move.ms, Math.max(MINUTE, move.ms / 40));
  if (move.do === "platform") {
    world.chat.answer = () => results[move.result] ?? { kind: "retry", reason: "busy" };
    return;
  }
  if ("which" in move) return actOnSurvey(world, accepted, move);
  const by = ("who" in move ? people[move.who] : undefined) ?? agent;
  if (move.do === "ask-me") return void (await world.handle({ kind: "asking-changed", by, ask: move.ask }));
  const conversation = places[move.where] ?? "";
  if (move.do === "write") await world.writes(by, move.text, conversation);
  else if (move.do === "reopen") await world.handle({ kind: "reopened", conversation, by: agent });
  else if (move.do === "resolve")
    await world.resolves(agent, { where: conversation, ...(move.skip ? { skip: move.skip } : {}) });
  else {
    await world.writes(by, "Something is wrong.", conversation);
    await world.writes(agent, "It is mended.", conversation);
    await world.resolves(agent, { where: conversation });
  }
}

async function actOnSurvey(world: World, accepted: Accepted[], move: Extract<Step, { which: number }>): Promise<void> {
  const survey = await surveyAt(world, move.which);
  if (!survey) return;
  const surveyId = survey.id;
  const by = move.who === null ? await askedPerson(world, survey) : (people[move.who] ?? agent);
  if (move.do === "comment")
    await world.handle({ kind: "comment-given", surveyId, by, comment: "Because.", via: "form" });
  else if (move.do === "new-question") await world.handle({ kind: "new-question", surveyId, by });
  else if (move.do === "decline")
    await world.handle({ kind: "declined", surveyId, by, choice: move.never ? "never" : "not-now" });
  else {
    const tap = { kind: "score-given", surveyId, by, score: move.score, via: "tap", id: world.ids.next() } as const;
    const handled = await Promise.all(move.twice ? [world.handle(tap), world.handle(tap)] : [world.handle(tap)]);
    expect(handled.filter(({ status }) => status === "saved")).toHaveLength(1);
    if (handled.every(({ refusal }) => refusal === undefined)) accepted.push({ surveyId, by: by.address });
  }
}

async function expectFatesToAddUp(world: World): Promise<void> {
  const resolutions = await world.store.list("resolution", {});
  const interactions = await world.store.list("interaction", {});
  expect(resolutions).toHaveLength(interactions.reduce((sum, { resolutionCount }) => sum + resolutionCount, 0));
  for (const resolution of resolutions) {
    const surveys = await world.store.list("survey", { where: { resolutionId: resolution.id } });
    const [survey] = surveys;
    const responses = survey ? await world.store.list("response", { where: { surveyId: survey.id } }) : [];
    expect(surveys.length).toBeLessThanOrEqual(1);
    expect(resolution.fate === "waiting").toBe(survey !== undefined && isOpen(survey));
    expect(resolution.fate === "answered").toBe(responses.length === 1);
    expect(resolution.fate === "silent").toBe(survey?.state === "expired");
    expect(resolution.fate === "declined").toBe(survey?.state === "declined");
    expect(resolution.fate === "undeliverable").toBe(survey?.state === "undeliverable");
    expect(resolution.fateReason !== null).toBe(resolution.fate === "not-asked" || resolution.fate === "undeliverable");
  }
}

async function expectHonestAsking(world: World): Promise<void> {
  const surveys = await world.store.list("survey", { orderBy: "askedAt" });
  const posts = await world.store.list("post", {});
  for (const survey of surveys) {
    const about = posts.filter(({ surveyId }) => surveyId === survey.id);
    expect(about.filter(({ message }) => message.kind === "question").length).toBe(survey.askedAt === null ? 0 : 1);
    expect(about.filter(({ message }) => message.kind === "reminder").length).toBeLessThanOrEqual(1);
    const customer = await world.store.get("customer", survey.customerId);
    const zone = customer?.zone ?? settings.desk.zone;
    for (const { postedAt } of about)
      expect(postedAt !== null && isQuiet(postedAt, settings.ask.quietHours, zone)).toBe(false);
  }
  const asked = surveys.filter(({ deliveredAt }) => deliveredAt !== null);
  for (const later of asked) {
    for (const earlier of asked) {
      const gap = (later.askedAt ?? 0) - (earlier.askedAt ?? 0);
      if (earlier.customerId !== later.customerId || earlier === later || gap < 0) continue;
      if (earlier.state === "cancelled" && earlier.interactionId === later.interactionId) continue;
      expect(gap).toBeGreaterThanOrEqual(settings.ask.cooldownUnanswered);
      const isAnsweredBefore = earlier.state === "answered" && (earlier.endedAt ?? 0) <= (later.askedAt ?? 0);
      if (isAnsweredBefore)
        expect((later.askedAt ?? 0) - (earlier.endedAt ?? 0)).toBeGreaterThanOrEqual(settings.ask.cooldownAnswered);
    }
  }
}

async function expectNothingLost(world: World, accepted: readonly Accepted[]): Promise<void> {
  const responses = await world.store.list("response", {});
  for (const response of responses) {
    const survey = await world.store.get("survey", response.surveyId);
    const revisions = await world.store.list("revision", { where: { responseId: response.id }, orderBy: "number" });
    expect(response.customerId).toBe(survey?.customerId);
    expect(response.band).toBe(bandOf(response.score));
    expect(revisions.map(({ number }) => number)).toEqual(
      Array.from({ length: response.revisionCount }, (_, index) => index + 1),
    );
    expect(revisions.at(-1)).toMatchObject({ score: response.score, comment: response.comment });
  }
  for (const { surveyId, by } of accepted) {
    const response = responses.find((candidate) => candidate.surveyId === surveyId);
    const identity = await world.store.get("identity", by);
    expect(response?.customerId).toBe(identity?.customerId);
  }
}

describe("any sequence of events", () => {
  it("keeps every promise: fates add up, honest asking, nobody else's answers, no lost revision", async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 70 }), async (moves) => {
        const world = createWorld({ settings });
        const accepted: Accepted[] = [];
        for (const move of moves) {
          await act(world, accepted, move);
          await world.settle();
        }
        for (const { state } of await world.store.list("survey", {})) reached.add(state);
        for (const { fate, fateReason } of await world.store.list("resolution", {})) reached.add(fateReason ?? fate);
        await expectFatesToAddUp(world);
        await expectHonestAsking(world);
        await expectNothingLost(world, accepted);
        expect(world.log.faults.filter((fault) => !fault.startsWith("A message could not be delivered"))).toEqual([]);
      }),
      { numRuns: 200 },
    );
    const unreached = [...SURVEY_STATES, ...FATES, ...NOT_ASKED_REASONS].filter((name) => !reached.has(name));
    expect(unreached).toEqual(["not-asked", "sampled-out", "team-member"]);
  });
});
