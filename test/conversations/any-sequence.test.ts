import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FATES, NOT_ASKED_REASONS } from "../../src/interaction/interaction.ts";
import { isQuiet } from "../../src/survey/quiet-hours.ts";
import { bandOf } from "../../src/survey/score.ts";
import { isOpen, SURVEY_STATES, type Survey } from "../../src/survey/survey.ts";
import { times } from "../runs.ts";
import { settingsOf } from "../world.ts";
import { createDesk, type Desk } from "./sequence-desk.ts";
import { act, step } from "./sequence-steps.ts";

const settings = settingsOf({ ask: { cooldownAnswered: "20d", cooldownUnanswered: "8d", sample: "85%" } });

async function expectFatesToAddUp({ store }: Desk): Promise<void> {
  const resolutions = await store.list("resolution", {});
  const interactions = await store.list("interaction", {});
  expect(resolutions).toHaveLength(interactions.reduce((sum, { resolutionCount }) => sum + resolutionCount, 0));
  for (const resolution of resolutions) {
    const surveys = await store.list("survey", { where: { resolutionId: resolution.id } });
    const [survey] = surveys;
    const responses = survey ? await store.list("response", { where: { surveyId: survey.id } }) : [];
    expect(surveys.length).toBeLessThanOrEqual(1);
    expect(resolution.fate === "waiting").toBe(survey !== undefined && isOpen(survey));
    expect(resolution.fate === "answered").toBe(responses.length === 1);
    expect(resolution.fate === "silent").toBe(survey?.state === "expired");
    expect(resolution.fate === "declined").toBe(survey?.state === "declined");
    expect(resolution.fate === "undeliverable").toBe(survey?.state === "undeliverable");
    expect(resolution.fate === "not-asked").toBe(survey === undefined || survey.state === "cancelled");
    expect(resolution.fateReason !== null).toBe(resolution.fate === "not-asked" || resolution.fate === "undeliverable");
  }
}

/** What the chat received, counted there: nothing twice, one question and one reminder, by day, and unwanted by nobody. */
async function expectHonestPosting({ store, received }: Desk): Promise<void> {
  const ids = received.map(({ post }) => post.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const survey of await store.list("survey", {})) {
    const about = received.filter(({ post }) => post.surveyId === survey.id);
    const customer = await store.get("customer", survey.customerId);
    const zone = customer?.zone ?? settings.desk.zone;
    for (const kind of ["question", "reminder"] as const)
      expect(about.filter(({ post }) => post.message.kind === kind).length).toBeLessThanOrEqual(1);
    if (about.length > 0) expect(survey.askedAt).not.toBeNull();
    expect(about.filter(({ at }) => isQuiet(at, settings.ask.quietHours, zone))).toEqual([]);
    expect(about.filter(({ isUnwanted }) => isUnwanted)).toEqual([]);
    if (survey.state === "expired") expect(about.length).toBeGreaterThan(0);
  }
}

/** Whether the earlier question stood there when the later one was put. */
function precedes(earlier: Survey, later: Survey): boolean {
  if (earlier.customerId !== later.customerId || earlier === later) return false;
  return earlier.deliveredAt !== null && later.askedAt !== null && earlier.deliveredAt < later.askedAt;
}

async function expectPeaceBetweenQuestions({ store }: Desk): Promise<void> {
  const surveys = await store.list("survey", { orderBy: "askedAt" });
  for (const later of surveys.filter(({ deliveredAt }) => deliveredAt !== null)) {
    const at = later.askedAt ?? 0;
    const earlier = surveys.filter((survey) => precedes(survey, later));
    const recent = earlier.filter(({ askedAt }) => at < (askedAt ?? 0) + settings.ask.cooldownUnanswered);
    const isCutShort = ({ state, interactionId, endedAt }: Survey) =>
      state === "cancelled" && interactionId === later.interactionId && (endedAt ?? 0) <= at;
    const answered = earlier.filter(({ state, endedAt }) => state === "answered" && (endedAt ?? 0) <= at);
    const resting = answered.filter(({ endedAt }) => at < (endedAt ?? 0) + settings.ask.cooldownAnswered);
    expect(recent.filter((survey) => !isCutShort(survey))).toEqual([]);
    expect(recent.filter(isCutShort).length).toBeLessThanOrEqual(1);
    expect(resting).toEqual([]);
  }
}

/** Whether the numbers stand in the list in this order; one place may stand for the same number given repeatedly. */
function standsIn(numbers: readonly number[], list: readonly number[]): boolean {
  let from = 0;
  return numbers.every((number) => {
    from = list.indexOf(number, from);
    return from >= 0;
  });
}

async function expectNothingLost({ store, accepted }: Desk): Promise<void> {
  const responses = await store.list("response", {});
  for (const response of responses) {
    const survey = await store.get("survey", response.surveyId);
    const revisions = await store.list("revision", { where: { responseId: response.id }, orderBy: "number" });
    expect(response.customerId).toBe(survey?.customerId);
    expect(response.band).toBe(bandOf(response.score));
    expect(revisions.map(({ number }) => number)).toEqual(revisions.map((_, index) => index + 1));
    expect(revisions).toHaveLength(response.revisionCount);
    expect(revisions.at(-1)).toMatchObject({ score: response.score, comment: response.comment });
    const given = accepted.get(response.surveyId)?.scores ?? [];
    const kept = revisions.map(({ score }) => score);
    expect({ given, kept, areKept: standsIn(given, kept) }).toMatchObject({ areKept: true });
    expect(given.at(-1)).toBe(response.score);
  }
  for (const { surveyId, by } of accepted.values()) {
    const response = responses.find((candidate) => candidate.surveyId === surveyId);
    expect(response).toBeDefined();
    for (const address of by) expect((await store.get("identity", address))?.customerId).toBe(response?.customerId);
  }
}

/** Rounds after which every state, fate and reason must have come up; a few mostly do. */
const ROUNDS = 36;

describe("any sequence of events", () => {
  it("keeps every promise on two replicas: fates add up, honest asking, nobody else's answers, nothing lost", async () => {
    const unreached = new Set<string>([...SURVEY_STATES, ...FATES, ...NOT_ASKED_REASONS]);
    const property = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 70 }), async (moves) => {
      const desk = createDesk(settings);
      for (const move of moves) await act(desk, move);
      for (const name of desk.reached) unreached.delete(name);
      await expectFatesToAddUp(desk);
      await expectHonestPosting(desk);
      await expectPeaceBetweenQuestions(desk);
      await expectNothingLost(desk);
      expect(desk.faults()).toEqual([]);
    });
    for (let round = 0; round === 0 || (round < ROUNDS && unreached.size > 0); round += 1)
      await fc.assert(property, { numRuns: times(10, 2_000) });
    expect([...unreached]).toEqual([]);
  });
});
