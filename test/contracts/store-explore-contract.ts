import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Slice, SliceCounts, SliceFilter } from "../../src/explore/slice.ts";
import { chosenAnswers, chosenScores, type SlicedRows, sliceOf } from "../../src/explore/sliced-rows.ts";
import { FATES } from "../../src/interaction/interaction.ts";
import type { Change } from "../../src/outcome.ts";
import type { Reader, Store } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { BANDS, bandOf } from "../../src/survey/score.ts";
import { SURVEY_STATES } from "../../src/survey/survey.ts";
import { change, DESK, sampleRows } from "../database/sample-rows.ts";
import { times } from "../runs.ts";

const TABLES = ["response", "resolution", "survey", "case", "interaction"] as const;
const AGENTS = ["web:desk:ash", "web:desk:bo"];
const PLACES = ["one:s:a:1", "one:s:b:1", "one:t:1", "other:s:a:1", "one"];

const time = fc.integer({ min: 0, max: 19 });
const talk = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  place: fc.constantFrom(...PLACES.slice(0, 4)),
  agent: fc.constantFrom(null, ...AGENTS),
  locale: fc.constantFrom("en", "de"),
  product: fc.constantFrom(null, "", "app", "billing"),
  scale: fc.constantFrom("1-10", "0-10"),
  score: fc.integer({ min: 1, max: 10 }),
  comment: fc.constantFrom(null, "Words"),
  excluded: fc.constantFrom(null, null, "a test"),
  purpose: fc.constantFrom("recommend", "recommend", "recovery"),
  answeredAt: fc.constantFrom(4, 5, 9, 9, 14, 15),
  at: time,
  imported: fc.boolean(),
  fate: fc.constantFrom(...FATES),
  state: fc.constantFrom(...SURVEY_STATES.filter((state) => !["scheduled", "asked", "reminded"].includes(state))),
  askedAt: fc.option(time),
  deliveredAt: fc.option(time),
  case: fc.record({ openedAt: time, contactBy: time, contactedAt: fc.option(time), closedAt: fc.option(time) }),
  isLate: fc.boolean(),
});
type Talk = typeof talk extends fc.Arbitrary<infer T> ? T : never;

const filter = fc.record(
  {
    product: fc.constantFrom("app", "billing", ""),
    agent: fc.constantFrom(...AGENTS),
    channel: fc.constantFrom("one", "one:s", "one:s:a", "other", "on"),
    language: fc.constantFrom("en", "de"),
  },
  { requiredKeys: [] },
);

function changesOf(given: Talk, key: string): Change[] {
  const { customer, interaction, resolution, survey, response, case: file } = sampleRows(key);
  const { who, place, locale, product, scale, score, comment, excluded, purpose, answeredAt, fate } = given;
  const customerId = `customer-${who}`;
  const creditedAgent = given.agent === null ? null : { address: given.agent, name: null };
  const shared = { customerId, product, creditedAgent };
  const { at, imported, state, askedAt, deliveredAt } = given;
  const fateReason = fate === "not-asked" || fate === "undeliverable" ? "cooldown" : null;
  const caseId = purpose === "recovery" ? file.id : null;
  const changes = [
    change("interaction", { ...interaction, customerId, conversation: `${place}-${key}` }),
    change("resolution", { ...resolution, ...shared, at, imported, fate, fateReason }),
    change("survey", {
      ...{ ...survey, ...shared, locale, state, askedAt, deliveredAt },
      ...{ dueAt: null, questionPostId: null, purpose, caseId },
    }),
    change("response", {
      ...{ ...response, ...shared, scale, score, band: bandOf(score), comment, excluded, purpose, answeredAt },
    }),
    change("case", { ...file, customerId, dueAt: null, alerts: [], state: "resolved", ...given.case }),
  ] as Change[];
  return [change("customer", { ...customer, id: customerId }), ...(given.isLate ? changes.toReversed() : changes)];
}

async function rowsIn(reader: Reader): Promise<SlicedRows> {
  const [responses, resolutions, surveys, cases, interactions] = await Promise.all(
    TABLES.map((table) => reader.list(table, {})),
  );
  return { responses, resolutions, surveys, cases, interactions } as unknown as SlicedRows;
}

function inOrder({ scores, talks, invited, cases }: SliceCounts) {
  const listed = (items: readonly object[]) => items.map((item) => JSON.stringify(Object.entries(item).sort())).sort();
  return { scores: listed(scores), talks: listed(talks), invited, cases };
}

