import type { SittingFilter } from "./appointment.ts";
import { MOST_TRANSCRIPTS } from "./written-shift.ts";

/** What a typed `shadow` asks for. */
export type ShadowWish =
  | { readonly kind: "now"; readonly filter?: SittingFilter; readonly count?: number }
  /** Day, time and number as they were written. */
  | { readonly kind: "every"; readonly every: string }
  | { readonly kind: "stop" | "live" | "lessons" | "help" };

/** Where the products that may be named are listed. */
interface WithProducts {
  readonly products: readonly { readonly id: string; readonly name: string }[];
}

const NUMBER = /^\d{1,2}$/;
const WEEK = /^\d{4}-w\d{2}$/i;
/** The words that a filter begins with. */
const FILTERS = ["product", "band", "week", "theme"] as const;
type FilterWord = (typeof FILTERS)[number];

const BANDS = { detractor: "detractor", passive: "passive", promoter: "promoter", silent: "silent" } as const;

/** What ends a list of words as a number of conversations, taken off it. */
function counted(words: readonly string[]): { readonly words: readonly string[]; readonly count?: number } {
  const last = words.at(-1) ?? "";
  const count = Number(last);
  const isCount = NUMBER.test(last) && count >= 1 && count <= MOST_TRANSCRIPTS;
  return isCount ? { words: words.slice(0, -1), count } : { words };
}

/** The id of the product with that id or name; the word itself where there is none, and then nothing is drawn. */
function productOf(written: string, { products }: WithProducts): string {
  const named = written.toLowerCase();
  return products.find(({ id, name }) => id.toLowerCase() === named || name.toLowerCase() === named)?.id ?? written;
}

function filterPart(word: FilterWord, written: string, settings: WithProducts): SittingFilter | null {
  const lower = written.toLowerCase();
  if (word === "product") return written === "" ? null : { product: productOf(written, settings) };
  if (word === "theme") return lower === "" ? null : { theme: lower };
  if (word === "week") return WEEK.test(written) ? { week: written.toUpperCase() } : null;
  const band = Object.entries(BANDS).find(([name]) => lower === name || lower === `${name}s`)?.[1];
  return band ? { band } : null;
}

/** The filter that the words write, such as `band detractor product Mobile app`; null where they are none. */
function readFilter(words: readonly string[], settings: WithProducts): SittingFilter | null {
  const isFilter = (word: string): word is FilterWord => FILTERS.some((one) => one === word.toLowerCase());
  const begins = words.flatMap((word, index) => (isFilter(word) ? [index] : []));
  if (begins[0] !== 0) return null;
  let filter: SittingFilter = {};
  for (const [place, begin] of begins.entries()) {
    const word = (words[begin] ?? "").toLowerCase() as FilterWord;
    const part = filterPart(word, words.slice(begin + 1, begins[place + 1]).join(" "), settings);
    if (part === null) return null;
    filter = { ...filter, ...part };
  }
  return filter;
}

/** What was typed after `shadow`, such as nothing, `every tue 09:00 3`, `live` or `band detractor`; what is none of it asks for help. */
export function readShadow(text: string, settings: WithProducts): ShadowWish {
  const [first = "", ...rest] = text.split(/\s+/).filter((word) => word !== "");
  const word = first.toLowerCase();
  if (word === "stop" || word === "live" || word === "lessons") return { kind: word };
  if (word === "every" && rest.length > 0) return { kind: "every", every: rest.join(" ") };
  const { words, ...count } = counted(word === "now" ? rest : text.split(/\s+/).filter((one) => one !== ""));
  if (words.length === 0) return { kind: "now", ...count };
  const filter = readFilter(words, settings);
  return filter === null ? { kind: "help" } : { kind: "now", filter, ...count };
}
