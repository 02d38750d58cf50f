import type { Scale } from "../../src/survey/score.ts";
import { COLUMNS, type Column, quotedTitle, REQUIRED } from "./columns.ts";
import { USUAL_TITLES } from "./feedback-maps.ts";
import { findMail, findRecommend, findWords, questionsOf, wordsOf } from "./find-questions.ts";
import { findTitle, findTitles, type Headings } from "./find-title.ts";
import { type Mapping, MappingError } from "./mapping.ts";
import { MAIL_QUESTION, type ReadyMap } from "./ready-map.ts";
import { recogniseTool } from "./ready-maps.ts";
import { scaleInTitle } from "./title-words.ts";

/** Columns that one column of ours is read from, and why these. */
export interface Taken {
  /** Of the customer the first that says something in a row; of the comment all, one below the other; else there is one. */
  readonly places: readonly number[];
  readonly why: string;
}

/** Where in a record each column stands, and what holds for the whole file. */
export interface ColumnMap {
  readonly tool: ReadyMap | null;
  readonly headings: Headings;
  readonly taken: ReadonlyMap<Column, Taken>;
  /** Places in which only what looks like a mail address names a customer. */
  readonly mail: ReadonlySet<number>;
  /** Where answers are counted, and where it is said why our own digests leave one out; null where nowhere. */
  readonly number: number | null;
  readonly excluded: number | null;
  /** Scale of the rows that name none; null where nothing says. */
  readonly scale: Scale | null;
  /** Whether a person said it. */
  readonly isScaleChosen: boolean;
  /** Zone that the title of the times or the tool names; null where neither does. */
  readonly zone: string | null;
}

type Taking = Map<Column, Taken>;

const NAMED = "as named";

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

/** Titles that are usual in files of people's own making; of two that may be meant a person says which. */
function takeUsual(taking: Taking, headings: Headings): void {
  for (const column of COLUMNS) {
    const places = taking.has(column) ? [] : findTitles(headings, USUAL_TITLES[column] ?? []);
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
  if (own === null || taking.has("comment")) return;
  const words = findWords(
    headings,
    questions.filter((place) => place !== score),
  );
  if (words.length > 0) taking.set("comment", { places: words, why: "asks for words" });
}

/** The customer's columns in the tool's order, questions that ask for a mail address in their place; gives the places of these. */
function takeCustomers(taking: Taking, headings: Headings, tool: ReadyMap | null): ReadonlySet<number> {
  if (tool === null || tool.own === null || taking.get("customer")?.why === NAMED) return new Set();
  const wanted = tool.titles.customer ?? [];
  const titled = new Set(findTitles(headings, wanted));
  const asked = findMail(headings, questionsOf(headings, tool.own)).filter((place) => !titled.has(place));
  const places = wanted.flatMap((title) => (title === MAIL_QUESTION ? asked : findTitles(headings, [title])));
  if (places.length > 0) taking.set("customer", { places: [...new Set(places)], why: `as ${tool.tool} writes it` });
  return new Set(asked);
}

function missing(column: Column, wanted: readonly string[], { titles }: Headings, tool: ReadyMap | null): MappingError {
  const names = wanted.map(quotedTitle).join(" or ");
  const found = titles.map(quotedTitle).join(", ");
  const read = tool === null ? "" : ` in what looks like a file of ${tool.tool}`;
  const above = titles.length === 1 ? " Lines above the titles must be taken away." : "";
  return new MappingError(
    `No column for ${column}${read}: looked for ${names}, found ${found}.${above} Name it with --map ${column}=Title.`,
  );
}

function refuseOtherQuestion({ tool, otherQuestion }: ReadyMap, mapping: Mapping): void {
  if (otherQuestion === undefined || (mapping.scale !== null && mapping.titles.has("score"))) return;
  throw new MappingError(
    `${tool} asks ${otherQuestion}, not whether people recommend; these answers are not brought in.`,
  );
}

/** The zone that a title names at its end, as `Submit Date (UTC)` does. */
function zoneIn(title: string): string | null {
  const match = /\((?:UTC|GMT)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\)\s*$/i.exec(title);
  if (match === null) return null;
  const [, sign, hours = "", minutes = "00"] = match;
  return sign === undefined ? "UTC" : `${sign}${hours.padStart(2, "0")}:${minutes}`;
}

function wantedOf(column: Column, tool: ReadyMap | null): readonly string[] {
  return tool?.titles[column] ?? [column];
}

function takeAll(mapping: Mapping, headings: Headings, tool: ReadyMap | null): Taking {
  const taking: Taking = new Map();
  takeNamed(taking, headings, mapping);
  for (const column of COLUMNS) {
    if (taking.has(column) || (column === "scale" && mapping.scale !== null)) continue;
    takeTitled(taking, headings, column, wantedOf(column, tool), tool ? `as ${tool.tool} writes it` : "by its title");
  }
  const isOurs = REQUIRED.every((column) => taking.has(column));
  if (tool === null && !isOurs) takeUsual(taking, headings);
  if (!isOurs || tool?.own) takeQuestions(taking, headings, tool?.own ?? null);
  return taking;
}

/** Finds the columns in the headings of a file. Throws {@link MappingError} where one is missing, or two may be meant. */
export function mapColumns(mapping: Mapping, titles: readonly string[], words: readonly string[] = []): ColumnMap {
  const headings = { titles, words };
  const tool = mapping.ready ?? recogniseTool(titles);
  if (tool) refuseOtherQuestion(tool, mapping);
  const taking = takeAll(mapping, headings, tool);
  const mail = takeCustomers(taking, headings, tool);
  for (const column of REQUIRED) {
    if (!taking.has(column) && !(column === "customer" && tool?.own))
      throw missing(column, wantedOf(column, tool), headings, tool);
  }
  const timeTitle = titles[taking.get("answered_at")?.places[0] ?? -1] ?? "";
  const scoreTitle = wordsOf(headings, taking.get("score")?.places[0] ?? -1);
  return {
    ...{ tool, headings, taken: taking, mail },
    number: tool?.number === undefined ? null : (findTitles(headings, tool.number)[0] ?? null),
    excluded: tool?.isOurs ? findTitle(headings, "excluded") : null,
    scale: mapping.scale ?? scaleInTitle(scoreTitle) ?? tool?.scale ?? null,
    isScaleChosen: mapping.scale !== null,
    zone: zoneIn(timeTitle) ?? tool?.zone ?? null,
  };
}
