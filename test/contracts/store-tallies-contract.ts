import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../src/digest/fates.ts";
import { countHeardAgain, type HeardCount } from "../../src/digest/heard-again.ts";
import { outcomesOf } from "../../src/digest/outcomes.ts";
import { countRecovered, NOBODY_FOLLOWED } from "../../src/digest/recovered.ts";
import { type AsideCount, countAside, countScores, type ScoreCount } from "../../src/digest/score-counts.ts";
import { settledOf } from "../../src/digest/settled.ts";
import { sortAnswers } from "../../src/digest/tally.ts";
import { wordOfMouthOf } from "../../src/digest/word-of-mouth.ts";
import { ENHANCEMENT_STATES } from "../../src/enhance/enhancement.ts";
import { countEnhancements, type EnhancementCount } from "../../src/enhance/enhancement-counts.ts";
import { FATES } from "../../src/interaction/interaction.ts";
import type { Reader, Store } from "../../src/ports.ts";
import { bandOf } from "../../src/survey/score.ts";
import { OPEN_STATES, SURVEY_STATES } from "../../src/survey/survey.ts";
import { PEOPLE, TELLING_KINDS, tellingId } from "../../src/survey/telling.ts";
import { change, DESK, sampleRows } from "../database/sample-rows.ts";
import { times } from "../runs.ts";

/** Milliseconds from the beginning of a run in which everything happens, and its window. */
const SPAN = 20;
const WINDOW = { from: 5, to: 15 };

const time = fc.integer({ min: 0, max: SPAN - 1 });
const visit = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  scale: fc.constantFrom("1-10", "0-10"),
  score: fc.integer({ min: 1, max: 10 }),
  product: fc.constantFrom(null, "", "app", "billing"),
  comment: fc.constantFrom(null, "", " ", "Words"),
  excluded: fc.constantFrom(null, null, null, "", "a test", "__proto__"),
  answeredAt: fc.constantFrom(4, 5, 5, 9, 14, 15),
  resolvedAt: time,
  imported: fc.boolean(),
  fate: fc.constantFrom(...FATES),
  reason: fc.constantFrom("cooldown", "reopened", "\u{1F600}", "\uFF01"),
  state: fc.constantFrom(...SURVEY_STATES),
  askedAt: fc.option(time),
  deliveredAt: fc.option(time),
  told: fc.array(
    fc.record({
      kind: fc.constantFrom(...TELLING_KINDS),
      stage: fc.constantFrom("now", "later"),
      people: fc.constantFrom(null, ...PEOPLE),
      at: fc.constantFrom(4, 5, 9, 14, 15),
    }),
    { maxLength: 2 },
  ),
  promise: fc.option(fc.record({ askedAt: fc.option(fc.constantFrom(4, 5, 14, 15)) })),
  toEnhance: fc.option(fc.record({ state: fc.constantFrom(...ENHANCEMENT_STATES), hasWords: fc.boolean() })),
  purpose: fc.constantFrom("recommend", "recommend", "recovery"),
  case: fc.option(
    fc.record({
      state: fc.constantFrom("new", "contacted", "resolved", "closed"),
      openedAt: time,
      contactBy: time,
      contactedAt: fc.option(time),
      closedAt: fc.option(time),
      cause: fc.option(fc.constantFrom("fault", "slow")),
      contactWish: fc.constantFrom(null, "yes", "no"),
      act: fc.constantFrom("contact", "wait", "resolve", "claim"),
      at: time,
      takenBack: fc.boolean(),
    }),
  ),
});
type Visit = typeof visit extends fc.Arbitrary<infer V> ? V : never;

function later<Times extends object>(times: Times, start: number): Times {
  const moved = Object.entries(times).map(([name, at]) => [name, typeof at === "number" ? at + start : at]);
  return Object.fromEntries(moved) as Times;
}

