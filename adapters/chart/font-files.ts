import { packageFile } from "../package-root.ts";

/** Kana, kanji, the punctuation that goes with them, and letters and signs of full width. */
const EAST_ASIAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const [LATIN, JAPANESE] = ["DejaVuSansCondensed.ttf", "MPLUS1p-Regular.ttf"];

/** The files of the fonts that have the letters of a picture; the Japanese one, which takes longer to read, only where there is something for it. A letter that neither has is drawn as a box. */
export function fontFilesFor(svg: string): string[] {
  const names = EAST_ASIAN.test(svg) ? [LATIN, JAPANESE] : [LATIN];
  return names.map((name) => packageFile("adapters", "chart", "fonts", name));
}
