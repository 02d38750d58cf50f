/** A part of a text that is to go, in UTF-16 units; `endsAt` is not part of it. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Finds one kind of thing in a text, in the text's order; what it is not sure of it leaves. */
export type Finder = (text: string) => readonly Span[];

/** Where the pattern (global) matches and the check says yes; with a group, only the group, which must stand at the match's end. */
export function spansOf(
  text: string,
  pattern: RegExp,
  accept: (value: string, startsAt: number, match: RegExpMatchArray) => boolean = () => true,
): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? match[0];
    const endsAt = match.index + match[0].length;
    if (accept(value, endsAt - value.length, match)) found.push({ startsAt: endsAt - value.length, endsAt });
  }
  return found;
}

/** The text, and its beginnings that end before a blank or a sign, longest first. */
export function beginnings(text: string): string[] {
  const cuts = [...text.matchAll(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]/gu)].map(({ index }) => text.slice(0, index));
  return [text, ...cuts.reverse()];
}

/** Where the pattern (global, of bounded length) matches and the longest of the match's beginnings that the check knows. */
export function numberSpans(
  text: string,
  pattern: RegExp,
  isOne: (found: string, startsAt: number) => boolean,
): Span[] {
  const found: Span[] = [];
  const search = new RegExp(pattern);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const startsAt = match.index;
    const parts = beginnings(match[0]);
    const one = parts.find((part) => isOne(part, startsAt));
    const endsAt = startsAt + Math.max(1, (one ?? parts.at(-1) ?? "").length);
    if (one !== undefined) found.push({ startsAt, endsAt });
    search.lastIndex = endsAt;
  }
  return found;
}

/** The spans in the text's order, those that overlap made one. */
export function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.startsAt - b.startsAt)) {
    const last = found.at(-1);
    if (last !== undefined && span.startsAt < last.endsAt)
      found[found.length - 1] = { startsAt: last.startsAt, endsAt: Math.max(last.endsAt, span.endsAt) };
    else found.push(span);
  }
  return found;
}

/** The text with each of the spans, given in its order, replaced by the mark. */
export function cut(text: string, spans: readonly Span[], mark: string): string {
  let done = "";
  let rest = 0;
  for (const { startsAt, endsAt } of spans) {
    if (startsAt < rest) continue;
    done += text.slice(rest, startsAt) + mark;
    rest = endsAt;
  }
  return done + text.slice(rest);
}
