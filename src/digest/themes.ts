import { grouped } from "../grouping.ts";
import { bandOf } from "../survey/score.ts";
import { type CommentJudge, createCommentJudge } from "./comment-judge.ts";
import type { Theme } from "./document.ts";
import { type Commented, type DigestAnswer, isCommented } from "./tally.ts";

/** The words of one language by theme. A word may end in `*` for any ending; words with blanks between them stand in a row. */
export interface ThemeDictionary {
  /** What the theme is called, and its words. */
  readonly themes: Readonly<Record<string, { readonly label: string; readonly words: readonly string[] }>>;
}

/** The base forms of the words of a text, in order, in small letters. */
export type Lemmas = (text: string) => readonly string[];

/** Finds what comments are about. */
export interface ThemeFinder {
  /** Version of the dictionary: figures of different versions cannot be compared. */
  readonly version: string;
  /** Themes named in the text, first by the words of its language, and where that finds none by those of the others. */
  find(text: string, locale: string): readonly string[];
  /** What the theme is called in that language; its own name where the dictionary does not know it. */
  label(theme: string, locale: string): string;
  /** Reads the same comments for what they say of how it went. */
  readonly judge: CommentJudge;
}

export interface ThemeFinderConfig {
  readonly version: string;
  readonly dictionaries: ReadonlyMap<string, ThemeDictionary>;
  /** Base forms by language; a language without them is matched word for word and by stems. */
  readonly lemmas: Readonly<Record<string, Lemmas>>;
  /** The desk's own words by theme, for every language. */
  readonly own: Readonly<Record<string, readonly string[]>>;
  /** One that finds nothing if absent. */
  readonly judge?: CommentJudge;
}

/** What the themes of some comments come to. */
export interface ThemeCount {
  readonly found: readonly Theme[];
  readonly matched: number;
  /** The answers whose comment named no theme, by id. */
  readonly unmatched: readonly Commented<DigestAnswer>[];
}

type Phrase = readonly string[];
type Themes = readonly { readonly id: string; readonly phrases: readonly Phrase[] }[];

/** Languages that put no blanks between words. */
const UNSPACED = /^(?:ja|zh|th)\b/;

/** More marks on one letter than any script has take longer and longer to sort, and are left out. */
const PILED_MARKS = /(\p{M}{8})\p{M}+/gu;
/** What is longer is no word of any dictionary; its beginning, in UTF-16 units, may still be one with any ending. */
const LONGEST_WORD = 40;

