import sql from "sql-template-tag";
import type { Entry } from "../../src/interaction/transcript.ts";
import type { Change } from "../../src/outcome.ts";
import { firstPlace, PLACES_A_SECOND } from "../../src/search/finding.ts";
import type { SearchTerm } from "../../src/search/query.ts";
import { wordsOf } from "../../src/search/words.ts";
import { DESK } from "./queries.ts";
import { lit, type Statement, statement } from "./statement.ts";

/** What is found by words: what was written and the reasons for scores, or customers by their names. */
export type FoundIn = "said" | "name";
type WordedKind = "entry" | "comment" | "person";

/** What of a row is found by its words. */
interface Worded {
  readonly text: string;
  readonly at: number;
  readonly interactionId: string | null;
}

/** UTF-16 units of a word by which it is looked up; whether more of it is alike is seen in the words themselves. */
const LONGEST = 100;

const KIND: Readonly<Partial<Record<Change["table"], WordedKind>>> = {
  entry: "entry",
  response: "comment",
  customer: "person",
};

function isSaid({ author, deletedAt }: Entry): boolean {
  return (author === "customer" || author === "agent") && deletedAt === null;
}

function wordedOf(change: Change): Worded | null {
  if (change.remove) return null;
  if (change.table === "entry") return isSaid(change.row) ? change.row : null;
  if (change.table === "response") {
    const { comment, commentedAt, answeredAt, interactionId } = change.row;
    return comment === null ? null : { text: comment, at: commentedAt ?? answeredAt, interactionId };
  }
  if (change.table !== "customer" || change.row.name === null) return null;
  return { text: change.row.name, at: change.row.createdAt, interactionId: null };
}

/** A lexeme that no word is, for a colon stands in none: it tells the desks apart, and names from what was said. */
export function markOf(foundIn: FoundIn, desk: string): string {
  return `${foundIn}:${desk}`;
}

/** The word as it is looked up. */
export function lexemeOf(word: string): string {
  return word.length < LONGEST ? word : word.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "");
}

/** How the term stands among words that are kept; null where their lexemes tell already. */
export function sequenceOf({ words, isBeginning }: SearchTerm): string | null {
  if (words.length === 1 && words.every(({ length }) => length < LONGEST)) return null;
  return ` ${words.join(" ")}${isBeginning ? "" : " "}`;
}

/** Written over what is kept only where that is something else, so that it keeps its place. */
function keep() {
  return sql`INSERT INTO search_document (desk_id, kind, row_id, number, interaction_id, words, lexemes)
    VALUES (${DESK}, ${"kind"}, ${"id"}, CAST(${"first"} AS BIGINT) + nextval('search_place') % ${lit(PLACES_A_SECOND)},
      ${"interactionId"}, ${"words"}, array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(CAST(${"lexemes"} AS jsonb)))))
    ON CONFLICT (desk_id, kind, row_id) DO UPDATE SET number = excluded.number, words = excluded.words, lexemes = excluded.lexemes
    WHERE search_document.words <> excluded.words
      OR search_document.number / ${lit(PLACES_A_SECOND)} <> excluded.number / ${lit(PLACES_A_SECOND)}`;
}

function drop() {
  return sql`DELETE FROM search_document WHERE desk_id = ${DESK} AND kind = ${"kind"} AND row_id = ${"id"}`;
}

/** What keeps the words of the changed row, where it is a row that is found by words, in step with it. */
export function keepWords(desk: string, change: Change): Statement[] {
  const kind = KIND[change.table];
  if (kind === undefined) return [];
  const { id, version } = change.row;
  const found = wordedOf(change);
  const key = { [DESK]: desk, kind, id };
  if (found === null) return version === 0 ? [] : [{ ...statement("drop words", drop, key), mayChangeNone: true }];
  const words = wordsOf(found.text).map(({ word }) => word);
  const lexemes = [...new Set(words.map(lexemeOf)), markOf(kind === "person" ? "name" : "said", desk)];
  const values = {
    ...{ ...key, first: firstPlace(found.at), interactionId: found.interactionId },
    ...{ words: ` ${words.join(" ")} `, lexemes: JSON.stringify(lexemes) },
  };
  return [{ ...statement("keep words", keep, values), mayChangeNone: true }];
}
