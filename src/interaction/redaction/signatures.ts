import { NO_NAMES } from "./given-names.ts";
import { CLOSINGS, LOOSE_CLOSINGS, OWN } from "./people-words.ts";
import type { Span } from "./spans.ts";
import { gapAfter, nameFrom, type ReadText, spanOf, withoutTitles } from "./written-names.ts";

/** `Best regards,\nJohn Smith`: the line's last words after a closing; after a loose one on the same line only given names. */
export function signed(reading: ReadText, at: number): Span | null {
  const { text, words } = reading;
  const plain = words[at]?.folded ?? "";
  const gap = gapAfter(reading, at);
  const isLoose = LOOSE_CLOSINGS.has(plain) && !(plain === "vous" && words[at - 2]?.folded === "bien");
  if (
    !(LOOSE_CLOSINGS.has(plain) || CLOSINGS.has(plain)) ||
    gap.length > 8 ||
    !/^[,.!]?\s{1,4}[-–—~]{0,2}\s?$/.test(gap)
  )
    return null;
  const isOwnLine = gap.includes("\n");
  const own = OWN.has(words[at + 1]?.folded ?? "") && gapAfter(reading, at + 1) === " " ? 1 : 0;
  const from = withoutTitles(reading, at + 1 + own);
  const to = nameFrom(reading, from, isLoose && !isOwnLine ? "likely" : "sure") ?? smallName(reading, from, isOwnLine);
  const second = to === null ? null : anotherFrom(reading, to);
  const last = second ?? to;
  const end = last === null ? "" : text.slice(words[last]?.endsAt);
  return last !== null && /^[ \t]?[.!,]?[ \t]*(?:\n|$|\()/.test(end) ? spanOf(reading, from, last) : null;
}

/** Who signs along: `Anna & Tom`, `Anna und Tom`. */
export function anotherFrom(reading: ReadText, to: number): number | null {
  if (gapAfter(reading, to) === " & ") return nameFrom(reading, to + 1, "sure");
  const isAnd = /^(?:and|und|y|et|e)$/.test(reading.words[to + 1]?.folded ?? "");
  return isAnd ? nameFrom(reading, to + 2, "sure") : null;
}

/** A name alone on the last line, after a dash or a line of two. */
export function dashed(reading: ReadText, at: number): Span | null {
  const { text, words } = reading;
  const startsAt = words[at]?.startsAt ?? 0;
  if (
    words.length - at > 4 ||
    !/(?:^|\n)\s?[-–—~]{1,2}[ \t]?\n?\s?$/.test(text.slice(Math.max(0, startsAt - 6), startsAt))
  )
    return null;
  const to = nameFrom(reading, at, "sure");
  return to === words.length - 1 ? spanOf(reading, at, to) : null;
}

/** One small word alone on the last line: who signs without capitals. */
function smallName(reading: ReadText, from: number, isOwnLine: boolean): number | null {
  const word = reading.words[from];
  const isLast = from === reading.words.length - 1;
  return isOwnLine && isLast && word !== undefined && !NO_NAMES.has(word.folded) && !word.isUnspaced ? from : null;
}