/** Small letters without accents and marks. */
function folded(text: string): string {
  return text.replace(PILED_MARKS, "$1").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function cut(word: string): string {
  return word.slice(0, LONGEST_WORD);
}

function wordsIn(text: string): string[] {
  return (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(cut);
}

function isLike(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

function holds(said: readonly string[], phrase: Phrase): boolean {
  return said.some((_, start) => phrase.every((pattern, index) => isLike(pattern, said[start + index])));
}

/** The words and all their beginnings as a phrase may start with them: few of all phrases need a closer look. */
function startsOf(said: readonly string[]): ReadonlySet<string> {
  const starts = new Set(said);
  for (const word of said)
    for (let length = 0; length <= word.length; length += 1) starts.add(`${word.slice(0, length)}*`);
  return starts;
}

/** How a language reads its dictionary and a comment. */
interface LanguageReader {
  phrase(word: string): Phrase;
  /** Finds which of the themes a text names. */
  over(themes: Themes): (text: string) => ReadonlySet<string>;
}

/** Of languages that put no blanks between words. */
const UNSPACED_READER: LanguageReader = {
  phrase: (word) => [plain(word.replace(/\*$/, ""))],
  over: (themes) => (text) => {
    const said = plain(text);
    const isNamed = (phrase: Phrase) => phrase.every((part) => said.includes(part));
    return new Set(themes.filter(({ phrases }) => phrases.some(isNamed)).map(({ id }) => id));
  },
};

/** The text in one width and small letters. */
function plain(text: string): string {
  return text.replace(PILED_MARKS, "$1").normalize("NFKC").toLowerCase();
}

/** Which phrases begin with a word, and of which theme they are. */
function phrasesByStart(
  themes: Themes,
): ReadonlyMap<string, readonly { readonly id: string; readonly phrase: Phrase }[]> {
  const all = themes.flatMap(({ id, phrases }) => phrases.map((phrase) => ({ id, phrase })));
  return grouped(all, ({ phrase: [first = ""] }) => first);
}

function readerOf(locale: string, lemmas: Lemmas | undefined): LanguageReader {
  if (UNSPACED.test(locale)) return UNSPACED_READER;
  const split = (word: string) =>
    word.split(/\s+/).map((part) => (part.endsWith("*") ? `${folded(part.slice(0, -1))}*` : part));
  const base = (part: string) => (part.endsWith("*") ? [part] : lemmas ? lemmas(part).map(folded) : wordsIn(part));
  return {
    phrase: (word) => split(word).flatMap(base),
    over: (themes) => {
      const byStart = phrasesByStart(themes);
      return (text) => {
        const said = lemmas ? [lemmas(text).map(folded).map(cut), wordsIn(text)] : [wordsIn(text)];
        const found = new Set<string>();
        for (const start of startsOf(said.flat()))
          for (const { id, phrase } of byStart.get(start) ?? [])
            if (!found.has(id) && said.some((list) => holds(list, phrase))) found.add(id);
        return found;
      };
    },
  };
}

/** A finder over the dictionaries; each language is read at first use. */
export function createThemeFinder({ version, dictionaries, lemmas, own, judge }: ThemeFinderConfig): ThemeFinder {
  const read = new Map<string, (text: string) => readonly string[]>();
  const language = (locale: string) => {
    const known = read.get(locale);
    if (known) return known;
    const reader = readerOf(locale, lemmas[locale]);
    const listed = dictionaries.get(locale)?.themes ?? {};
    const ids = [...new Set([...Object.keys(listed), ...Object.keys(own)])];
    const themes = ids.map((id) => {
      const all = [...(listed[id]?.words ?? []), ...(own[id] ?? [])];
      return { id, phrases: all.map(reader.phrase).filter((phrase) => phrase.length > 0) };
    });
    const named = reader.over(themes);
    const fresh = (text: string) => {
      const found = named(text);
      return ids.filter((id) => found.has(id));
    };
    read.set(locale, fresh);
    return fresh;
  };
  return {
    version,
    judge: judge ?? createCommentJudge("none", new Map()),
    find(text, locale) {
      const others = [...dictionaries.keys()].filter((other) => other !== locale);
      for (const candidate of [locale, ...others]) {
        const found = language(candidate)(text);
        if (found.length > 0) return found;
      }
      return [];
    },
    label: (theme, locale) => dictionaries.get(locale)?.themes[theme]?.label ?? theme,
  };
}

/**
 * Counts comments by the themes that were found in each, not words: a comment that names a theme twice counts once, and one that names
 * two counts for both.
 */
export function countThemes<Answer extends DigestAnswer>(
  answers: readonly Answer[],
  themesOf: (answer: Commented<Answer>) => readonly string[],
): ThemeCount {
  const counts = new Map<string, { mentions: number; detractors: number }>();
  const unmatched: Commented<Answer>[] = [];
  const commented = answers.filter(isCommented).filter(({ comment }) => comment.trim() !== "");
  commented.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const answer of commented) {
    const themes = themesOf(answer);
    if (themes.length === 0) unmatched.push(answer);
    for (const theme of themes) {
      const count = counts.get(theme) ?? { mentions: 0, detractors: 0 };
      const detractors = count.detractors + (bandOf(answer.score) === "detractor" ? 1 : 0);
      counts.set(theme, { mentions: count.mentions + 1, detractors });
    }
  }
  const found = [...counts].map(([theme, count]) => ({ theme, ...count }));
  found.sort((a, b) => b.mentions - a.mentions || (a.theme < b.theme ? -1 : 1));
  return { found, matched: commented.length - unmatched.length, unmatched };
}
