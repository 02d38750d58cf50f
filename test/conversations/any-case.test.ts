import fc from "fast-check";
import { expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { CASE_ACTS } from "../../src/recovery/case.ts";
import { nextWorkingMoment } from "../../src/recovery/plan-contact.ts";
import { times } from "../runs.ts";
import { agent, createWorld, customer, HOUR, settingsOf, type World } from "../world.ts";
import { reachable, tap } from "./talk.ts";

const TEAM = "web:team";
const THREAD = "web:team:under";
const lead: Person = { address: "web:agent:lime", role: "lead", name: "Lead Lime" };
const birch: Person = { ...agent, address: "web:agent:birch", name: "Agent Birch" };
const roles = { leads: [lead.address] };
const settings = settingsOf({
  roles,
  recovery: { contactWithin: "6h", escalateAfter: "12h", onCall: ["web:agent:oak"] },
});

const step = fc.oneof(
  fc.record({ kind: fc.constant("score" as const), score: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ kind: fc.constant("words" as const), words: fc.constantFrom("Late.", "Cold.") }),
  fc.record({
    kind: fc.constant("act" as const),
    act: fc.constantFrom(...CASE_ACTS),
    by: fc.constantFrom(lead, birch, agent),
  }),
  fc.record({ kind: fc.constant("leave out" as const), reason: fc.constantFrom("a test", null) }),
  fc.record({ kind: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant("archive" as const), isArchived: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(world: World, surveyId: string, given: Step): Promise<void> {
  const [item] = await world.store.list("case", {});
  const [response] = await world.store.list("response", {});
  switch (given.kind) {
    case "score":
      return void (await world.handle(tap(surveyId, given.score)));
    case "words":
      return void (await world.handle({
        kind: "comment-given",
        surveyId,
        by: customer,
        comment: given.words,
        via: "form",
      }));
    case "act": {
      const { act, by } = given;
      const caseId = item?.id ?? "";
      return void (await world.handle({ kind: "case-acted", caseId, by, act, note: "Done.", to: birch }));
    }
    case "leave out": {
      const responseId = response?.id ?? "";
      return void (await world.handle({ kind: "answer-excluded", responseId, by: lead, reason: given.reason }));
    }
    case "wait":
      return world.pass(given.hours * HOUR, HOUR);
    case "archive":
      world.chat.answer = given.isArchived
        ? () => ({ kind: "refused", reason: "archived", remedy: "unarchive it" })
        : reachable;
  }
}

/** Everything that must hold whatever has happened. */
async function holds(world: World): Promise<void> {
  const responses = await world.store.list("response", {});
  const cases = await world.store.list("case", {});
  const everLow = (await world.store.list("revision", {})).some(({ score }) => score <= 6);
  expect(cases).toHaveLength(everLow ? 1 : 0);
  for (const { responseId } of cases) expect(responses.map(({ id }) => id)).toEqual([responseId]);
  const cards = (await world.posts(TEAM)).filter(({ message }) => message.caseId !== undefined);
  expect(cards.filter(({ message, state }) => message.replaces === undefined && state !== "failed")).toHaveLength(
    cases.length,
  );
  const steps = await world.store.list("step", { orderBy: "number" });
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
  const ofClock = steps.filter(
    ({ act, byAddress }) => byAddress === null && ["remind", "overdue", "escalate"].includes(act),
  );
  for (const { at } of ofClock) expect(nextWorkingMoment(at, settings)).toBe(at);
  const rounds = ofClock.map(({ act, earlier }) => `${act} ${earlier.contactBy}`);
  expect(new Set(rounds).size).toBe(rounds.length);
  const told = (await world.posts(THREAD)).filter(({ message }) => message.threadName !== undefined);
  expect(told.length).toBeLessThanOrEqual(steps.length);
  for (const { message } of told) {
    const { mentions = [] } = message;
    expect(new Set(mentions).size).toBe(mentions.length);
    expect(mentions).not.toContain(agent.address);
  }
}

it("whatever happens, a detractor has one case on one card, which calls nobody twice, and never outside business hours", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (given) => {
      const world = createWorld({ settings });
      world.chat.thread = (lane) => (lane === TEAM ? THREAD : null);
      const { id } = await world.asked();
      await world.handle(tap(id, 4));
      for (const one of given) {
        await take(world, id, one);
        await world.settle();
        await holds(world);
      }
    }),
    { numRuns: times(12, 200), seed: 20261128 },
  );
});
