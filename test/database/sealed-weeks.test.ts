import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { canonicalJson } from "../../src/canonical-json.ts";
import type { Window } from "../../src/digest/week.ts";
import { FATES } from "../../src/interaction/interaction.ts";
import type { Change } from "../../src/outcome.ts";
import type { Reader, Store } from "../../src/ports.ts";
import { SURVEY_STATES } from "../../src/survey/survey.ts";
import { times } from "../runs.ts";
import { openStore, temporaryFolder } from "./open-store.ts";
import { change, DESK, sampleRows } from "./sample-rows.ts";

const WEEK = 7 * 24 * 3_600_000;
const START = Date.UTC(2025, 8, 1);
const WEEKS: readonly Window[] = [0, 1, 2].map((n) => ({ from: START + n * WEEK, to: START + (n + 1) * WEEK }));
const EDGES = WEEKS.flatMap(({ from, to }) => [from, from + 1, to - 1]);

const moment = fc.constantFrom(...EDGES, START + 3 * WEEK);
const talk = fc.record({
  who: fc.constantFrom("a", "b"),
  score: fc.integer({ min: 1, max: 10 }),
  product: fc.constantFrom(null, "app"),
  excluded: fc.constantFrom(null, null, "a test"),
  purpose: fc.constantFrom("recommend", "recommend", "recovery"),
  answeredAt: moment,
  resolvedAt: moment,
  imported: fc.boolean(),
  fate: fc.constantFrom("waiting", "waiting", ...FATES),
  state: fc.constantFrom(
    ...SURVEY_STATES.filter((state) => state !== "scheduled" && state !== "asked" && state !== "reminded"),
    "asked",
  ),
  deliveredAt: fc.option(moment),
  openedAt: moment,
  contactBy: moment,
  contactedAt: fc.option(moment),
  closedAt: fc.option(moment),
  caseState: fc.constantFrom("contacted", "resolved", "closed"),
  key: fc.constantFrom("1", "2"),
  /** The only row that is changed, once all are there. */
  only: fc.option(fc.constantFrom("resolution", "survey", "response", "case"), { nil: null }),
  isRemoved: fc.constantFrom(false, false, false, true),
});
type Talk = typeof talk extends fc.Arbitrary<infer T> ? T : never;

const step = fc.oneof(
  { weight: 3, arbitrary: talk.map((given) => ({ kind: "save" as const, given })) },
  { weight: 2, arbitrary: fc.constant({ kind: "seal" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "recount" as const }) },
);

/** All rows of a conversation as they are to stand, in what order they are written. */
function rowsOf(given: Talk) {
  const rows = sampleRows(given.key);
  const customerId = `customer-${given.who}`;
  const band = given.score >= 9 ? "promoter" : given.score >= 7 ? "passive" : "detractor";
  return [
    change("interaction", { ...rows.interaction, customerId }),
    change("resolution", {
      ...rows.resolution,
      fateReason: given.fate === "not-asked" || given.fate === "undeliverable" ? "cooldown" : null,
      customerId,
      at: given.resolvedAt,
      fate: given.fate,
      imported: given.imported,
    }),
    change("survey", {
      ...rows.survey,
      questionPostId: null,
      dueAt: null,
      token: `${given.key}`,
      customerId,
      state: given.state,
      deliveredAt: given.deliveredAt,
    }),
    change("response", {
      ...{ ...rows.response, commentEntryId: null, customerId, score: given.score, band, product: given.product },
      ...{ excluded: given.excluded, purpose: given.purpose, answeredAt: given.answeredAt },
    }),
    change("case", {
      ...{ ...rows.case, customerId, state: given.caseState, openedAt: given.openedAt, contactBy: given.contactBy },
      ...{ contactedAt: given.contactedAt, closedAt: given.closedAt },
    }),
  ] as Change[];
}

async function save(store: Store, desk: string, { isRemoved, ...given }: Talk & object): Promise<string> {
  const reader = store.at(desk);
  const changes: Change[] = [];
  for (const one of rowsOf({ ...given, isRemoved } as Talk)) {
    const standing = await reader.get(one.table, one.row.id);
    const isCase = one.table === "case";
    if (isRemoved && isCase && standing === null) continue;
    if (given.only !== null && given.only !== one.table && standing !== null) continue;
    const row = { ...one.row, version: standing?.version ?? 0 };
    changes.push({ table: one.table, row, ...(isRemoved && isCase ? { remove: true } : {}) } as Change);
  }
  return store.save(desk, { id: null, at: 0 }, changes).catch((error: Error) => `thrown ${error.message}`);
}

