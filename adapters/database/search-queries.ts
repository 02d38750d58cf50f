import sql, { join, raw, type Sql } from "sql-template-tag";
import type { SearchWanted } from "../../src/search/finding.ts";
import type { SearchQuery, SearchTerm } from "../../src/search/query.ts";
import { WITHDRAWN } from "../../src/survey/response.ts";
import { DESK } from "./queries.ts";
import { limitTo, type Statement, statement } from "./statement.ts";

/** Numbers of documents: from the first up to, but not with, the other. */
export interface DocumentSpan {
  readonly from: number;
  readonly before: number;
}

/** What a search is limited to in the index itself. */
export interface Limits {
  /** The desk; null where the index holds no other, which is found out faster. */
  readonly desk: string | null;
  /** For each filter that leaves over so few customers that they can be named, those. */
  readonly customers: readonly (readonly string[])[];
}

function marked(letter: "c" | "d", id: string): string {
  return `"${letter}${Buffer.from(id).toString("hex").toUpperCase()}"`;
}

function quoted({ words, isBeginning }: SearchTerm): string {
  return `"${words.join(" ").replaceAll('"', " ")}"${isBeginning ? " *" : ""}`;
}

/** The query in the language of the index; nothing that somebody typed stands in it but in quotes. */
function matchOf(column: "said" | "name", { terms, without }: SearchQuery, { desk, customers }: Limits): string {
  const named = customers.map((ids) => `(${ids.map((id) => marked("c", id)).join(" OR ")})`);
  const marks = [...named, ...(desk === null ? [] : [marked("d", desk)])].map((mark) => `{marks} : ${mark}`);
  const wanted = [...terms.map((term) => `{${column}} : ${quoted(term)}`), ...marks];
  const all = `(${wanted.join(" AND ")})`;
  if (without.length === 0) return all;
  return `${all} NOT (${without.map((term) => `{${column}} : ${quoted(term)}`).join(" OR ")})`;
}

/** Whether the document's conversation meets its filter: written so that it is looked up for each document, and never led with. Names stand in the place of values. */
const FILTERS = {
  product: sql`(SELECT product = ${"product"} FROM interaction
    WHERE desk_id = ${DESK} AND id = document.interaction_id)`,
  agent: sql`(SELECT 1 FROM search_agent WHERE desk_id = ${DESK} AND address = ${"agent"}
    AND customer_id = document.customer_id AND interaction_id = document.interaction_id)`,
  band: sql`(SELECT 1 FROM response
    WHERE desk_id = ${DESK} AND interaction_id = document.interaction_id AND +band = ${"band"}
      AND (excluded IS NULL OR excluded <> ${"withdrawn"}) LIMIT 1)`,
};
type FilterName = keyof typeof FILTERS;

/** The filters of the search that the index itself does not know. */
export function filtersOf(wanted: SearchWanted): FilterName[] {
  return (Object.keys(FILTERS) as FilterName[]).filter((name) => wanted[name] !== undefined);
}

/** Whether any customer does not want to be read: where none is, which is asked once, none is looked up for each document. */
const ANY_UNREAD = sql`EXISTS (SELECT 1 FROM customer WHERE desk_id = ${DESK} AND read_opt_out_at >= 0)`;

function foundBy(filters: readonly Sql[]) {
  const conditions = [sql`document.desk_id = ${DESK}`, sql`document.kind <> 'person'`, ...filters];
  return sql`SELECT document.number AS place, kind, row_id AS id, interaction_id AS "interactionId"
    FROM search_words CROSS JOIN search_document AS document ON document.number = search_words.rowid
    WHERE search_words MATCH ${"match"} AND search_words.rowid >= ${"from"} AND search_words.rowid < ${"before"}
      AND ${join(conditions, " AND ")}
      AND (NOT ${ANY_UNREAD} OR NOT EXISTS (SELECT 1 FROM customer
        WHERE desk_id = ${DESK} AND id = document.customer_id AND read_opt_out_at IS NOT NULL))
      AND NOT (kind = 'entry' AND EXISTS (SELECT 1 FROM response WHERE desk_id = ${DESK} AND comment_entry_id = row_id))
    ORDER BY search_words.rowid DESC ${limitTo("limit")}`;
}

/** The newest of the desk's documents of these numbers that are wanted. */
export function selectFound(desk: string, wanted: SearchWanted, limits: Limits, numbers: DocumentSpan): Statement {
  const filters = filtersOf(wanted);
  const { product = null, agent = null, band = null, limit } = wanted;
  const match = matchOf("said", wanted.query, limits);
  const values = { [DESK]: desk, match, ...numbers, limit, product, agent, band, withdrawn: WITHDRAWN };
  return statement(`search ${filters}`, () => foundBy(filters.map((name) => FILTERS[name])), values);
}

/** Customers in whose name the words stand, those known last first. */
export function selectPeople(desk: string, query: SearchQuery, limit: number): Statement {
  const build = () =>
    sql`SELECT document.customer_id AS id
      FROM search_words CROSS JOIN search_document AS document ON document.number = search_words.rowid
      WHERE search_words MATCH ${"match"} AND document.desk_id = ${DESK} AND document.kind = 'person'
      ORDER BY search_words.rowid DESC ${limitTo("limit")}`;
  return statement("people searched", build, {
    [DESK]: desk,
    match: matchOf("name", query, { desk, customers: [] }),
    limit,
  });
}

/** The lowest and the highest number there are, of whatever desk; nulls where there is none. */
export function selectEnds(): Statement {
  const build = () =>
    sql`SELECT (SELECT min(number) FROM search_document) AS lowest, (SELECT max(number) FROM search_document) AS highest`;
  return statement("ends of search", build, {});
}

/** Whether any other desk has a conversation. */
export function selectOthers(desk: string): Statement {
  const of = (is: "<" | ">") => sql`EXISTS (SELECT 1 FROM interaction WHERE desk_id ${raw(is)} ${DESK})`;
  const build = () => sql`SELECT ${of("<")} OR ${of(">")} AS others`;
  return statement("other desks", build, { [DESK]: desk });
}

/** Where the customers stand whose conversations a filter may leave over. */
const BEHIND = {
  product: sql`interaction WHERE desk_id = ${DESK} AND product = ${"wanted"}`,
  agent: sql`search_agent WHERE desk_id = ${DESK} AND address = ${"wanted"}`,
  band: sql`response INDEXED BY response_by_time WHERE desk_id = ${DESK} AND band = ${"wanted"}`,
} satisfies Record<FilterName, unknown>;

/** Customers with a conversation that may meet the filter; no more than the limit. */
export function selectCustomersBehind(desk: string, filter: FilterName, wanted: string, limit: number): Statement {
  const build = () => sql`SELECT DISTINCT customer_id AS id FROM ${BEHIND[filter]} ${limitTo("limit")}`;
  return statement(`customers behind ${filter}`, build, { [DESK]: desk, wanted, limit });
}
