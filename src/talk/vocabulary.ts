import { BREAK, type Word, wordsOf } from "./plain-words.ts";

/** What a phrase tells about the text it stands in. */
export const SENSES = [
  /** Thanks, after which what one is thankful for may follow. */
  "thanks",
  /** What is said to be polite, to take note, to approve or to part. */
  "courtesy",
  /** That all is well now. */
  "solved",
  /** Goes with anything and says nothing by itself. */
  "filler",
  /** Somebody must answer or do something. */
  "ask",
  /** Something is not well now. */
  "trouble",
  /** Something that is not well, or was not: it may be told of as past, and denied. */
  "fault",
  /** What a desk looks after: without more, somebody wants something about it. */
  "matter",
  /** Begs pardon: at the end it says that the trouble was one's own. */
  "sorry",
  /** How one found it. */
  "opinion",
  /** What customers judge, such as the product and the staff: what is nice about it is an opinion. */
  "topic",
  /** Calls somebody: alone it waits for an answer. */
  "hail",
  /** Turns against what was said before. */
  "turn",
  /** Goes on to something else. */
  "and",
  /** Tells of what is long over. */
  "past",
  /** Ends a letter: what follows is who wrote it. */
  "closing",
  /** Denies: alone it says that something is not as it should be. */
  "denial",
  /** Begins a reason. */
  "because",
] as const;
export type Sense = (typeof SENSES)[number];

/**
 * The phrases of a language by sense, parted by `·`. A `*` at the end of a phrase stands for any ending of its last word; a `^` before it
 * says that nothing but politeness may stand before it in its clause.
 */
export type Vocabulary = Readonly<Partial<Record<Sense, string>>>;

interface Node {
  readonly next: Map<Word, Node>;
  /** Senses of phrases whose last word begins so, by its first letters. */
  readonly stems: Map<string, { readonly stem: string; readonly sense: Sense }[]>;
  sense?: Sense;
}

/** Letters by which a stem is found; no stem has fewer. */
const STEM_LETTERS = 4;

function node(): Node {
  return { next: new Map(), stems: new Map() };
}

function child(of: Node, word: Word): Node {
  const known = of.next.get(word) ?? node();
  of.next.set(word, known);
  return known;
}

function add(root: Node, phrase: string, sense: Sense): void {
  const words = wordsOf(phrase.replace("*", ""));
  const last = words.at(-1);
  if (last === undefined || words.includes(BREAK)) throw new Error(`"${phrase}" is no phrase`);
  const before = words.slice(0, -1).reduce(child, root);
  if (!phrase.endsWith("*")) {
    const end = child(before, last);
    end.sense ??= sense;
    return;
  }
  if (last.length < STEM_LETTERS) throw new Error(`"${phrase}" is too short for a stem`);
  const key = last.slice(0, STEM_LETTERS);
  before.stems.set(key, [...(before.stems.get(key) ?? []), { stem: last, sense }]);
}

/** Phrases to look for, anywhere or at the start of a clause; the longest one counts, and of equal ones the first by {@link SENSES}. */
export interface Phrases {
  readonly anywhere: Node;
  readonly atStart: Node;
}

/** The phrases of all the vocabularies together: people mix their languages. They are put in order when one is first looked for. */
export function phrasesOf(vocabularies: readonly Vocabulary[]): Phrases {
  let known: Phrases | undefined;
  const ordered = () => {
    known ??= inOrder(vocabularies);
    return known;
  };
  return {
    get anywhere() {
      return ordered().anywhere;
    },
    get atStart() {
      return ordered().atStart;
    },
  };
}

function inOrder(vocabularies: readonly Vocabulary[]): Phrases {
  const phrases: Phrases = { anywhere: node(), atStart: node() };
  for (const sense of SENSES)
    for (const written of vocabularies.flatMap((vocabulary) => (vocabulary[sense] ?? "").split("·"))) {
      const phrase = written.trim();
      if (phrase.startsWith("^")) add(phrases.atStart, phrase.slice(1), sense);
      else if (phrase !== "") add(phrases.anywhere, phrase, sense);
    }
  return phrases;
}

function stemSense({ stems }: Node, word: Word): Sense | undefined {
  return stems.get(word.slice(0, STEM_LETTERS))?.find(({ stem }) => word.startsWith(stem))?.sense;
}

/** A phrase found: its sense, or null for a word in no phrase, and how many words it has. */
export interface PhraseFound {
  readonly sense: Sense | null;
  readonly length: number;
}

const NOTHING: PhraseFound = { sense: null, length: 1 };

/** The longest phrase that begins at the position, at which a clause may have just begun. */
export function phraseAt(
  { anywhere, atStart }: Phrases,
  words: readonly Word[],
  from: number,
  isStart: boolean,
): PhraseFound {
  const found = longest(anywhere, words, from);
  const anchored = isStart ? longest(atStart, words, from) : NOTHING;
  return anchored.sense !== null && anchored.length >= found.length ? anchored : found;
}

function longest(root: Node, words: readonly Word[], from: number): PhraseFound {
  let found = NOTHING;
  let at: Node | undefined = root;
  for (let index = from; at !== undefined && index < words.length; index += 1) {
    const word: Word = words[index] ?? BREAK;
    const next: Node | undefined = at.next.get(word);
    const sense = next?.sense ?? stemSense(at, word);
    if (sense !== undefined) found = { sense, length: index - from + 1 };
    at = next;
  }
  return found;
}
