import { withoutNames } from "../interaction/redaction.ts";

/** By what a person is recognised in what others were told: ids and addresses of theirs, and words that are theirs alone. */
export interface Traces {
  readonly ids: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** Shorter words might be anybody's. */
const SHORTEST_WORDS = 12;
const SHORTEST_NAME = 3;
const IN_WORD = /[\p{L}\p{N}]/u;

/** What of a person's own words is looked for: too little of it might be anybody's. */
export function tellingWords(comments: readonly string[], names: readonly (string | null)[]): string[] {
  const said = comments.map((comment) => comment.trim()).filter(({ length }) => length >= SHORTEST_WORDS);
  const called = names.flatMap((name) => (name !== null && name.trim().length >= SHORTEST_NAME ? [name.trim()] : []));
  return [...new Set([...said, ...called])];
}

/** Whether the words stand there by themselves: "Ann" does not in "Annual". */
function stands(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isWithin = IN_WORD.test(text[at - 1] ?? "") || IN_WORD.test(text[at + words.length] ?? "");
    if (!isWithin) return true;
  }
  return false;
}

/** Whether a quote stands in one of the texts, but for what redaction took out of it. */
export function isQuoteOf(quote: string, texts: readonly string[]): boolean {
  const pieces = quote.split(/\[[^\]]*\]|…/u).map((piece) => piece.trim());
  const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one), "");
  return longest.length >= SHORTEST_WORDS && texts.some((text) => text.includes(longest));
}

/** Whether anything in the value is the person's. */
export function isTraced(value: unknown, traces: Traces): boolean {
  if (typeof value === "string") return traces.ids.has(value) || traces.words.some((words) => stands(value, words));
  if (Array.isArray(value)) return value.some((item) => isTraced(item, traces));
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((item) => isTraced(item, traces));
}

function names(value: unknown, traces: Traces): boolean {
  if (typeof value === "string") return isTraced(value, traces);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).some((item) => typeof item === "string" && isTraced(item, traces));
}

/** A document without what in it is the person's: of lists those items go, in other places null stands for it. */
export function without<Value>(value: Value, traces: Traces): Value {
  const left = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.filter((one) => !names(one, traces)).map(left);
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(
      Object.entries(item).map(([key, one]) => [key, typeof one === "object" && names(one, traces) ? null : left(one)]),
    );
  };
  return left(value) as Value;
}

/** What others wrote, without the person's own words and names. */
export function covered(text: string, { words, names }: Pick<Traces, "words"> & { readonly names: readonly string[] }) {
  const said = words.reduce((left, one) => left.replaceAll(one, "…"), text);
  const mails = names.filter((name) => name.includes("@"));
  return withoutNames(
    mails.reduce((left, one) => left.replaceAll(one, "…"), said),
    names,
  );
}
