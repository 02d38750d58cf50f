import { join } from "node:path";
import { expect, it } from "vitest";
import { conditionsOf } from "../../adapters/database/conditions.ts";
import { selectDesks, selectDue, selectHeads } from "../../adapters/database/desk-queries.ts";
import { SQLITE } from "../../adapters/database/dialect.ts";
import { Database } from "../../adapters/database/driver.ts";
import { selectFollowable, selectHeardAgain, selectSettled } from "../../adapters/database/heard-queries.ts";
import { REFERENCES } from "../../adapters/database/keys.ts";
import {
  selectCaseCounts,
  selectCaseIds,
  selectCaseOwners,
  selectStanding,
} from "../../adapters/database/list-queries.ts";
import { columnName, selectRowsWhere } from "../../adapters/database/queries.ts";
import type { Statement } from "../../adapters/database/statement.ts";
import { TABLES } from "../../adapters/database/tables.ts";
import {
  selectCases,
  selectCommented,
  selectExcluded,
  selectReached,
  selectRecovered,
  selectScores,
} from "../../adapters/database/tally-queries.ts";
import type { Clues, Filter } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { openStore, temporaryFolder } from "./open-store.ts";
import { DESK } from "./sample-rows.ts";

/** How SQLite goes about a statement, one step a line. */
async function planOf({ sql, values }: Pick<Statement, "sql" | "values">): Promise<string> {
  const path = join(temporaryFolder(), "desk.db");
  await (await openStore(path)).close();
  const database = new Database(path, { readonly: true });
  const steps = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values);
  database.close();
  return steps.map(({ detail }) => detail).join("\n");
}

function listing<T extends Table>(table: T, filter: Filter<Rows[T]>): Statement {
  return selectRowsWhere(DESK, table, conditionsOf(table, filter), filter);
}

it("finds the heads in the index of what is unsettled, never by reading the posts", async () => {
  const plan = await planOf(selectHeads(SQLITE, 5, 10));
  expect(plan).toContain("USING COVERING INDEX post_unsettled");
  expect(plan).not.toMatch(/SCAN post$/m);
});

it("finds the heads of one kind in their order, past whatever is passed over, in one index", async () => {
  const except = {
    platforms: ["a"],
    spaces: ["a:s"],
    channels: ["a:s:c"],
    lanes: ["a:s:d"],
    paced: ["a:s:e", "a:s:f", "a:s:g"],
  };
  const plan = await planOf(selectHeads(SQLITE, 5, 10, { kind: "alert", after: "1", except }));
  expect(plan).toContain("SEARCH post USING INDEX post_waiting (kind=? AND id>?)");
  expect(plan).toContain("SEARCH earlier USING COVERING INDEX post_unsettled (desk_id=? AND lane=? AND id<?)");
  expect(plan).not.toContain("TEMP B-TREE");
});

const asked: [string, Statement, string][] = [
  ["surveys that are due", selectDue("survey", 5, 9), "survey_by_due"],
  ["cases that are due", selectDue("case", 5, 9), "case_by_due"],
  ["digests that are due", selectDue("digest", 5, 9), "digest_by_due"],
  ["shifts that are due", selectDue("shift", 5, 9), "shift_by_due"],
  ["appointments that are due", selectDue("appointment", 5, 9), "appointment_by_due"],
  [
    "whether anybody answered about a product",
    listing("response", { where: { product: "nobody-knows-it" }, orderBy: "changedAt", limit: 1 }),
    "response_by_product",
  ],
  [
    "the recent conversations of one server",
    listing("interaction", {
      where: { state: ["open", "resolved"] },
      atLeast: { lastActivityAt: 5 },
      startsWith: { conversation: "discord:1:" },
      orderBy: "lastActivityAt",
    }),
    "interaction_by_activity",
  ],
  [
    "the surveys of a desk that are due",
    listing("survey", { atMost: { dueAt: 5 }, orderBy: "dueAt", limit: 9 }),
    "survey_by_due",
  ],
  [
    "surveys of a customer",
    listing("survey", { where: { customerId: "c" }, descending: true, limit: 1 }),
    "survey_by_customer",
  ],
  [
    "the interaction of a conversation",
    listing("interaction", { where: { conversation: "c" } }),
    "sqlite_autoindex_interaction",
  ],
  [
    "the queue",
    listing("interaction", { where: { state: "open" }, orderBy: "lastActivityAt", descending: true, limit: 50 }),
    "interaction_by_activity",
  ],
  ["a transcript", listing("entry", { where: { interactionId: "i" }, orderBy: "position" }), "sqlite_autoindex_entry"],
  ["the posts that are held", listing("post", { atLeast: { leaseUntil: 0 }, orderBy: "leaseUntil" }), "post_leased"],
  ["the posts of a lane", listing("post", { where: { lane: "a" }, descending: true, limit: 50 }), "post_by_lane"],
  ["the addresses of a customer", listing("identity", { where: { customerId: "c" } }), "identity_by_customer"],
  [
    "the responses of a week",
    listing("response", { atLeast: { answeredAt: 1 }, atMost: { answeredAt: 9 } }),
    "response_by_time",
  ],
  ["the next page of a table", listing("response", { after: "r", limit: 500 }), "sqlite_autoindex_response"],
  ["the resolutions of a week", listing("resolution", { atLeast: { at: 1 }, atMost: { at: 9 } }), "resolution_by_time"],
];
it.each(asked)("finds %s by an index", async (_, statement, index) => {
  const plan = await planOf(statement);
  expect(plan).toMatch(new RegExp(`^SEARCH .*USING (?:COVERING )?INDEX ${index}`, "m"));
});