/** Everything that is kept of a visit; customers are shared by the visits of a run. */
function changesOf(given: Visit, run: number, index: number) {
  const rows = sampleRows(`${run}-${index}`);
  const { customer, interaction, resolution, survey, response, case: sample, step } = rows;
  const { who, scale, score, product, comment, excluded, fate, state, imported } = given;
  const times = later(given, run * SPAN);
  const { answeredAt, askedAt, deliveredAt } = times;
  const customerId = `customer-${run}-of-${who}`;
  const answer = { customerId, scale, score, band: bandOf(score), product, comment, excluded, answeredAt };
  const isOpen = (OPEN_STATES as readonly string[]).includes(state);
  const fateReason = fate === "not-asked" || fate === "undeliverable" ? given.reason : null;
  const purpose = given.case ? given.purpose : "recommend";
  const about = { purpose, caseId: purpose === "recovery" ? sample.id : null };
  const asked = { state, askedAt, deliveredAt, dueAt: isOpen ? 1 : null, questionPostId: null, ...about };
  const caseChanges = ({ act, at, takenBack, ...acted }: NonNullable<Visit["case"]>) => [
    change("case", { ...sample, ...later(acted, run * SPAN), customerId, dueAt: null, alerts: [] }),
    change("step", { ...step, act, at: at + run * SPAN, takenBack }),
  ];
  return [
    change("customer", customer),
    change("customer", { ...customer, id: customerId }),
    change("interaction", interaction),
    change("resolution", { ...resolution, at: times.resolvedAt, fate, fateReason, imported }),
    change("survey", { ...survey, ...asked }),
    change("response", { ...response, ...answer, purpose }),
    ...(given.case ? caseChanges(given.case) : []),
    ...given.told.map((one) => {
      const id = tellingId(response.id, one.stage, one.kind);
      return change("telling", { ...rows.telling, ...later(one, run * SPAN), id, customerId });
    }),
    ...(given.promise
      ? [change("promise", { ...rows.promise, ...later(given.promise, run * SPAN), customerId, dueAt: null })]
      : []),
    ...(given.toEnhance
      ? [change("enhancement", { ...rows.enhancement, ...given.toEnhance, product, customerId })]
      : []),
  ];
}

/** The tellings and promises of answers that count, as the tallies take them. */
async function countingIn(store: Reader) {
  const answers = await store.list("response", { where: { excluded: null } });
  const counting = new Set(answers.map(({ id }) => id));
  const counts = ({ responseId }: { readonly responseId: string }) => counting.has(responseId);
  return {
    tellings: (await store.list("telling", {})).filter(counts),
    promises: (await store.list("promise", {})).filter(counts),
  };
}

async function put(store: Store, visits: readonly Visit[], run: number): Promise<void> {
  const changes = visits.flatMap((one, index) => changesOf(one, run, index));
  const byId = new Map(changes.map((one) => [`${one.table} ${one.row.id}`, one]));
  expect(await store.save(DESK, { id: null, at: 0 }, [...byId.values()])).toBe("saved");
}

/** The first contact about each answer, by a plain walk through the rows. */
async function contactsIn(store: Reader): Promise<Map<string, number>> {
  const contacts = new Map<string, number>();
  const cases = await store.list("case", {});
  const note = (responseId: string, at: number) =>
    contacts.set(responseId, Math.min(at, contacts.get(responseId) ?? at));
  for (const { responseId, contactedAt } of cases) if (contactedAt !== null) note(responseId, contactedAt);
  for (const { caseId, act, at, takenBack } of await store.list("step", {})) {
    const item = cases.find(({ id }) => id === caseId);
    if (item && !takenBack && act !== "claim") note(item.responseId, at);
  }
  return contacts;
}

async function rowsIn(store: Reader) {
  const resolutions = await store.list("resolution", {});
  const surveys = await store.list("survey", {});
  const waits = new Map(resolutions.map(({ id, at, fate }) => [id, fate === "waiting" ? at : null]));
  const ours = new Set(resolutions.filter(({ imported }) => imported).map(({ id }) => id));
  return {
    imported: new Set(surveys.filter(({ resolutionId }) => ours.has(resolutionId)).map(({ id }) => id)),
    contacts: await contactsIn(store),
    ...{ resolutions, cases: await store.list("case", {}), answers: await store.list("response", {}) },
    waitingIn: ({ from, to }: typeof WINDOW) =>
      surveys.filter(({ resolutionId }) => {
        const at = waits.get(resolutionId) ?? null;
        return at !== null && at >= from && at < to;
      }),
  };
}

function asideInOrder(counts: readonly AsideCount[]): string[] {
  return counts
    .map(({ stands, reason, scale, product, score, count }) =>
      JSON.stringify([stands, reason, scale, product, score, count]),
    )
    .sort();
}

function inOrder(counts: readonly ScoreCount[]): string[] {
  return counts.map(({ scale, product, score, count }) => JSON.stringify([scale, product, score, count])).sort();
}

function pointsInOrder(counts: readonly EnhancementCount[]): string[] {
  return counts.map((one) => JSON.stringify([one.product, one.state, one.hasWords, one.count])).sort();
}

const DAY_MS = 86_400_000;
const day = fc.integer({ min: 0, max: 420 });
const stay = fc.record({
  who: fc.integer({ min: 0, max: 3 }),
  openedBy: fc.constantFrom("customer", "team"),
  openedDay: day,
  resolvedDay: day,
  againDay: fc.option(day),
  isOpen: fc.boolean(),
  fate: fc.constantFrom(...FATES),
  reason: fc.constantFrom("cooldown", "reopened"),
  imported: fc.boolean(),
});
type Stay = typeof stay extends fc.Arbitrary<infer S> ? S : never;

