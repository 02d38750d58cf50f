import { parse } from "csv-parse/sync";
import { SCALES, type Scale } from "../../src/survey/score.ts";
import { COLUMNS, type Column, isColumn, plainTitle, REQUIRED } from "./columns.ts";
import { READY_MAPS, type ReadyMap } from "./ready-maps.ts";

/** What a person asked for: a ready map perhaps, and titles for single columns. */
export interface Mapping {
  readonly ready: ReadyMap | null;
  readonly titles: ReadonlyMap<Column, string>;
}

/** Where in a record each column stands, and what holds for the whole file. */
export interface ColumnMap {
  readonly places: ReadonlyMap<Column, number>;
  /** Scale of the rows that name none; null where nothing says. */
  readonly scale: Scale | null;
  readonly headings: number;
  readonly isMonthFirst: boolean;
  /** Whether the times are said to be UTC by their title. */
  readonly isUtc: boolean;
}

/** A mapping that cannot be used: one sentence. */
export class MappingError extends Error {}

const NAMES = Object.keys(READY_MAPS).join(", ");

function isScale(text: string | undefined): text is Scale {
  return text !== undefined && (SCALES as readonly string[]).includes(text);
}

function readyMap(name: string): ReadyMap {
  const found = Object.hasOwn(READY_MAPS, name.toLowerCase()) ? READY_MAPS[name.toLowerCase()] : undefined;
  if (found) return found;
  throw new MappingError(`There is no ready map "${name}"; there are ${NAMES}. To map a column, write column=Title.`);
}

function partsOf(text: string): string[] {
  try {
    return (parse(text, { trim: true }) as string[][]).flat();
  } catch {
    throw new MappingError(
      `"${text}" cannot be read; put a title that has commas in quotes: "score=Title, with a comma".`,
    );
  }
}

/** Reads `--map`: names of ready maps and `column=Title`, separated by commas as in CSV. */
export function readMapping(texts: readonly string[]): Mapping {
  let ready: ReadyMap | null = null;
  const titles = new Map<Column, string>();
  for (const part of texts.flatMap(partsOf)) {
    const [, column, title] = /^([a-z_]+)=(.+)$/.exec(part) ?? [];
    if (column === undefined || title === undefined) ready = readyMap(part);
    else if (isColumn(column)) titles.set(column, title.trim());
    else throw new MappingError(`There is no column "${column}" to map; there are ${COLUMNS.join(", ")}.`);
  }
  return { ready, titles };
}

function wantedTitles({ ready, titles }: Mapping, column: Column): readonly string[] {
  const own = titles.get(column);
  if (own !== undefined) return [own];
  return ready === null ? [column] : (ready.titles[column] ?? [column]);
}

/** Where the first of the titles stands; exactly as written, or else as it is compared. Null where none does. */
function columnOf(header: readonly string[], wanted: readonly string[]): number | null {
  for (const title of wanted) {
    const exact = header.flatMap((found, place) => (found.trim() === title ? [place] : []));
    const alike = header.flatMap((found, place) => (plainTitle(found) === plainTitle(title) ? [place] : []));
    const [place, another] = exact.length > 0 ? exact : alike;
    if (another !== undefined) {
      throw new MappingError(`Two columns have the title "${title}"; rename one of them in the file.`);
    }
    if (place !== undefined) return place;
  }
  return null;
}

function missing(column: Column, wanted: readonly string[], header: readonly string[]): MappingError {
  const names = wanted.map((title) => `"${title}"`).join(" or ");
  const found = header.map((title) => `"${title}"`).join(", ");
  return new MappingError(
    `No column for ${column}: looked for ${names}, found ${found}. Name it with --map ${column}=Title.`,
  );
}

/** Finds the columns in the titles of a file. A scale may be named in the place of a title: then it holds for every row. */
export function mapColumns(mapping: Mapping, header: readonly string[]): ColumnMap {
  const { ready, titles } = mapping;
  const places = new Map<Column, number>();
  const named = titles.get("scale");
  for (const column of COLUMNS) {
    if (column === "scale" && isScale(named)) continue;
    const wanted = wantedTitles(mapping, column);
    const place = columnOf(header, wanted);
    if (place !== null) places.set(column, place);
    else if (titles.has(column) || (REQUIRED as readonly Column[]).includes(column))
      throw missing(column, wanted, header);
  }
  const timePlace = places.get("answered_at");
  const timeTitle = timePlace === undefined ? undefined : header[timePlace];
  return {
    places,
    scale: isScale(named) ? named : (ready?.scale ?? null),
    headings: ready?.headings ?? 1,
    isMonthFirst: ready?.isMonthFirst ?? false,
    isUtc: timeTitle !== undefined && /\(utc\)\s*$/i.test(timeTitle),
  };
}