function sorted(counts: readonly unknown[]): string[] {
  return counts.map((count) => canonicalJson(count)).sort();
}

async function answersOf(reader: Reader) {
  const now = START + 10 * WEEK;
  const weeks = await Promise.all(
    WEEKS.map(async (week) => ({
      scores: sorted(await reader.countScores(week)),
      aside: sorted(await reader.countAside(week)),
      outcomes: await reader.countOutcomes(week, now),
      mouth: await reader.countWordOfMouth(week),
    })),
  );
  const series = async (filter: object) =>
    (await reader.countSliceWeeks(WEEKS, filter)).map(({ from, scores }) => ({ from, scores: sorted(scores) }));
  return { weeks, all: await series({}), app: await series({ product: "app" }) };
}

it("a sealed week answers as its rows do, whatever is saved before and after it was sealed", async () => {
  const folder = temporaryFolder();
  let run = 0;
  let sealed = 0;
  const clock = { now: () => START + 10 * WEEK };
  const story = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
    const memory = createMemoryStore();
    const sqlite = await openStore(join(folder, `${run++}.db`), { clock, durable: false });
    try {
      for (const desk of [DESK, "theirs"])
        for (const store of [memory, sqlite]) {
          const customers = ["a", "b"].map((who) =>
            change("customer", { ...sampleRows().customer, id: `customer-${who}` }),
          );
          expect(await store.save(desk, { id: null, at: 0 }, customers)).toBe("saved");
        }
      for (const [index, one] of steps.entries()) {
        const desk = index % 3 === 2 ? "theirs" : DESK;
        if (one.kind === "save") expect(await save(sqlite, desk, one.given)).toBe(await save(memory, desk, one.given));
        if (one.kind === "seal") sealed += await sqlite.seals.seal(9);
        if (one.kind === "recount") await sqlite.seals.recount(0, (found) => expect(found).toBeNull());
        expect(await answersOf(sqlite.at(desk))).toEqual(await answersOf(memory.at(desk)));
      }
    } finally {
      await sqlite.close();
    }
  });
  await fc.assert(story, { numRuns: times(25, 400) });
  expect(sealed).toBeGreaterThan(20);
});

it("a sealed week that was made to differ from its rows is told, unsealed, and sealed anew", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path, { clock: { now: () => START + 10 * WEEK } });
  const [week] = WEEKS as [Window];
  await store.at(DESK).countScores(week);
  expect(await store.seals.seal(9)).toBe(1);
  const other = new Database(path);
  const wrong = JSON.stringify([{ scale: "1-10", product: null, score: 9, count: 7 }]);
  expect(other.prepare("UPDATE sealed_week SET scores = ?").run(wrong).changes).toBe(1);
  other.close();
  expect(await store.at(DESK).countScores(week)).toHaveLength(1);
  const found: unknown[] = [];
  expect(await store.seals.recount(0, (one) => found.push(one))).toBe(true);
  expect(found).toEqual([{ desk: DESK, ...week, parts: ["scores"] }]);
  expect(await store.at(DESK).countScores(week)).toEqual([]);
  expect(await store.seals.seal(9)).toBe(1);
  expect(await store.at(DESK).countScores(week)).toEqual([]);
  await store.close();
});

it("a week that is touched while it is counted is not sealed", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path, { clock: { now: () => START + 10 * WEEK } });
  const [week] = WEEKS as [Window];
  await store.at(DESK).countScores(week);
  const other = new Database(path);
  other.exec(
    `CREATE TRIGGER touched AFTER INSERT ON sealed_week BEGIN INSERT INTO unseal VALUES (NEW.desk_id, NEW.from_at); END`,
  );
  expect(await store.seals.seal(9)).toBe(0);
  other.exec("DROP TRIGGER touched");
  other.close();
  await store.close();
});

it("a week that is not over, or no week at all, is never sealed", async () => {
  const store = await openStore(join(temporaryFolder(), "desk.db"), { clock: { now: () => START + WEEK + 60_000 } });
  await store.at(DESK).countScores(WEEKS[0] as Window);
  await store.at(DESK).countScores({ from: START - 3 * WEEK, to: START - WEEK });
  expect(await store.seals.seal(9)).toBe(0);
  await store.close();
});
