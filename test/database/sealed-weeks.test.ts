import { join } from "node:path";
import fc from "fast-check";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { countTally } from "../../adapters/database/count-tally.ts";
import type { OpenedStore } from "../../adapters/database/database.ts";
import { Database } from "../../adapters/database/driver.ts";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { TallyCounter } from "../../adapters/database/sealed-weeks.ts";
import { canonicalJson } from "../../src/canonical-json.ts";
import type { Window } from "../../src/digest/week.ts";
import { FATES } from "../../src/interaction/interaction.ts";
import type { Change } from "../../src/outcome.ts";
import type { Reader, Store } from "../../src/ports.ts";
import type { Rows } from "../../src/rows.ts";
import { SURVEY_STATES } from "../../src/survey/survey.ts";
import { times } from "../runs.ts";
import { openStore, temporaryFolder } from "./open-store.ts";
import { ownPostgresStores } from "./postgres-stores.ts";
import { change, DESK, sampleRows } from "./sample-rows.ts";

const WEEK = 7 * 24 * 3_600_000;
const START = Date.UTC(2025, 8, 1);
const WEEKS: readonly Window[] = [0, 1, 2].map((n) => ({ from: START + n * WEEK, to: START + (n + 1) * WEEK }));
const clock = { now: () => START + 10 * WEEK };
/** Counts where the test runs: a thread for each of a hundred stores would take longer than all else. */
const counter = (store: Store): TallyCounter => ({
  count: (window) => countTally(store.at(window.desk), window),
  rest: async () => {},
});
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
  /** When it was resolved once more. */
  againAt: fc.option(moment),
  isOpen: fc.boolean(),
  openedBy: fc.constantFrom("customer", "team"),
  talkedAt: moment,
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
  act: fc.constantFrom("contact", "claim"),
  actedAt: moment,
  takenBack: fc.boolean(),
  kind: fc.constantFrom("good", "bad"),
  toldAt: moment,
  promisedAt: fc.option(moment),
  key: fc.constantFrom("1", "2"),
  /** The only row that is changed, once all are there. */
  only: fc.option(
    fc.constantFrom("interaction", "resolution", "survey", "response", "case", "step", "telling", "promise"),
    { nil: null },
  ),
  /** What is removed, if anything: the case with its steps, or the answer with all that hangs on it. */
  removed: fc.constantFrom(null, null, null, null, "case", "answer"),
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
  const resolution = {
    ...{ ...rows.resolution, customerId, at: given.resolvedAt, fate: given.fate, imported: given.imported },
    fateReason: given.fate === "not-asked" || given.fate === "undeliverable" ? "cooldown" : null,
  };
  const again = { ...resolution, id: `${resolution.id}-again`, number: 2, at: given.againAt ?? 0 };
  return [
    change("interaction", {
      ...{ ...rows.interaction, customerId, openedBy: given.openedBy, openedAt: given.openedAt },
      ...(given.isOpen ? { state: "open", resolutionId: null } : {}),
      lastActivityAt: Math.max(given.talkedAt, given.openedAt, given.resolvedAt, again.at),
      resolutionCount: given.againAt === null ? 1 : 2,
    } as Rows["interaction"]),
    change("resolution", resolution as Rows["resolution"]),
    change("resolution", again as Rows["resolution"]),
    change("survey", {
      ...{ ...rows.survey, questionPostId: null, dueAt: null, token: `${given.key}`, customerId },
      ...{ state: given.state, deliveredAt: given.deliveredAt },
    } as Rows["survey"]),
    change("response", {
      ...{ ...rows.response, commentEntryId: null, customerId, score: given.score, band, product: given.product },
      ...{ excluded: given.excluded, purpose: given.purpose, answeredAt: given.answeredAt },
    } as Rows["response"]),
    change("case", {
      ...{ ...rows.case, customerId, state: given.caseState, openedAt: given.openedAt, contactBy: given.contactBy },
      ...{ contactedAt: given.contactedAt, closedAt: given.closedAt },
    } as Rows["case"]),
    change("step", { ...rows.step, act: given.act, at: given.actedAt, takenBack: given.takenBack } as Rows["step"]),
    change("telling", { ...rows.telling, customerId, kind: given.kind, at: given.toldAt } as Rows["telling"]),
    change("promise", { ...rows.promise, customerId, askedAt: given.promisedAt }),
  ];
}

const REMOVED: Readonly<Record<"case" | "answer", readonly string[]>> = {
  case: ["case", "step"],
  answer: ["response", "case", "step", "telling", "promise"],
};

