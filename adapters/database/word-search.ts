import sql, { join, type Sql } from "sql-template-tag";
import { type Found, firstPlace, type Search, type SearchWanted } from "../../src/search/finding.ts";
import type { SearchQuery, SearchTerm } from "../../src/search/query.ts";
import { WITHDRAWN } from "../../src/survey/response.ts";
import type { Dialect } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import { type FoundIn, lexemeOf, markOf, sequenceOf } from "./kept-words.ts";
import { limitTo, type Statement } from "./statement.ts";

function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, "$&$&")}'`;
}

/** The lexemes of the term, all of which must be there. */
function lexemesOf({ words, isBeginning }: SearchTerm): string {
  const all = words.map(
    (word, index) => quoted(lexemeOf(word)) + (isBeginning && index === words.length - 1 ? ":*" : ""),
  );
  return all.join(" & ");
}

/** Whether a document has the words: by the index of lexemes as far as that tells, and beyond by the words in their order. */
function hasWords(foundIn: FoundIn, desk: string, { terms, without }: SearchQuery): Sql {
  const unwanted = without.filter((term) => sequenceOf(term) === null).map((term) => `!${lexemesOf(term)}`);
  const lexemes = [quoted(markOf(foundIn, desk)), ...terms.map(lexemesOf), ...unwanted].join(" & ");
  const holds = (term: SearchTerm, is: Sql) => {
    const sequence = sequenceOf(term);
    return sequence === null ? [] : [sql`strpos(document.words, ${sequence}) ${is}`];
  };
  const sequences = [
    ...terms.flatMap((term) => holds(term, sql`> 0`)),
    ...without.flatMap((term) => holds(term, sql`= 0`)),
  ];
  return join([sql`document.lexemes @@ CAST(${lexemes} AS tsquery)`, ...sequences], " AND ");
}

/** What is wanted of the conversation of a document. */
function filtersOf(dialect: Dialect, { product, agent, band, customerIds }: SearchWanted): Sql[] {
  const agents = JSON.stringify([{ address: agent }]);
  return [
    ...(product === undefined ? [] : [sql`talk.product = ${product}`]),
    ...(agent === undefined ? [] : [sql`CAST(talk.agents AS jsonb) @> CAST(${agents} AS jsonb)`]),
    ...(band === undefined
      ? []
      : [
          sql`EXISTS (SELECT 1 FROM response WHERE response.desk_id = talk.desk_id AND response.interaction_id = talk.id
          AND band = ${band} AND (excluded IS NULL OR excluded <> ${WITHDRAWN}))`,
        ]),
    ...(customerIds === undefined
      ? []
      : [sql`talk.customer_id IN (SELECT value FROM ${dialect.itemsOf(sql`${JSON.stringify(customerIds)}`)} AS item)`]),
  ];
}

/** Where in the order of time it is wanted. */
function placesOf({ from, to, behind }: SearchWanted): Sql[] {
  const ends = [...(to === undefined ? [] : [firstPlace(to)]), ...(behind === undefined ? [] : [behind])];
  return [
    ...(from === undefined ? [] : [sql`document.number >= ${firstPlace(from)}`]),
    ...ends.map((end) => sql`document.number < ${end}`),
  ];
}

/** The newest of the desk's documents that are wanted. Whether to go by words, by time or by conversations depends on how frequent they are. */
export function selectWords(dialect: Dialect, desk: string, wanted: SearchWanted): Statement {
  const conditions = [hasWords("said", desk, wanted.query), ...placesOf(wanted), ...filtersOf(dialect, wanted)];
  const {
    text,
    sql: form,
    values,
  } = sql`SELECT document.number AS place, document.kind, row_id AS id, interaction_id AS "interactionId"
    FROM search_document AS document
    JOIN interaction AS talk ON talk.desk_id = document.desk_id AND talk.id = document.interaction_id
    WHERE document.desk_id = ${desk} AND document.kind <> 'person' AND ${join(conditions, " AND ")}
      AND NOT EXISTS (SELECT 1 FROM customer
        WHERE customer.desk_id = talk.desk_id AND customer.id = talk.customer_id AND read_opt_out_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM response
        WHERE response.desk_id = document.desk_id AND comment_entry_id = row_id AND document.kind = 'entry')
    ORDER BY document.number DESC ${limitTo(wanted.limit)}`;
  return { text, sql: form, values, isPlannedAnew: true };
}

/** Customers in whose name the words stand, those known last first. */
export function selectNames(desk: string, query: SearchQuery, limit: number): Statement {
  return sql`SELECT row_id AS id FROM search_document AS document
    WHERE document.desk_id = ${desk} AND document.kind = 'person' AND ${hasWords("name", desk, query)}
    ORDER BY document.number DESC ${limitTo(limit)}`;
}

/** Search at a desk among the words that the program keeps. */
export function wordSearch({ dialect, all }: Engine, desk: string): Search {
  return {
    search: async (wanted) =>
      wanted.customerIds?.length === 0 ? [] : ((await all(selectWords(dialect, desk, wanted))) as unknown as Found[]),
    searchPeople: async (query, limit) =>
      query.terms.length === 0 ? [] : (await all(selectNames(desk, query, limit))).map(({ id }) => String(id)),
  };
}
