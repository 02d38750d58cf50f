import { COLUMNS, type Column, quotedTitle, REQUIRED, titleText } from "./columns.ts";
import { USUAL_TITLES } from "./feedback-maps.ts";
import { findMail, findRecommend, findWords, questionsOf, wordsOf } from "./find-questions.ts";
import { findTitle, findTitles, type Headings } from "./find-title.ts";
import { type Mapping, MappingError } from "./mapping.ts";
import { MAIL_QUESTION, type ReadyMap } from "./ready-map.ts";

/** Columns that one column of ours is read from, and why these. */
export interface Taken {
  /** Of the customer the first that says something in a row; of the comment all, one below the other; else there is one. */
  readonly places: readonly number[];
  readonly why: string;
}

/** What was taken so far. */
export type Taking = Map<Column, Taken>;

const NAMED = "as named";
/** What a file has as questions whose titles are their words. */
const ASKED: readonly Column[] = ["score", "comment"];

/** What is found by titles alone, and by whom it was named. */
function takeTitled(taking: Taking, headings: Headings, column: Column, wanted: readonly string[], why: string): void {
  const places = findTitles(headings, wanted);
  const used = column === "customer" ? places : places.slice(0, 1);
  if (used.length > 0) taking.set(column, { places: used, why });
}

function takeNamed(taking: Taking, headings: Headings, { titles }: Mapping): void {
  for (const [column, title] of titles) {
    const place = findTitle(headings, title);
    if (place === null) throw missing(column, [title], headings, null);
    taking.set(column, { places: [place], why: NAMED });
  }
}

/** Titles that are usual in files of people's own making, ours among them; of two that may be meant a person says which. */
function takeUsual(taking: Taking, headings: Headings): void {
  const bare = { titles: headings.titles.map((title) => titleText(title).replace(/\([^()]*\)\s*$/, "")), words: [] };
  for (const column of COLUMNS) {
    const places = taking.has(column) ? [] : findTitles(bare, [column, ...(USUAL_TITLES[column] ?? [])]);
    if (places.length > 1 && column !== "customer") {
      const named = places.map((place) => quotedTitle(wordsOf(headings, place)));
      throw new MappingError(`${named.join(" and ")} may both be ${column}. Say which with --map "${column}=Title".`);
    }
    if (places.length > 0) taking.set(column, { places, why: "a usual title for it" });
  }
}

/** The recommend question and the words to it, where titles are questions. */
function takeQuestions(taking: Taking, headings: Headings, own: ReadyMap["own"]): void {
  const used = new Set([...taking.values()].flatMap(({ places }) => places));
  const questions = questionsOf(headings, own).filter((place) => !used.has(place));
  const score = taking.has("score") ? null : findRecommend(headings, questions);
  if (score !== null) taking.set("score", { places: [score], why: "asks whether people recommend" });
  else if (own !== null && !own.includes("Score") && !taking.has("score"))
    takeTitled(taking, headings, "score", ["score"], "by its title");
  if (own === null || taking.has("comment")) return;
  const scored = taking.get("score")?.places ?? [];
  const words = findWords(
    headings,
    questions.filter((place) => !scored.includes(place)),
  );
  if (words.length > 0) taking.set("comment", { places: words, why: "asks for words" });
}

function titlesOnly(wanted: readonly string[]): readonly string[] {
  return wanted.filter((title) => title !== MAIL_QUESTION);
}

/** Takes the customer's columns in the tool's order, questions that ask for a mail address in their place; gives the places of these. */
export function takeCustomers(taking: Taking, headings: Headings, tool: ReadyMap | null): ReadonlySet<number> {
  if (tool === null || tool.own === null || taking.get("customer")?.why === NAMED) return new Set();
  const wanted = tool.titles.customer ?? [];
  const titled = new Set(findTitles(headings, titlesOnly(wanted)));
  const asked = findMail(headings, questionsOf(headings, tool.own)).filter((place) => !titled.has(place));
  const places = wanted.flatMap((title) => (title === MAIL_QUESTION ? asked : findTitles(headings, [title])));
  if (places.length > 0) taking.set("customer", { places: [...new Set(places)], why: `as ${tool.tool} writes it` });
  return new Set(asked);
}

/** Says which column was not found and how to name it. */
export function missing(
  column: Column,
  wanted: readonly string[],
  { titles }: Headings,
  tool: ReadyMap | null,
): MappingError {
  const isAsked = column === "score" && (tool?.own ?? null) !== null;
  const looked = isAsked ? "a question whether people recommend" : wanted.map(quotedTitle).join(" or ");
  const found = titles.map(quotedTitle).join(", ");
  const read = tool === null ? "" : ` in what looks like a file of ${tool.tool}`;
  const above = titles.length === 1 ? " Lines above the titles must be taken away." : "";
  return new MappingError(
    `No column for ${column}${read}: looked for ${looked}, found ${found}.${above} Name it with --map "${column}=Title".`,
  );
}

/** The titles that a column may have; its own name where the tool has no other. */
export function wantedOf(column: Column, tool: ReadyMap | null): readonly string[] {
  return titlesOnly(tool?.titles[column] ?? [column]);
}

/** Takes what is named, what the tool or our own titles say, and else what is usual or asked. */
export function takeColumns(mapping: Mapping, headings: Headings, tool: ReadyMap | null): Taking {
  const taking: Taking = new Map();
  takeNamed(taking, headings, mapping);
  for (const column of COLUMNS) {
    if (taking.has(column) || (column === "scale" && mapping.scale !== null)) continue;
    if (tool?.own && ASKED.includes(column)) continue;
    takeTitled(taking, headings, column, wantedOf(column, tool), tool ? `as ${tool.tool} writes it` : "by its title");
  }
  const isOurs = REQUIRED.every((column) => taking.has(column));
  if (tool === null && !isOurs) takeUsual(taking, headings);
  if (!isOurs || tool?.own) takeQuestions(taking, headings, tool?.own ?? null);
  return taking;
}
