/** Most characters of one message in which people's words are read in chat, and what they may come to once they are written as JSON: every platform takes as much. */
const LONGEST = 2_500;
const LONGEST_WRITTEN = 6_000;
/** How much is kept at each attempt to make a piece short enough. */
const SHORTER = 0.75;

function isShort(text: string): boolean {
  return text.length <= LONGEST && JSON.stringify(text).length <= LONGEST_WRITTEN;
}

/** Where a piece of at most so many characters ends: after a word if there is one near, and before no half of a character. */
function endOf(text: string, longest: number): number {
  if (text.length <= longest) return text.length;
  const space = Math.max(text.lastIndexOf(" ", longest), text.lastIndexOf("\n", longest));
  if (space > longest / 2) return space;
  return /[\uD800-\uDBFF]/.test(text.charAt(longest - 1)) ? longest - 1 : longest;
}

/** A line in pieces that one message takes, none of its words lost. */
function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  let rest = line;
  while (!isShort(rest)) {
    let end = endOf(rest, LONGEST);
    while (!isShort(rest.slice(0, end))) end = endOf(rest, Math.floor(end * SHORTER));
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^[ \n]/, "");
  }
  return [...pieces, rest];
}

/** The lines in portions that one message takes each; one that is longer than that goes on in the next. */
export function portionsOf(lines: readonly string[]): string[][] {
  const portions: string[][] = [];
  for (const piece of lines.flatMap(piecesOf)) {
    const last = portions.at(-1);
    if (last && isShort([...last, piece].join("\n"))) last.push(piece);
    else portions.push([piece]);
  }
  return portions;
}
