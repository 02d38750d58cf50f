import { conditionsOf } from "../../adapters/database/conditions.ts";
import * as desks from "../../adapters/database/desk-queries.ts";
import type { Dialect } from "../../adapters/database/dialect.ts";
import * as explore from "../../adapters/database/explore-queries.ts";
import * as heard from "../../adapters/database/heard-queries.ts";
import * as lists from "../../adapters/database/list-queries.ts";
import * as metrics from "../../adapters/database/metric-queries.ts";
import * as rows from "../../adapters/database/queries.ts";
import * as sealed from "../../adapters/database/sealed-queries.ts";
import * as search from "../../adapters/database/search-queries.ts";
import type { Statement } from "../../adapters/database/statement.ts";
import { TABLES } from "../../adapters/database/tables.ts";
import * as tallies from "../../adapters/database/tally-queries.ts";
import * as telling from "../../adapters/database/telling-queries.ts";
import * as words from "../../adapters/database/word-search.ts";
import type { Filter } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { readQuery } from "../../src/search/query.ts";
import { DESK } from "./sample-rows.ts";

function listing<T extends Table>(table: T, filter: Filter<Rows[T]>): Statement {
  return rows.selectRowsWhere(DESK, table, conditionsOf(table, filter), filter);
}

const WEEK = { desk: DESK, from: 401, to: 409 };
const PLACE = { urgency: 0, urgentAt: 5, id: "v5" } as const;
const WISH = { reader: "v5", now: 9, after: null, limit: 26 } as const;
const SLICE = { ...WEEK, filter: { product: "v5", agent: "v6", channel: "slack:T", language: "de" } };
const WANTED = { query: readQuery('refund "two words" phon* -not'), limit: 9 };
const EXCEPT = { platforms: ["a"], spaces: ["a:s"], channels: ["a:s:c"], lanes: ["a:s:d"], paced: ["a:s:e"] };
const DUE = [
  "survey",
  "case",
  "promise",
  "digest",
  "announcement",
  "told",
  "shift",
  "appointment",
  "tombstone",
  "sweep",
] as const;
const CASE_LISTS = ["open", "mine", "nobody", "late", "closed", "all"] as const;
const FILTERS = ["product", "agent", "band"] as const;
const NOWHERE = { desk: DESK, customers: [] };
const SPAN = { from: 0, before: 9 };

