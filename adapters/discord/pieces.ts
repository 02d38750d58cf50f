import { packedLines } from "../../src/chat/packed-lines.ts";

/** Where a piece of at most `longest` characters ends: after a word if there is room for one, else before no half of a character. */
function endOfPiece(text: string, longest: number): number {
  const space = text.slice(0, longest + 1).search(/\s\S*$/);
  if (space > 0) return space;
  const isHalf = /[\\\uD800-\uDBFF]/.test(text.charAt(longest - 1));
  return isHalf ? longest - 1 : longest;
}

/** The text in pieces no longer than `longest`, cut between words where that is possible. */
export function pieces(text: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const end = endOfPiece(rest, longest);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}

/** The lines in as few texts as `longest` characters each allow, blank texts left out. */
export function packed(lines: readonly string[], longest: number): string[] {
  return packedLines(lines, longest).filter((text) => text.trim() !== "");
}

/** The text, shortened with a sign where it is too long. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept.trimEnd()}…`;
}
