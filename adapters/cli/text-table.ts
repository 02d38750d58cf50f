/** What takes two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const GAP = "  ";

/** What people wrote, as one line in which nothing commands a terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, " ").trim();
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** The text, shortened where it is wider than that. */
function shortened(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let kept = "";
  for (const character of text) {
    if (widthOf(kept + character) >= most) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function padded(text: string, width: number): string {
  return `${text}${" ".repeat(Math.max(0, width - widthOf(text)))}`;
}

/** Rows below their titles, in columns; the last column gets what is left of the width, and those before it no more than `most` each. */
export function textTable(titles: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const most = Math.max(8, Math.floor(width / 4));
  const lines = [titles, ...rows].map((row) =>
    row.map((cell, place) => (place < titles.length - 1 ? shortened(oneLine(cell), most) : oneLine(cell))),
  );
  const widths = titles.map((_, place) => Math.max(...lines.map((line) => widthOf(line[place] ?? ""))));
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + GAP.length, 0);
  const drawn = lines.map((line) => {
    const cells = line.map((cell, place) =>
      place < titles.length - 1 ? padded(cell, widths[place] ?? 0) : shortened(cell, Math.max(12, width - before)),
    );
    return `${cells.join(GAP).trimEnd()}\n`;
  });
  return drawn.join("");
}