async function expectAgreed(reader: Reader, chosen: SliceFilter, now: number): Promise<void> {
  const rows = await rowsIn(reader);
  const slice: Slice = { from: 5, to: 15, filter: chosen };
  expect(inOrder(await reader.countSlice(slice, now))).toEqual(inOrder(sliceOf(rows, slice, now)));
  const weeks = [
    { from: 0, to: 9 },
    { from: 9, to: 15 },
  ];
  const nothing = { talks: [], invited: null, cases: null } as unknown as SliceCounts;
  for (const [index, { scores }] of (await reader.countSliceWeeks(weeks, chosen)).entries()) {
    const week = weeks[index] ?? slice;
    expect(inOrder({ ...nothing, scores })).toEqual(inOrder({ ...nothing, scores: chosenScores(rows, week, chosen) }));
  }
  const commented = chosenAnswers(rows, slice, chosen).filter(({ comment }) => comment !== null);
  const latestFirst = commented.toSorted((a, b) => b.answeredAt - a.answeredAt || (a.id < b.id ? 1 : -1));
  expect(await reader.countSliceComments(slice)).toBe(latestFirst.length);
  const languages = new Map(rows.surveys.map(({ id, locale }) => [id, locale]));
  const listed = latestFirst.map((answer) => ({ answer, language: languages.get(answer.surveyId) ?? null }));
  const first = await reader.listSliceComments(slice, { limit: 2 });
  expect(first).toEqual(listed.slice(0, 2));
  const last = first.at(-1)?.answer;
  const behind = last && { at: last.answeredAt, id: last.id };
  expect(await reader.listSliceComments(slice, { limit: 20, behind })).toEqual(listed.slice(behind ? 2 : 0));
  for (const band of BANDS)
    expect(await reader.listSliceComments(slice, { limit: 20, band })).toEqual(
      listed.filter(({ answer }) => answer.band === band),
    );
}

/** How any store counts a slice of its rows. `opened` is the empty store of the test. */
export function storeExploreContract(opened: () => Store): void {
  const reader = () => opened().at(DESK);
  const save = async (changes: readonly Change[]) =>
    expect(await opened().save(DESK, { id: null, at: 0 }, changes)).toBe("saved");

  async function everything<T extends Table>(table: T): Promise<Rows[T][]> {
    return reader().list(table, {});
  }

  async function removed<T extends Table>(table: T, id: string): Promise<Change[]> {
    const row = await reader().get(table, id);
    return row === null ? [] : [{ table, row, remove: true } as unknown as Change];
  }

  async function clear(): Promise<void> {
    const tables = ["case", "response", "survey", "interaction", "resolution", "customer"] as const;
    const gone: Change[] = [];
    for (const table of tables) for (const { id } of await everything(table)) gone.push(...(await removed(table, id)));
    await save(gone);
  }

  describe("slices", () => {
    it("come to what the rules make of the rows, as they come, change and go", async () => {
      const property = fc.asyncProperty(
        fc.array(talk, { minLength: 1, maxLength: 6 }),
        filter,
        talk,
        time,
        async (talks, chosen, after, now) => {
          await clear();
          const changes = talks.flatMap((one, index) => changesOf(one, `${index}`));
          await save([...new Map(changes.map((one) => [`${one.table} ${one.row.id}`, one])).values()]);
          await expectAgreed(reader(), chosen, now);
          const changed = changesOf({ ...after, who: talks[0]?.who ?? 0 }, "0").filter(
            ({ table }) => table !== "customer",
          );
          const moved: Change[] = [];
          for (const one of changed) {
            const known = await reader().get(one.table, one.row.id);
            moved.push({ ...one, row: { ...one.row, version: known?.version ?? 0 } } as Change);
          }
          await save(moved);
          await expectAgreed(reader(), chosen, now);
          const first = sampleRows("0");
          await save([
            ...(await removed("case", first.case.id)),
            ...(await removed("response", first.response.id)),
            ...(await removed("survey", first.survey.id)),
          ]);
          await expectAgreed(reader(), chosen, now);
          await clear();
          expect(await reader().listSliceValues()).toEqual({ channel: [], language: [], agent: [] });
        },
      );
      await fc.assert(property, { numRuns: times(15, 300) });
    });

    it("name what may be chosen, the most frequent first", async () => {
      const given = { ...fc.sample(talk, { numRuns: 1, seed: 1 })[0], purpose: "recommend", isLate: false } as Talk;
      await save([
        ...changesOf({ ...given, place: "one:s:b:1", locale: "de", agent: null }, "1"),
        ...changesOf({ ...given, who: 5, place: "one:t:1", locale: "en", agent: AGENTS[1] ?? "" }, "2"),
        ...changesOf({ ...given, who: 6, place: "one:s:b:1", locale: "en", agent: AGENTS[0] ?? "" }, "3"),
      ]);
      expect(await reader().listSliceValues()).toEqual({
        channel: ["one:s:b", "one:t"],
        language: ["en", "de"],
        agent: AGENTS,
      });
    });
  });
}