/** Of every function that makes a statement for reading what it makes, by its name. */
export const SAMPLES: Readonly<Record<string, (dialect: Dialect) => Statement[]>> = {
  selectHeads: (dialect) => [
    desks.selectHeads(dialect, 5, 10),
    desks.selectHeads(dialect, 5, 10, { kind: "alert", after: "v1", except: EXCEPT }),
  ],
  selectDue: () => DUE.map((table) => desks.selectDue(table, 5, 9)),
  selectDesks: () => [
    desks.selectDesks([DESK, "theirs"], "identity", "id", "v5"),
    desks.selectDesks([DESK], "interaction", "conversation", "v5"),
  ],
  selectKinds: (dialect) =>
    (["answer", "talk", "question", "case"] as const).map((what) => explore.selectKinds(dialect, what, SLICE)),
  selectWeeks: (dialect) => [explore.selectWeeks(dialect, DESK, [WEEK, { from: 409, to: 418 }], SLICE.filter)],
  selectSliceComments: (dialect) => [
    explore.selectSliceComments(dialect, SLICE, { limit: 9, behind: { at: 5, id: "v5" }, band: "detractor" }),
  ],
  selectCommentCount: (dialect) => [explore.selectCommentCount(dialect, SLICE)],
  selectValues: () => [explore.selectValues(DESK, "agent")],
  selectSeals: () => [sealed.selectSeals(DESK, "scores", WEEK)],
  selectOldestSeals: () => [sealed.selectOldestSeals(9, 24)],
  selectSettled: () => [heard.selectSettled(WEEK)],
  selectFollowable: () => [heard.selectFollowable(WEEK)],
  selectHeardAgain: () => [heard.selectHeardAgain(WEEK, 9)],
  selectCaseIds: () =>
    CASE_LISTS.flatMap((list) => [
      lists.selectCaseIds(DESK, { ...WISH, list, sought: {} }),
      lists.selectCaseIds(DESK, {
        ...WISH,
        list,
        sought: { product: "v5", score: 3, band: "detractor" },
        after: PLACE,
      }),
    ]),
  selectCaseCounts: () => [
    lists.selectCaseCounts(DESK, {}, WISH),
    lists.selectCaseCounts(DESK, { opened: WEEK, product: "v5" }, WISH),
  ],
  selectCaseOwners: () => [lists.selectCaseOwners(DESK)],
  selectStanding: () => [lists.selectStanding(DESK, { lane: "v5", reader: null, before: "v5", limit: 26 })],
  selectLatestEntries: (dialect) => [lists.selectLatestEntries(dialect, DESK, ["v5", "v6"], 3)],
  selectWaiting: (dialect) => [metrics.selectWaiting(dialect)],
  selectDeskFigures: (dialect) => [metrics.selectDeskFigures(dialect, [DESK, "theirs"], 9)],
  selectRow: () => TABLES.map((table) => rows.selectRow(DESK, table, "v5")),
  selectRowsWhere: () => [
    ...TABLES.map((table) => listing(table, { after: "v5", limit: 9 } as Filter<Rows[Table]>)),
    listing("interaction", { where: { state: "open" }, orderBy: "lastActivityAt", descending: true, limit: 50 }),
    listing("entry", { where: { interactionId: ["v5", "v6"] }, orderBy: "position" }),
    listing("post", { startsWith: { lane: "v5:" }, limit: 9 }),
    listing("survey", { atMost: { dueAt: 5 }, orderBy: "dueAt", limit: 9 }),
  ],
  selectFound: ({ keepsWords }) =>
    keepsWords ? [] : [...FILTERS.map((name) => search.selectFound(DESK, { ...WANTED, [name]: "v5" }, NOWHERE, SPAN))],
  selectPeople: ({ keepsWords }) => (keepsWords ? [] : [search.selectPeople(DESK, WANTED.query, 9)]),
  selectEnds: ({ keepsWords }) => (keepsWords ? [] : [search.selectEnds()]),
  selectOthers: ({ keepsWords }) => (keepsWords ? [] : [search.selectOthers(DESK)]),
  selectCustomersBehind: ({ keepsWords }) =>
    keepsWords ? [] : FILTERS.map((name) => search.selectCustomersBehind(DESK, name, "v5", 100)),
  selectWords: (dialect) =>
    dialect.keepsWords
      ? [
          words.selectWords(dialect, DESK, WANTED),
          words.selectWords(dialect, DESK, {
            ...WANTED,
            product: "v5",
            agent: "v5",
            band: "detractor",
            customerIds: ["v5"],
          }),
          words.selectWords(dialect, DESK, { query: readQuery(""), limit: 9, from: 1_000, to: 9_000, behind: 5 }),
        ]
      : [],
  selectNames: ({ keepsWords }) => (keepsWords ? [words.selectNames(DESK, WANTED.query, 9)] : []),
  selectScores: () => [tallies.selectScores(WEEK)],
  selectAside: () => [tallies.selectAside(WEEK)],
  selectCommented: () => [tallies.selectCommented(WEEK)],
  selectExcluded: () => [tallies.selectExcluded(WEEK)],
  selectReached: (dialect) => [tallies.selectReached(dialect, WEEK)],
  selectRecovered: () => [tallies.selectRecovered(WEEK)],
  selectCauses: () => [tallies.selectCauses(WEEK)],
  selectCases: () => [tallies.selectCases(WEEK, 5)],
  selectTellings: () => [telling.selectTellings(WEEK)],
  selectPromised: () => [telling.selectPromised(WEEK)],
  selectEnhancements: () => [telling.selectEnhancements(DESK)],
};
