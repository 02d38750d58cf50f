import { plainTitle } from "./columns.ts";
import { FEEDBACK_MAPS } from "./feedback-maps.ts";
import { FORM_MAPS } from "./form-maps.ts";
import type { ReadyMap } from "./ready-map.ts";
import { asksToRecommend } from "./title-words.ts";

/** Every ready map; of two that know a file the one that knows it by more titles is right. */
export const READY_MAPS: readonly ReadyMap[] = [...FEEDBACK_MAPS, ...FORM_MAPS];

/** The names of ready maps by which files can be read. */
export const READY_NAMES = READY_MAPS.filter(({ otherQuestion }) => otherQuestion === undefined).map(
  ({ name }) => name,
);

/** The map of that name; null where there is none. */
export function readyMapNamed(name: string): ReadyMap | null {
  return READY_MAPS.find((one) => one.name === name.toLowerCase()) ?? null;
}

/** Whether the titles are a sign; one title alone is one only where it is the first and questions follow. */
function bears(sign: readonly string[], titles: readonly string[], plain: ReadonlySet<string>): boolean {
  if (!sign.every((title) => plain.has(plainTitle(title)))) return false;
  const [first = ""] = titles;
  return sign.length > 1 || (plainTitle(first) === plainTitle(sign[0] ?? "") && titles.some(asksToRecommend));
}

/** The tool whose titles these are; null where they are nobody's that is known. */
export function recogniseTool(titles: readonly string[]): ReadyMap | null {
  const found = new Set(titles.map(plainTitle));
  let best: ReadyMap | null = null;
  let most = 0;
  for (const map of READY_MAPS) {
    for (const sign of map.signs) {
      if (sign.length <= most || !bears(sign, titles, found)) continue;
      best = map;
      most = sign.length;
    }
  }
  return best;
}
