import { plainText } from "../talk/plain-words.ts";
import { isSlip } from "../talk/spellings.ts";
import { asciiDigit, KEYCAP_NAMES } from "./digits.ts";

function wordSet(...texts: string[]): ReadonlySet<string> {
  return new Set(texts.join(" ").split(" "));
}

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
/** Words that are numbers in one language only. */
const LOCAL_NUMBERS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  es: new Map([
    ["once", 11],
    ["uno", 1],
  ]),
  pt: new Map([["um", 1]]),
  fr: new Map([
    ["un", 1],
    ["une", 1],
  ]),
};
/** Words that are numbers in another language only. */
const NO_NUMBERS: Readonly<Record<string, ReadonlySet<string>>> = { fr: wordSet("tres dos"), pt: wordSet("dos") };
const ODD_WORDS = wordSet(
  "schulnote thirteen fourteen fifteen twenty thirty ninety hundred dreizehn funfzehn zwanzig hundert trece quince veinte cien quinze vingt vinte cem 星 百",
  "dreieinhalb viereinhalb funfeinhalb sechseinhalb siebeneinhalb achteinhalb neuneinhalb zweieinhalb eineinhalb anderthalb zweistellig",
);
/** Words that make the number before them none in whole steps. */
const ODD_AFTER = wordSet(
  "star stars stern sterne sternen estrella estrellas etoile etoiles estrela estrelas percent prozent porciento pourcent half halves halb einhalb medio media demi demie meio meia minus 半",
);
/** Words that make the number after them none. */
const ODD_BEFORE = wordSet("minus moins menos negative negativ");
/** Between a number and what makes it none. */
const LINKS = wordSet("and a y et e und por por-cento");
const ABOUT =
  /\b(?:(?:un )?mas o menos|mais ou menos|plus ou moins|more or less|mehr oder weniger|a peu pres|por a[ih]|give or take)\b/gu;

const KANA_NUMBERS = ["いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう", "じゅう"];
const EMOJI_NAME = new RegExp(`:(keycap_ten|ten|${KEYCAP_NAMES.join("|")}):`, "gu");
const KEYCAP = /([0-9])\uFE0F?\u20E3/gu;