/** A conversation with one resolution or two, as a follow-up over a year finds it. */
function stayOf(given: Stay, run: number, index: number) {
  const { customer, interaction, resolution } = sampleRows(`stay-${run}-${index}`);
  const { who, fate, openedBy, imported } = given;
  const customerId = `stayer-${run}-${who}`;
  const openedAt = given.openedDay * DAY_MS + index;
  const lastDay = Math.max(given.openedDay, given.resolvedDay, given.againDay ?? 0) + (given.isOpen ? 5 : 0);
  const resolutionCount = given.againDay === null ? 1 : 2;
  const times = { openedAt, lastActivityAt: lastDay * DAY_MS + index, resolutionCount };
  const isOpen = given.isOpen && given.againDay === null;
  const standing = { state: isOpen ? "open" : "resolved", resolutionId: isOpen ? null : resolution.id } as const;
  const fateReason = fate === "not-asked" || fate === "undeliverable" ? given.reason : null;
  const first = { ...resolution, customerId, at: given.resolvedDay * DAY_MS, fate, fateReason, imported };
  const again = { ...first, id: `${resolution.id}-2`, number: 2, at: (given.againDay ?? 0) * DAY_MS };
  return [
    change("customer", { ...customer, id: customerId }),
    change("interaction", { ...interaction, ...times, ...standing, customerId, openedBy }),
    change("resolution", first),
    ...(given.againDay === null ? [] : [change("resolution", again)]),
  ];
}

function byText(counts: readonly HeardCount[]): string[] {
  return counts.map(({ fate, days, isHeard, count }) => JSON.stringify([fate, days, isHeard, count])).sort();
}

/** How any store counts for the digest. `opened` is the empty store of the test. */
export function storeTalliesContract(opened: () => Store): void {
  const rows = () => opened().at(DESK);
  describe("tallies", () => {
    it("come to what the rules make of the rows, whatever they are", async () => {
      let run = 0;
      const property = fc.asyncProperty(fc.array(visit, { maxLength: 12 }), time, async (visits, hour) => {
        run += 1;
        const store = opened();
        await put(store, visits, run);
        const window = later(WINDOW, run * SPAN);
        const now = run * SPAN + hour;
        const { waitingIn, contacts, imported, ...found } = await rowsIn(rows());
        const commented = sortAnswers(found.answers, window).counted.filter(({ comment }) => comment !== null);
        expect(inOrder(await rows().countScores(window))).toEqual(inOrder(countScores(found.answers, window)));
        expect(asideInOrder(await rows().countAside(window))).toEqual(asideInOrder(countAside(found.answers, window)));
        expect(await rows().listCommented(window)).toEqual(commented.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
        expect(await rows().countOutcomes(window, now)).toEqual(
          outcomesOf({ ...found, waiting: waitingIn(window) }, window, now),
        );
        expect(await rows().countFates(window)).toEqual(ledgerOf(found.resolutions, waitingIn(window), window));
        expect(await rows().countWordOfMouth(window)).toEqual(wordOfMouthOf(await countingIn(rows()), window));
        const points = countEnhancements(await rows().list("enhancement", {}));
        expect(pointsInOrder(await rows().countEnhancements())).toEqual(pointsInOrder(points));
        const followed = { answers: found.answers, contacts, imported };
        expect(await rows().countRecovered(window)).toEqual(countRecovered(followed, window));
        expect(await rows().countSettled(window)).toEqual(settledOf(found.resolutions, window));
      });
      await fc.assert(property, { numRuns: times(30, 500) });
    });

    it("follow customers over a year as the rule does", async () => {
      let run = 0;
      const property = fc.asyncProperty(fc.array(stay, { maxLength: 8 }), day, async (stays, until) => {
        run += 1;
        const changes = stays.flatMap((one, index) => stayOf(one, run, index));
        const byId = new Map(changes.map((one) => [`${one.table} ${one.row.id}`, one]));
        expect(await opened().save(DESK, { id: null, at: 0 }, [...byId.values()])).toBe("saved");
        const found = {
          resolutions: await rows().list("resolution", {}),
          interactions: await rows().list("interaction", {}),
        };
        const at = until * DAY_MS + 1;
        expect(byText(await rows().countHeardAgain(at))).toEqual(byText(countHeardAgain(found, at)));
      });
      await fc.assert(property, { numRuns: 40 });
    });

    it("of no rows are nothing", async () => {
      expect(await rows().countScores(WINDOW)).toEqual([]);
      expect(await rows().listCommented(WINDOW)).toEqual([]);
      const nothing = { resolutions: [], cases: [], answers: [] };
      expect(await rows().countOutcomes(WINDOW, 0)).toEqual(outcomesOf(nothing, WINDOW, 0));
      expect(await rows().countRecovered(WINDOW)).toEqual(NOBODY_FOLLOWED);
      expect(await rows().countSettled(WINDOW)).toEqual({ answered: 0, silent: 0 });
      expect(await rows().countHeardAgain(SPAN)).toEqual([]);
    });
  });
}