const references = TABLES.flatMap((table) =>
  Object.keys(REFERENCES[table] ?? {}).map((column) => [table, columnName(column)] as const),
);
it.each(references)(
  "finds by an index which %s names a row by its %s, as SQLite does where one is added or removed",
  async (table, column) => {
    const sql = `SELECT 1 FROM "${table}" WHERE desk_id = ? AND ${column} = ?`;
    expect(await planOf({ sql, values: [DESK, "r"] })).toMatch(new RegExp(`^SEARCH .*desk_id=\\? AND ${column}=\\?`));
  },
);

const CLUES: { readonly [T in keyof Clues]: readonly Clues[T][] } = {
  customer: ["id"],
  identity: ["id"],
  interaction: ["id", "conversation"],
  resolution: ["id"],
  survey: ["id", "token"],
  response: ["id"],
  case: ["id"],
  enhancement: ["id"],
  promise: ["id"],
  post: ["id"],
  greeting: ["id"],
  cord: ["id"],
  announcement: ["id"],
  told: ["id"],
  shift: ["id"],
  appointment: ["id"],
  sitting: ["id"],
  lesson: ["id"],
  listener: ["id"],
  tombstone: ["id"],
  link: ["id"],
  session: ["id"],
  key: ["id"],
};
const clues = Object.entries(CLUES).flatMap(([table, columns]) =>
  columns.map((column) => [table as Table, column] as const),
);
it.each(clues)("finds the desks of a %s by its %s with one look-up for each desk", async (table, column) => {
  const plan = await planOf(selectDesks(["a", "b"], table, column, "r"));
  expect(plan).toMatch(
    new RegExp(`^SEARCH ${table} USING (?:COVERING INDEX \\w+|PRIMARY KEY) \\(desk_id=\\? AND ${column}=\\?\\)$`),
  );
});

const WEEK = { desk: DESK, from: 1, to: 9 };
const tallied: [string, Statement, readonly string[]][] = [
  ["scores", selectScores(WEEK), ["INDEX response_by_time (desk_id=? AND answered_at>? AND answered_at<?)"]],
  [
    "comments",
    selectCommented(WEEK),
    [
      "INDEX sqlite_autoindex_response_1 (desk_id=? AND id=?)",
      "INDEX response_by_time (desk_id=? AND answered_at>? AND answered_at<?)",
    ],
  ],
  [
    "exclusions",
    selectExcluded(WEEK),
    ["COVERING INDEX response_by_time (desk_id=? AND answered_at>? AND answered_at<?)"],
  ],
  ["settled", selectSettled(WEEK), ["COVERING INDEX resolution_by_time (desk_id=? AND at>? AND at<?)"]],
  ["followable", selectFollowable(WEEK), ["COVERING INDEX resolution_by_time (desk_id=? AND at>? AND at<?)"]],
  [
    "followed",
    selectHeardAgain(WEEK, 9),
    [
      "INDEX resolution_by_time (desk_id=? AND at>? AND at<?)",
      "INDEX interaction_by_customer (desk_id=? AND customer_id=? AND last_activity_at>?)",
      "INDEX sqlite_autoindex_resolution_2 (desk_id=? AND interaction_id=? AND number>?)",
    ],
  ],
  [
    "reached",
    selectReached(SQLITE, WEEK),
    [
      "INDEX resolution_by_time (desk_id=? AND at>? AND at<?)",
      "INDEX survey_by_resolution (desk_id=? AND resolution_id=? AND purpose=?)",
    ],
  ],
  [
    "recovered",
    selectRecovered(WEEK),
    [
      "INDEX response_by_time (desk_id=? AND answered_at>? AND answered_at<?)",
      "INDEX response_by_customer (desk_id=? AND customer_id=? AND answered_at>? AND answered_at<?)",
    ],
  ],
  [
    "cases",
    selectCases(WEEK, 5),
    [
      "INDEX case_by_opened (desk_id=? AND opened_at>? AND opened_at<?)",
      "INDEX case_by_contacted (desk_id=? AND contacted_at>? AND contacted_at<?)",
      "INDEX case_by_contact_by (desk_id=? AND contact_by>? AND contact_by<?)",
      "INDEX case_by_closed (desk_id=? AND closed_at>? AND closed_at<?)",
      "INDEX response_by_time (desk_id=? AND answered_at>? AND answered_at<?)",
      "INDEX case_by_customer (desk_id=? AND customer_id=?)",
    ],
  ],
];
it.each(tallied)(
  "counts the %s of a desk's week without reading another's or another week",
  async (_, statement, steps) => {
    const plan = await planOf(statement);
    for (const step of steps) expect(plan).toContain(step);
    expect(plan).not.toMatch(/SCAN (?:response|resolution|survey|case)/);
  },
);

