import type { Scale } from "../../src/survey/score.ts";
import { type Column, REQUIRED, titleText } from "./columns.ts";
import { wordsOf } from "./find-questions.ts";
import { findTitle, findTitles, type Headings } from "./find-title.ts";
import { type Mapping, MappingError } from "./mapping.ts";
import type { ReadyMap } from "./ready-map.ts";
import { recogniseTool } from "./ready-maps.ts";
import { missing, type Taken, takeColumns, takeCustomers, wantedOf } from "./take-columns.ts";
import { scaleInTitle } from "./title-words.ts";

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

/** Finds the columns in the headings of a file. Throws {@link MappingError} where one is missing, or two may be meant. */
export function mapColumns(mapping: Mapping, titles: readonly string[], words: readonly string[] = []): ColumnMap {
  const headings = { titles, words };
  const tool = mapping.ready ?? recogniseTool(titles);
  if (tool) refuseOtherQuestion(tool, mapping);
  const taking = takeColumns(mapping, headings, tool);
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
    zone: zoneIn(titleText(timeTitle)) ?? tool?.zone ?? null,
  };
}
