import { parse } from "csv-parse/sync";
import type { Scale } from "../../src/survey/score.ts";
import { COLUMNS, type Column, isColumn } from "./columns.ts";
import type { ReadyMap } from "./ready-map.ts";
import { READY_NAMES, readyMapNamed } from "./ready-maps.ts";
import { readScale } from "./title-words.ts";

/** What a person asked for: a ready map perhaps, titles for single columns, a scale for every row. */
export interface Mapping {
  readonly ready: ReadyMap | null;
  readonly titles: ReadonlyMap<Column, string>;
  readonly scale: Scale | null;
}

/** A mapping that cannot be used, or one that is wanted: one sentence. */
export class MappingError extends Error {}

function readyMap(name: string): ReadyMap {
  const found = readyMapNamed(name);
  if (found) return found;
  throw new MappingError(
    `There is no ready map "${name}"; there are ${READY_NAMES.join(", ")}. To map a column, write column=Title.`,
  );
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

/** Reads `--map`: names of ready maps and `column=Title`, separated by commas as in CSV; a scale may stand in the place of its title. */
export function readMapping(texts: readonly string[], scale: Scale | null = null): Mapping {
  let ready: ReadyMap | null = null;
  const titles = new Map<Column, string>();
  for (const part of texts.flatMap(partsOf)) {
    const [, column, title] = /^([a-z_]+)=(.+)$/s.exec(part) ?? [];
    if (column === undefined || title === undefined) ready = readyMap(part);
    else if (isColumn(column)) titles.set(column, title.trim());
    else throw new MappingError(`There is no column "${column}" to map; there are ${COLUMNS.join(", ")}.`);
  }
  const named = readScale(titles.get("scale") ?? "");
  if (named !== null) titles.delete("scale");
  return { ready, titles, scale: scale ?? named };
}