it("counts a week's responses by product from the index alone", async () => {
  const sql =
    "SELECT product, scale, band, count(*) FROM response WHERE desk_id = ? AND answered_at >= ? AND answered_at < ? AND excluded IS NULL GROUP BY product, scale, band";
  expect(await planOf({ sql, values: [DESK, 1, 9] })).toContain("USING COVERING INDEX response_by_time");
});

const PLACE = { urgency: 0, urgentAt: 5, id: "c" } as const;
const WISH = { reader: "web:agent:ash", now: 9, after: null, limit: 26 } as const;
const SOUGHT = { product: "app", score: 3, opened: { from: 1, to: 9 } };
const listed: [string, Statement, string][] = [
  [
    "open cases",
    selectCaseIds(DESK, { ...WISH, list: "open", sought: {} }),
    "case_by_urgency (desk_id=? AND urgency<?)",
  ],
  [
    "the next page of all cases",
    selectCaseIds(DESK, { ...WISH, list: "all", sought: {}, after: PLACE }),
    "case_by_urgency (desk_id=? AND (urgency,urgent_at,id)>(?,?,?)",
  ],
  [
    "late cases",
    selectCaseIds(DESK, { ...WISH, list: "late", sought: {} }),
    "case_by_urgency (desk_id=? AND urgency=? AND urgent_at<?)",
  ],
  [
    "late cases of a product and a week",
    selectCaseIds(DESK, { ...WISH, list: "late", sought: SOUGHT }),
    "case_by_urgency (desk_id=? AND urgency=? AND urgent_at<?)",
  ],
  [
    "somebody's cases",
    selectCaseIds(DESK, { ...WISH, list: "mine", sought: {} }),
    "case_by_owner (desk_id=? AND owner_address=? AND urgency<?)",
  ],
  [
    "nobody's cases",
    selectCaseIds(DESK, { ...WISH, list: "nobody", sought: {} }),
    "case_by_owner (desk_id=? AND owner_address=? AND urgency<?)",
  ],
  ["the counts of cases", selectCaseCounts(DESK, {}, WISH), "case_by_urgency (desk_id=? AND urgency=?)"],
  [
    "the counts of somebody's cases",
    selectCaseCounts(DESK, { owner: "web:agent:ash" }, WISH),
    "case_by_owner (desk_id=? AND owner_address=? AND urgency=?)",
  ],
  ["who has cases", selectCaseOwners(DESK), "case_by_owner (desk_id=? AND owner_address>?)"],
  [
    "the posts that stand in a lane",
    selectStanding(DESK, { lane: "web:team", reader: null, before: "p", limit: 26 }),
    "post_by_lane (desk_id=? AND lane=? AND id<?)",
  ],
];
it.each(listed)("lists %s in the order of an index, and sorts nothing but owners", async (name, statement, index) => {
  const plan = await planOf(statement);
  expect(plan).toContain(`INDEX ${index}`);
  expect(plan).not.toMatch(/^SCAN (?:case|post|response)/m);
  if (name !== "who has cases") expect(plan).not.toContain("TEMP B-TREE");
});
