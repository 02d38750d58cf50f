import { plainText } from "../talk/plain-words.ts";

/** A piece of a text in which a score is looked for. */
export type ScoreToken =
  /** A whole number, and the number it is said to be out of, if any. */
  | { readonly kind: "number"; readonly value: number; readonly outOf: number | null; readonly isWritten: boolean }
  /** What counts, but not in whole steps of one to ten: a fraction, a range, a percentage, stars. */
  | { readonly kind: "odd" }
  | { readonly kind: "word"; readonly word: string }
  /** Ends a clause. */
  | { readonly kind: "break"; readonly mark: string };

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  [
    "zero null cero 零 〇",
    "one eins 一",
    "two zwei zwo dos deux dois duas 二",
    "three drei tres trois 三",
    "four vier cuatro quatre quatro 四",
    "five funf fuenf cinco cinq 五",
    "six sechs seis 六",
    "seven sieben siete sept sete 七",
    "eight acht ocho huit oito 八",
    "nine neun nueve neuf nove 九",
    "ten zehn diez dix dez 十",
    "eleven elf onze",
    "twelve zwolf doce douze doze",
  ].flatMap((words, value) => words.split(" ").map((word) => [word, value] as const)),
);
/** Eleven in Spanish, something else in English. */
const ONCE = { word: "once", locale: "es", value: 11 };
const ODD_WORDS = new Set(
  "star stars stern sterne estrella estrellas etoile etoiles estrela estrelas schulnote percent prozent hundred hundert cien cent cem minus moins 星 百".split(
    " ",
  ),
);

const EMOJI_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const EMOJI_NAME = /:(keycap_ten|ten|zero|one|two|three|four|five|six|seven|eight|nine):/gu;
const KEYCAP = /([0-9])\uFE0F?\u20E3/gu;
/** Code points of the digit zero whose followers up to nine are read too, besides those that have another width: Arabic, Persian, Devanagari. */
const ZEROS = [0x0660, 0x06f0, 0x0966];

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? digit : String(code - zero);
}

function asDigits(text: string): string {
  const shown = text
    .replace(KEYCAP, " $1 ")
    .replaceAll("\u{1F51F}", " 10 ")
    .replace(/[⁰¹²³⁴-⁹₀-₉①-⑳]/gu, " ⁰ ");
  return plainText(shown)
    .replaceAll("マイナス", "-")
    .replace(EMOJI_NAME, (_, name: string) => ` ${name.endsWith("ten") ? 10 : EMOJI_DIGITS.indexOf(name)} `)
    .replace(/:[a-z0-9_+'-]{1,60}:/gu, " ")
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/(?<=[\p{L}\d])[*_~`]+|[*_~`]+(?=[\p{L}\d])/gu, " ");
}

const TOKENS =
  /(?<number>(?<![\p{sc=Latin}\d])[#+−-]?\d+(?:(?:[.,:/–-]|\s?\/{1,2}\s?)\d+)*(?:\s?[%°€$£¥½¼¾]|[+-](?=\s*$))?(?![\d\p{sc=Latin}]|\s?[分時日週月年個回件人枚本台円度歳番号階名秒ヶか](?:間|月)?(?!\d)))|(?<star>[★☆⭐⁰∞♾])|(?<kanji>[〇零一二三四五六七八九十百]+(?=点|$|[^\p{sc=Han}\p{L}]|で|か|です))|(?<cjk>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々])|(?<word>[\p{L}\p{M}\d]+)|(?<mark>[.,;!?。、…\n()"“”:–—|]|(?<!\p{L})-(?=\s|\p{L}))/gu;
const FRACTION = /^(\d+)\s?\/\s?(\d+)$/u;
const WHOLE = /^(?:0|[1-9]\d?|100)$/u;
const KANJI_TENS = /^十([一二三四五六七八九])?$/u;

function kanjiValue(kanji: string): number | null {
  if (kanji.length === 1) return NUMBER_WORDS.get(kanji) ?? null;
  const tens = KANJI_TENS.exec(kanji);
  return tens ? 10 + (NUMBER_WORDS.get(tens[1] ?? "") ?? 0) : null;
}

function numberToken(text: string): ScoreToken {
  const plain = text.trim();
  const fraction = FRACTION.exec(plain);
  if (fraction && WHOLE.test(fraction[1] ?? ""))
    return { kind: "number", value: Number(fraction[1]), outOf: Number(fraction[2]), isWritten: false };
  if (WHOLE.test(plain)) return { kind: "number", value: Number(plain), outOf: null, isWritten: false };
  return /^\d{4,}$|\d:\d|\d[/.-]\d+[/.-]\d|^#?\d{4,}/u.test(plain) && plain !== "1000"
    ? { kind: "word", word: plain }
    : { kind: "odd" };
}

function wordToken(word: string, locale: string): ScoreToken {
  if (ODD_WORDS.has(word)) return { kind: "odd" };
  const isOnce = word === ONCE.word && locale.startsWith(ONCE.locale);
  const value = isOnce ? ONCE.value : NUMBER_WORDS.get(word);
  return value === undefined ? { kind: "word", word } : { kind: "number", value, outOf: null, isWritten: true };
}

function kanjiToken(kanji: string): ScoreToken {
  const value = kanjiValue(kanji);
  return value === null ? { kind: "odd" } : { kind: "number", value, outOf: null, isWritten: true };
}

/** The tokens of a text in which a score is looked for; emoji that show no number are left out. Linear in its length. */
export function scoreTokens(text: string, locale: string): ScoreToken[] {
  return [...asDigits(text).matchAll(TOKENS)].flatMap(({ groups = {} }): ScoreToken[] => {
    if (groups.number !== undefined) return [numberToken(groups.number)];
    if (groups.star !== undefined) return [{ kind: "odd" }];
    if (groups.kanji !== undefined) return [kanjiToken(groups.kanji)];
    if (groups.mark !== undefined) return [{ kind: "break", mark: groups.mark }];
    const word = groups.cjk ?? groups.word ?? "";
    return word === "" ? [] : [wordToken(word, locale)];
  });
}
