import { isMeantAsName } from "./meant-names.ts";
import { ORDINARY, ROLES } from "./ordinary-words.ts";
import type { Span } from "./spans.ts";
import { isUnspacedName, unspacedNameSpans } from "./unspaced-names.ts";
import { foldedUmlauts, type SaidWord, wordsOf } from "./words.ts";

/** The known names by their folded words: which names have the word. */
type NameIndex = ReadonlyMap<string, ReadonlySet<number>>;

const PARTICLES = new Set(
  "de da do dos das del della di la le el van von der den zu zur bin al e y und i d o".split(" "),
);
const WITHIN_NAME = /^(?:[\s_.'’·・-]|, |- | -|\s{2,3})$/;
/** An e-mail address is known by the name before its sign. */
const AT_HOST = /(?<=.)@.*$/s;
const NOT_PLAIN = /[^\0-\x7f]/;
const LEAST_ID = 5;
const LEAST_JOINED = 8;
const DRAWN_OUT = /(.)\1{2,}/g;

/** What is drawn out by hand, with one letter: `joleneee`. */
function shortened(word: string): string {
  for (let at = 2; at < word.length; at += 1)
    if (word[at] === word[at - 1] && word[at] === word[at - 2]) return word.replace(DRAWN_OUT, "$1");
  return word;
}

/** The forms in which a name's words may be written: each alone, and all as one word, in both orders. */
function formsOf(name: string): string[] {
  const words = wordsOf(name);
  const forms = words.flatMap(({ text, folded }) => (NOT_PLAIN.test(text) ? [folded, foldedUmlauts(text)] : [folded]));
  const folded = words.map((word) => word.folded);
  const joined = words.length === 2 ? [folded.join(""), folded.reverse().join("")] : [];
  return [...forms, ...joined.filter(({ length }) => length >= LEAST_JOINED)];
}

/** The forms in which the text's words are compared. */
function saidIn(words: readonly SaidWord[]): ReadonlySet<string> {
  const said = new Set<string>();
  for (const word of words) {
    said.add(word.folded);
    if (word.folded.endsWith("s")) said.add(word.folded.slice(0, -1));
    if (NOT_PLAIN.test(word.text)) said.add(foldedUmlauts(word.text));
    said.add(shortened(word.folded));
  }
  return said;
}

/** The names of which the text says some word. */
function indexOf(names: readonly string[], words: readonly SaidWord[]): NameIndex {
  const said = saidIn(words);
  const index = new Map<string, Set<number>>();
  for (const [at, name] of names.entries()) {
    const forms = formsOf(name);
    if (!forms.some((form) => said.has(form))) continue;
    for (const form of forms) index.set(form, (index.get(form) ?? new Set()).add(at));
  }
  return index;
}

function ownersOf(index: NameIndex, { text, folded: plain, isCapital }: SaidWord): ReadonlySet<number> | undefined {
  const umlauts = NOT_PLAIN.test(text) ? index.get(foldedUmlauts(text)) : undefined;
  const owners = index.get(plain) ?? umlauts ?? index.get(shortened(plain));
  if (owners !== undefined || !isCapital || plain.length < 5 || !plain.endsWith("s")) return owners;
  return index.get(plain.slice(0, -1));
}

/** Words that follow one another and belong to the same name. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Where a word of sentences in small letters stands beside one with a capital, they are not one name: `I hope Mark comes`. */
function isOtherCase(word: SaidWord | undefined, next: SaidWord): boolean {
  const isSmall = ({ folded, isCapital }: SaidWord) => ORDINARY.has(folded) && !isCapital;
  return word !== undefined && isSmall(word) !== isSmall(next) && word.isCapital !== next.isCapital;
}

function isWithinName(text: string, word: SaidWord | undefined, next: SaidWord): boolean {
  const gap = text.slice(word?.endsAt, next.startsAt);
  return WITHIN_NAME.test(gap) || (gap === ". " && word?.text.length === 1);
}

/** Whether the name has said this word before. */
function isSaid(words: readonly SaidWord[], from: number, to: number, next: SaidWord): boolean {
  return words.slice(Math.max(from, to - 5), to + 1).some(({ folded }) => folded === next.folded);
}

function runsOf(text: string, words: readonly SaidWord[], index: NameIndex): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let owners = words[from] === undefined ? undefined : ownersOf(index, words[from] as SaidWord);
    if (owners === undefined) continue;
    let to = from;
    for (let next = words[to + 1]; next !== undefined; next = words[to + 1]) {
      const more = ownersOf(index, next);
      if (isOtherCase(words[to], next) || isSaid(words, from, to, next)) break;
      const shared: ReadonlySet<number> = new Set([...(more ?? [])].filter((owner) => owners?.has(owner)));
      if (shared.size === 0 || !isWithinName(text, words[to], next)) break;
      owners = shared;
      to += 1;
    }
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

/** Whether the word can stand for a name at all, whatever stands around it. */
function isStrong({ folded: plain }: SaidWord): boolean {
  return plain.length > 1 && !PARTICLES.has(plain) && (!/^\d+$/.test(plain) || plain.length >= LEAST_ID);
}

function isName(text: string, words: readonly SaidWord[], { from, to }: Run): boolean {
  const all = words.slice(from, to + 1);
  const strong = all.filter(isStrong);
  const [first] = all;
  if (strong.length === 0 || first === undefined) return false;
  const isAddressed = text[first.startsAt - 1] === "@";
  const isHandle = all.length > 1 && /^[^\s,]+$/.test(text.slice(first.startsAt, all.at(-1)?.endsAt));
  if (isAddressed || isHandle) return true;
  const distinct = strong.filter((word) => !ORDINARY.has(word.folded) || (word.isCapital && !ROLES.has(word.folded)));
  if (new Set(strong.map((word) => word.folded)).size > 1 && distinct.length > 0) return true;
  if (strong.every((word) => ROLES.has(word.folded))) return false;
  const plain = strong.filter((word) => !ORDINARY.has(word.folded));
  if (plain.some((word) => word.folded.length > 2 || word.isCapital)) return true;
  return isMeantAsName(text, words, from, to);
}

function spacedSpans(text: string, words: readonly SaidWord[], names: readonly string[]): Span[] {
  const index = indexOf(names, words);
  if (index.size === 0) return [];
  return runsOf(text, words, index)
    .filter((run) => isName(text, words, run))
    .map(({ from, to }) => {
      const startsAt = words[from]?.startsAt ?? 0;
      return { startsAt: startsAt - (text[startsAt - 1] === "@" ? 1 : 0), endsAt: words[to]?.endsAt ?? startsAt };
    });
}

/** Where the names stand that are known, however they are written: small, without accents, by one part or in another order. */
export function knownNameSpans(text: string, words: readonly SaidWord[], known: readonly string[]): Span[] {
  const names = known.map((name) => name.trim().replace(AT_HOST, "")).filter((name) => name.length > 1);
  if (names.length === 0) return [];
  const unspaced = names.filter(isUnspacedName);
  return [...spacedSpans(text, words, names), ...(unspaced.length === 0 ? [] : unspacedNameSpans(text, unspaced))];
}