function asDigits(text: string): string {
  const shown = text
    .replace(KEYCAP, " $1 ")
    .replaceAll("\u{1F51F}", " 10 ")
    .replace(/[⁰¹²³⁴-⁹₀-₉①-⑳]/gu, " ⁰ ");
  return plainText(shown)
    .replaceAll("マイナス", "-")
    .replaceAll("ゼロ", "0")
    .replace(
      /(?<=^|[^ぁ-ん])(いち|に|さん|よん|ご|ろく|なな|はち|きゅう|じゅう)(?=(?:てん|です|でーす)?[。.!！\s]*$)/gu,
      (word) => String(KANA_NUMBERS.indexOf(word) + 1),
    )
    .replace(/(?<=\d\s?)てん/gu, "点")
    .replace(/-(?=[一二三四五六七八九十])/gu, " minus ")
    .replace(ABOUT, " ca ")
    .replace(/(?<=\d)\s?(?:ish|ich)\b/gu, " ca ")
    .replace(/(?<=[a-z])\s?\/\s?(?=(?:ten|zehn|diez|dix|dez|10)\b)/gu, " of ")
    .replace(/\bover (?=\d)/gu, "-")
    .replace(/\bu 2\b/gu, "u too")
    .replace(EMOJI_NAME, (_, name: string) => ` ${name.endsWith("ten") ? 10 : KEYCAP_NAMES.indexOf(name)} `)
    .replace(/:[a-z0-9_+'-]{1,60}:/gu, " ")
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/(?<=[\p{L}\d])[*_~`]+|[*_~`]+(?=[\p{L}\d])/gu, " ");
}

const TOKENS =
  /(?<number>(?<![\p{sc=Latin}\d])[#+−-]?\d+(?:(?:[.,:/–-]|\s?\/{1,2}\s?)\d+)*(?:\s?[%°€$£¥½¼¾]|[+-](?=\s*$))?(?![\d\p{sc=Latin}]|\s?[分時日週月年個回件人枚本台円度歳番号階名秒通席社種行章箱品泊冊杯歩倍割位つ]|\s?(?:ヶ|か|カ|ケ)(?:月|所|国)|\s?(?:ドル|ユーロ|ページ|ファイル|アカウント|ユーザー|ライセンス|セット|ステップ|箇所|パーセント)(?!\d)))|(?<star>星\s?[がは]?\s?\d(?:\.\d)?つ?|[★☆⭐⁰∞♾])|(?<kanji>[〇零一二三四五六七八九十百千万]+(?=点|$|と(?=[〇零一二三四五六七八九十])|の中?間|[^\p{sc=Han}\p{L}]|で|か|です))|(?<cjk>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々])|(?<word>[\p{L}\p{M}\d]+)|(?<mark>[.,;!?。、…\n()"“”:–—|]|(?<!\p{L})-(?=\s|\p{L}))/gu;
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
  return /^-?\d{4,}$|\d:\d|\d[/.-]\d+[/.-]\d|^#?\d{4,}/u.test(plain) && !/^-?\d0{3,9}%?$/u.test(plain)
    ? { kind: "word", word: plain }
    : { kind: "odd" };
}

function wordToken(word: string, locale: string): ScoreToken {
  if (ODD_WORDS.has(word)) return { kind: "odd" };
  const language = locale.slice(0, 2);
  if (NO_NUMBERS[language]?.has(word)) return { kind: "word", word };
  const value = LOCAL_NUMBERS[language]?.get(word) ?? NUMBER_WORDS.get(word);
  return value === undefined ? { kind: "word", word } : { kind: "number", value, outOf: null, isWritten: true };
}

function cjkToken(letter: string): ScoreToken {
  return ODD_WORDS.has(letter) ? { kind: "odd" } : { kind: "word", word: letter };
}

function kanjiToken(kanji: string): ScoreToken {
  const value = kanjiValue(kanji);
  return value === null ? { kind: "odd" } : { kind: "number", value, outOf: null, isWritten: true };
}

function isWordOf(token: ScoreToken | undefined, words: ReadonlySet<string>): boolean {
  return token?.kind === "word" && words.has(token.word);
}

/** Articles that are the number one only where they stand alone in their clause or end it: `um, perderam tudo`. */
const ONES = wordSet("um un une");

function isArticle(tokens: readonly ScoreToken[], index: number, word: string): boolean {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  const isEnd = next === undefined || next.kind === "break";
  return ONES.has(word) && !(isEnd && (before === undefined || before.kind === "break" || isWordOf(before, NOTES)));
}
/** Numbers beyond any scale, where nobody is thanked so many times. */
const HUGE = wordSet(
  "mil mille tausend thousand million millon milhao milhoes millionen infinito infini infinity infinite unendlich",
);
const MOST_AROUND_HUGE = 6;
const AROUND_HUGE = wordSet("a un um uma une eine one nota note points puntos pontos punkte");
const NOTES = wordSet("nota note dou mets");

/** What a token is by its neighbours: stars after a number, a minus before one, an article that is a number. */
function settled(
  token: ScoreToken,
  index: number,
  tokens: readonly ScoreToken[],
  written: readonly string[],
): ScoreToken {
  const word = written[index] ?? "";
  if (token.kind === "number" && isArticle(tokens, index, word)) return { kind: "word", word };
  if (
    HUGE.has(word) &&
    tokens.length <= MOST_AROUND_HUGE &&
    tokens.every((one, other) => other === index || isWordOf(one, AROUND_HUGE))
  )
    return { kind: "odd" };
  if (ODD_BEFORE.has(word) && tokens[index + 1]?.kind === "number") return { kind: "odd" };
  const before = isWordOf(tokens[index - 1], LINKS)
    ? isWordOf(tokens[index - 2], LINKS)
      ? index - 3
      : index - 2
    : index - 1;
  return ODD_AFTER.has(word) && tokens[before]?.kind === "number" ? { kind: "odd" } : token;
}

const SHORTEST_SLIP = 4;
/** Other words that differ from a number as a slip of the pen does. */
const NO_SLIPS = wordSet("there trees sets next");

/** The number that a text of one mistyped word means: a letter too many, one left out, or two in each other's place; null where none. */
function slippedNumber(word: string): number | null {
  if (word.length < SHORTEST_SLIP || NO_SLIPS.has(word)) return null;
  const near = [...NUMBER_WORDS].find(([number]) => isSlip(word, number) && !isReplaced(word, number));
  return near?.[1] ?? null;
}

function isReplaced(word: string, number: string): boolean {
  return word.length === number.length && [...word].sort().join("") !== [...number].sort().join("");
}

/** The tokens of a text in which a score is looked for; emoji that show no number are left out. Linear in its length. */
export function scoreTokens(text: string, locale: string): ScoreToken[] {
  const written: string[] = [];
  const tokens = [...asDigits(text).matchAll(TOKENS)].flatMap(({ 0: piece, groups = {} }): ScoreToken[] => {
    written.push(piece);
    if (groups.number !== undefined) return [numberToken(groups.number)];
    if (groups.star !== undefined) return [{ kind: "odd" }];
    if (groups.kanji !== undefined) return [kanjiToken(groups.kanji)];
    if (groups.mark !== undefined) return [{ kind: "break", mark: groups.mark }];
    return [groups.cjk === undefined ? wordToken(piece, locale) : cjkToken(piece)];
  });
  const [only] = tokens;
  const slipped = tokens.length === 1 && only?.kind === "word" ? slippedNumber(only.word) : null;
  if (slipped !== null) return [{ kind: "number", value: slipped, outOf: null, isWritten: true }];
  return tokens.map((token, index) => settled(token, index, tokens, written));
}
