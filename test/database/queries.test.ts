import { join } from "node:path";
import { expect, it } from "vitest";
import { conditionsOf } from "../../adapters/database/conditions.ts";
import { Database } from "../../adapters/database/driver.ts";
import { type Statement, selectHeads, selectRowsWhere } from "../../adapters/database/queries.ts";
import type { Filter } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { openStore, temporaryFolder } from "./open-store.ts";

/** How SQLite goes about a statement, one step a line. */
async function planOf({ sql, parameters }: Statement): Promise<string> {
  const path = join(temporaryFolder(), "desk.db");
  await (await openStore(path)).close();
  const database = new Database(path, { readonly: true });
  const steps = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(parameters);
  database.close();
  return steps.map(({ detail }) => detail).join("\n");
}

function listing<T extends Table>(table: T, filter: Filter<Rows[T]>): Statement {
  return selectRowsWhere(table, conditionsOf(table, filter), filter);
}

it("finds the heads in the index of what is unsettled, never by reading the posts", async () => {
  const plan = await planOf(selectHeads(5, 10));
  expect(plan).toContain("USING COVERING INDEX post_unsettled");
  expect(plan).not.toMatch(/SCAN post$/m);
});

const asked: [string, Statement, string][] = [
  ["surveys that are due", listing("survey", { atMost: { dueAt: 5 }, orderBy: "dueAt", limit: 9 }), "survey_by_due"],
  ["cases that are due", listing("case", { atMost: { dueAt: 5 }, orderBy: "dueAt", limit: 9 }), "case_by_due"],
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

const namedEarly: [string, string, string][] = [
  ["an interaction", "SELECT 1 FROM response WHERE interaction_id = ?", "response_by_interaction"],
  ["an interaction", 'SELECT 1 FROM "case" WHERE interaction_id = ?', "case_by_interaction"],
  ["a resolution", "SELECT 1 FROM interaction WHERE resolution_id = ?", "interaction_by_resolution"],
  ["a post", "SELECT 1 FROM survey WHERE question_post_id = ?", "survey_by_question"],
];
it.each(namedEarly)(
  "finds by an index what names %s before it is there, as SQLite does when it is added",
  async (_, sql, index) => {
    expect(await planOf({ sql, parameters: ["r"] })).toContain(`INDEX ${index}`);
  },
);

it("counts a week's responses by product from the index alone", async () => {
  const sql =
    "SELECT product, scale, band, count(*) FROM response WHERE answered_at >= ? AND answered_at < ? AND excluded IS NULL GROUP BY product, scale, band";
  expect(await planOf({ sql, parameters: [1, 9] })).toContain("USING COVERING INDEX response_by_time");
});