/** What becomes of one of the rows where `standing` is what is kept of it; null where it is left alone. */
function changeOf(
  one: Change,
  standing: Rows[Change["table"]] | null,
  { only, removed, againAt }: Talk,
): Change | null {
  const isAgain = one.row.id.endsWith("-again");
  const isResolution = one.table === "resolution";
  // A conversation and its resolutions tell one story: only their fates change by themselves.
  const isChanged = only === null || only === one.table || (isResolution && only === "interaction");
  const isAway =
    (removed !== null && REMOVED[removed].includes(one.table)) || (isAgain && againAt === null && isChanged);
  if (isAway && only !== "resolution")
    return standing && ({ ...one, row: { ...one.row, version: standing.version }, remove: true } as Change);
  if (standing === null) return isAgain && only !== null && only !== "interaction" ? null : one;
  if (!isChanged) return null;
  const kept = isResolution && only === "resolution" ? { at: (standing as Rows["resolution"]).at } : {};
  return { ...one, row: { ...one.row, ...kept, version: standing.version } } as Change;
}

async function save(store: Store, desk: string, given: Talk): Promise<string> {
  const reader = store.at(desk);
  const changes: Change[] = [];
  for (const one of rowsOf(given)) {
    const changed = changeOf(one, await reader.get(one.table, one.row.id), given);
    if (changed !== null) changes.push(changed);
  }
  return store.save(desk, { id: null, at: 0 }, changes).catch((error: Error) => `thrown ${error.message}`);
}

async function saveCustomers(store: Store, desk: string): Promise<void> {
  const customers = ["a", "b"].map((who) => change("customer", { ...sampleRows().customer, id: `customer-${who}` }));
  expect(await store.save(desk, { id: null, at: 0 }, customers)).toBe("saved");
}

function sorted(counts: readonly unknown[]): string[] {
  return counts.map((count) => canonicalJson(count)).sort();
}

async function answersOf(reader: Reader) {
  const now = START + 10 * WEEK;
  const tallies = WEEKS.flatMap((week) => [
    reader.countScores(week).then(sorted),
    reader.countAside(week).then(sorted),
    reader.countOutcomes(week, now),
    reader.countWordOfMouth(week),
    reader.countRecovered({ from: START, to: week.to }),
    reader.countHeardAgain(week.to).then(sorted),
  ]);
  const series = [{}, { product: "app" }].map(async (filter) =>
    (await reader.countSliceWeeks(WEEKS, filter)).map(({ from, scores }) => ({ from, scores: sorted(scores) })),
  );
  return Promise.all([...tallies, ...series]);
}

/** A store that seals, and a way around it to the database it is in. */
interface Sealing {
  readonly store: OpenedStore;
  /** The same database as another process has it open. */
  again(): Promise<OpenedStore>;
  around(text: string): Promise<Record<string, unknown>[]>;
}

interface Opening {
  readonly clock?: { now(): number };
  /** Whether to count in a thread, where the engine has one. */
  readonly inThread?: boolean;
}

async function inFile({ clock: given = clock, inThread = false }: Opening = {}): Promise<Sealing> {
  const path = join(temporaryFolder(), "desk.db");
  const again = async () => {
    const store = await openStore(path, { clock: given, durable: false, ...(inThread ? {} : { counter }) });
    onTestFinished(() => store.close());
    return store;
  };
  const around = async (text: string) => {
    const other = new Database(path);
    onTestFinished(() => void other.close());
    if (text.startsWith("SELECT")) return other.prepare<[], Record<string, unknown>>(text).all();
    other.exec(text);
    return [];
  };
  return { store: await again(), again, around };
}

const servers = ownPostgresStores();

async function onServer({ clock: given = clock }: Opening = {}): Promise<Sealing> {
  const url = await servers.database();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const again = () => servers.open(url, { clock: given });
  onTestFinished(() => client.end());
  return { store: await again(), again, around: async (text) => (await client.query(text)).rows };
}

