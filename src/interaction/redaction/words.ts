/** A word where it stands in a text; in scripts without blanks, a run of their letters. */
export interface SaidWord {
  readonly text: string;
  /** The word in small letters without accents; names are compared by it. */
  readonly folded: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isCapital: boolean;
  readonly isUnspaced: boolean;
}

const PLAIN_WORD = /[A-Za-z\d]+/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]+/gu;
const IS_UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]/u;
const SPECIAL: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ı: "i",
  ς: "σ",
};
const FIRST_CAPITAL = 65;
const LAST_CAPITAL = 90;
const PLAIN = /^[\0-\x7f]*$/;

/** No name is longer; taking accents off takes more than twice as long for twice as many. */
const LONGEST = 80;

/** The letters alone: small, without accents, ligatures taken apart. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const small = text
    .slice(0, LONGEST)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "");
  return small.replace(/[ßẞøæœłđıς]/g, (letter) => SPECIAL[letter] ?? letter);
}

/** The same as is written where there are no umlauts: `Jürgen` as `juergen`. */
export function foldedUmlauts(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const apart = text
    .slice(0, LONGEST)
    .normalize("NFC")
    .replace(/[äöü]/gi, (letter) => `${letter.normalize("NFD").charAt(0)}e`);
  return folded(apart);
}

function plainWordAt(text: string, startsAt: number): SaidWord {
  const isCapital = text.charCodeAt(0) >= FIRST_CAPITAL && text.charCodeAt(0) <= LAST_CAPITAL;
  const folded = text.toLowerCase();
  return { text, folded, startsAt, endsAt: startsAt + text.length, isCapital, isUnspaced: false };
}

function wordAt(text: string, startsAt: number): SaidWord {
  const isUnspaced = IS_UNSPACED.test(text);
  return {
    text,
    folded: isUnspaced ? text : folded(text),
    startsAt,
    endsAt: startsAt + text.length,
    isCapital: /^\p{Lu}/u.test(text),
    isUnspaced,
  };
}

/** The words of a text, in its plain form, in its order. */
export function wordsOf(text: string): SaidWord[] {
  const found: SaidWord[] = [];
  const isPlain = PLAIN.test(text);
  for (const { 0: run, index } of text.matchAll(isPlain ? PLAIN_WORD : WORD)) {
    if (isPlain || PLAIN.test(run)) found.push(plainWordAt(run, index));
    else for (const piece of run.matchAll(UNSPACED)) found.push(wordAt(piece[0], index + piece.index));
  }
  return found;
}