describe.each([
  {
    ...{ engine: "SQLite", open: inFile, runs: 15 },
    touching: `CREATE TRIGGER touched AFTER INSERT ON sealed BEGIN INSERT INTO unseal VALUES (NEW.what, NEW.desk_id, NEW.from_at); END`,
  },
  {
    ...{ engine: "Postgres", open: onServer, runs: 3 },
    touching: `CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM unseal(NEW.desk_id, ARRAY[NEW.what], NEW.from_at); RETURN NULL; END $$;
      CREATE TRIGGER touched AFTER INSERT ON sealed FOR EACH ROW EXECUTE FUNCTION touch()`,
  },
])("in $engine", ({ open, runs, touching }) => {
  it("a sealed week answers as its rows do, whatever is saved before and after it was sealed", async () => {
    let count = 0;
    const story = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const memory = createMemoryStore();
      const { store: kept } = await open();
      for (const desk of [DESK, "theirs"]) for (const store of [memory, kept]) await saveCustomers(store, desk);
      for (const [index, one] of steps.entries()) {
        const desk = index % 3 === 2 ? "theirs" : DESK;
        if (one.kind === "save") expect(await save(kept, desk, one.given)).toBe(await save(memory, desk, one.given));
        if (one.kind === "seal") count += await kept.seals.seal(99);
        if (one.kind === "recount") await kept.seals.recount(99, 0, (found) => expect(found).toBeNull());
        expect(await answersOf(kept.at(desk))).toEqual(await answersOf(memory.at(desk)));
      }
    });
    await fc.assert(story, { numRuns: times(runs, 20 * runs) });
    expect(count).toBeGreaterThan(3 * runs);
  });

  it("a sealed week that was made to differ from its rows is found by a look, told, unsealed, and sealed anew", async () => {
    const { store, around } = await open({ inThread: true });
    const [week] = WEEKS as [Window];
    await store.at(DESK).countScores(week);
    expect(await store.seals.seal(9)).toBe(1);
    expect(await store.seals.differing(9)).toEqual([]);
    const wrong = JSON.stringify([{ scale: "1-10", product: null, score: 9, count: 7 }]);
    await around(`UPDATE sealed SET tally = '${wrong}'`);
    expect(await store.at(DESK).countScores(week)).toHaveLength(1);
    const differing = [{ desk: DESK, what: "scores", ...week }];
    expect(await store.seals.differing(9)).toEqual(differing);
    const found: unknown[] = [];
    await store.seals.recount(9, 0, (one) => found.push(one));
    expect(found).toEqual(differing);
    expect(await store.at(DESK).countScores(week)).toEqual([]);
    expect(await store.seals.seal(9)).toBe(1);
    expect(await store.at(DESK).countScores(week)).toEqual([]);
  });

  it("what was counted by other rules is not used, and goes in time", async () => {
    let now = START + 10 * WEEK;
    const { store, around } = await open({ clock: { now: () => now } });
    const [week] = WEEKS as [Window];
    await store.at(DESK).countScores(week);
    expect(await store.seals.seal(9)).toBe(1);
    await around("UPDATE sealed SET counting = counting - 1, tally = 'of another form'");
    expect(await store.at(DESK).countScores(week)).toEqual([]);
    now += 2 * 86_400_000;
    await store.seals.recount(9, 0, () => {});
    expect(await around("SELECT what FROM sealed")).toEqual([]);
  });

  it("a week that is touched while it is counted is not sealed", async () => {
    const { store, around } = await open();
    const [week] = WEEKS as [Window];
    await store.at(DESK).countScores(week);
    await around(touching);
    expect(await store.seals.seal(9)).toBe(0);
    expect(await around("SELECT what FROM sealed")).toEqual([]);
  });

  it("a week that is not over, or no week at all, is never sealed", async () => {
    const { store } = await open({ clock: { now: () => START + WEEK + 60_000 }, inThread: true });
    await store.at(DESK).countScores(WEEKS[0] as Window);
    await store.at(DESK).countScores({ from: START - 3 * WEEK, to: START - WEEK });
    expect(await store.seals.seal(9)).toBe(0);
  });

  it("of two that tend at once each tally is counted by one, until it has had long enough", async () => {
    let now = START + 10 * WEEK;
    const { store, again, around } = await open({ clock: { now: () => now } });
    const other = await again();
    const [week] = WEEKS as [Window];
    for (const one of [store, other]) await one.at(DESK).countScores(week);
    expect(await Promise.all([store.seals.seal(9), other.seals.seal(9)]).then(([a, b]) => a + b)).toBe(1);
    const wrong = { desk: DESK, what: "scores", ...week };
    await around("UPDATE sealed SET tally = '[7]'");
    now += 86_400_000;
    const found: unknown[] = [];
    await Promise.all([store, other].map(({ seals }) => seals.recount(9, 3_600_000, (one) => found.push(one))));
    expect(found).toEqual([wrong]);
    // Another has begun to count it and is gone.
    await other.at(DESK).countScores(week);
    await around(`INSERT INTO sealed VALUES ('${DESK}', 'scores', ${week.to}, ${week.from}, 'gone', 1, ${now}, NULL)`);
    expect(await other.seals.seal(9)).toBe(0);
    now += 11 * 60_000;
    await other.at(DESK).countScores(week);
    expect(await other.seals.seal(9)).toBe(1);
  });
});

it("a week is sealed in Postgres once each save has ended that was at it before the counting began", async () => {
  const { store, around } = await onServer();
  const [week] = WEEKS as [Window];
  const [given] = fc.sample(talk, { numRuns: 1, seed: 7 }) as [Talk];
  await saveCustomers(store, DESK);
  const answer = { score: 9, product: null, excluded: null, purpose: "recommend", answeredAt: week.from } as const;
  expect(await save(store, DESK, { ...given, ...answer, only: null, removed: null })).toBe("saved");
  await store.at(DESK).countScores(week);
  await around("BEGIN; UPDATE response SET score = 10");
  const sealing = store.seals.seal(9);
  const begun = () => around("SELECT tally FROM sealed");
  await expect.poll(begun).toHaveLength(1);
  for (let look = 0; look < 50; look += 1) expect(await begun()).toEqual([{ tally: null }]);
  await around("COMMIT");
  expect(await sealing).toBe(1);
  expect(await store.at(DESK).countScores(week)).toEqual([{ scale: "0-10", product: null, score: 10, count: 1 }]);
});
