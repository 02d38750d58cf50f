import { type Span, spansOf } from "./spans.ts";

const LETTER =
  "\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Arabic}\\p{sc=Hangul}\\p{N}\u200b\u200c\u200d\u2060\u00ad\ufeff";
const WRITTEN = new RegExp(
  `(?<![${LETTER}._%+'-])[${LETTER}._%+'-]{1,64}@[${LETTER}-]{1,63}(?:(?:\\.[${LETTER}-]{1,63}){1,6}|(?<=@(?:gmail|hotmail|yahoo|outlook|icloud)))(?![${LETTER}@])`,
  "gu",
);
const UNDERLINED = /(?<![\w.])\w[\w.]{0,60}?_at_[\w.]{1,60}?_dot_[a-z]{2,10}(?![\w.])/gi;
const AT =
  /@|[([{<]\s?(?:at|a|ätt?|@|arroba|arobase|アット(?:マーク)?|あっと)\s?[)\]}>]|(?<=[\s_-])(?:at|arroba|arobase|klammeraffe|ät)(?=[\s_-])|アットマーク|アット|(?<=\s)あっと(?=\s)|(?<=\w)[★☆●■◆◎](?=\w)/giu;
const DOT_WORDS = "dot|punkt|punto|ponto|point|ドット";
const DOT = `(?:\\s?[([{<]\\s?(?:${DOT_WORDS}|\\.)\\s?[)\\]}>]\\s?|\\s(?:${DOT_WORDS})\\s|\\s?ドット\\s?|\\.|\\s\\.\\s?)`;
const DASH =
  "(?:\\s(?:dash|hyphen|minus|bindestrich|gui[oó]n(?: bajo)?|tiret(?: bas)?|traço(?: baixo)?|sublinhado|underscore|unterstrich|underline)\\s)";
const PIECE = `[${LETTER}_%+-]{1,40}`;
const LOCAL = new RegExp(`(?<![${LETTER}._%+'-])${PIECE}(?:(?:${DOT}|${DASH})${PIECE}){0,4}\\s?$`, "iu");
const DOMAIN = new RegExp(
  `^\\s?(${PIECE}(?:${DASH}${PIECE}){0,3}(?:${DOT}${PIECE}){0,3}?(${DOT})\\p{sc=Latin}{2,24})(?![${LETTER}])(?:${DOT}\\p{sc=Latin}{2,3}(?![${LETTER}]))?`,
  "iu",
);
const SPOKEN_DOT = new RegExp(`(?:${DOT_WORDS})`, "iu");
const SPOKEN_SEEN =
  /@|[([{<]\s?(?:at|a|ät|arroba|arobase)|[\s_-]at[\s_-]|arroba|arobase|klammeraffe|\sät\s|アット|あっと|[★☆●■◆◎]/i;
const LONGEST_SIDE = 160;
/** Where very many have their mail. */
const MAIL_HOST =
  /^\s?(?:gmail|googlemail|yahoo|outlook|hotmail|live|icloud|me|gmx|web|proton|protonmail|aol|t-online|orange|wanadoo|free|laposte|uol|bol|terra|docomo)\./i;
const NOBODY =
  /^(?:me|us|you|him|her|them|it|am|is|are|was|be|here|there|met|meet|found|seen|bought|ordered|shop|work|up|down|out|now|back|look|meet|mich|uns)\s?$/i;

/** `jane.roe at example . com`: blanks around the dot that a sentence has none of. */
function isTornApart(local: string, domain: string): boolean {
  return /\w[._]\w/.test(local) && /\s\.\s?\p{sc=Latin}{2,}$/u.test(domain);
}

/** A plain `at` is a word of sentences: an address it makes only with a spoken dot, and a sign between blanks only with somebody before it. */
function isAddress(sign: string, local: string, domain: string): boolean {
  if (NOBODY.test(local)) return false;
  if (/^at$/i.test(sign)) return SPOKEN_DOT.test(domain) || MAIL_HOST.test(domain) || isTornApart(local, domain);
  return true;
}

function spokenAround(text: string, startsAt: number, sign: string): Span | null {
  const from = Math.max(0, startsAt - LONGEST_SIDE);
  const local = LOCAL.exec(text.slice(from, startsAt));
  if (local === null) return null;
  const end = startsAt + sign.length;
  const domain = DOMAIN.exec(text.slice(end, end + LONGEST_SIDE));
  if (domain === null || !isAddress(sign, local[0], domain[0])) return null;
  return { startsAt: from + local.index, endsAt: end + domain[0].length };
}

/** E-mail addresses as they are written. */
export function emailSpans(text: string): Span[] {
  const written = text.includes("@") ? spansOf(text, WRITTEN) : [];
  return text.includes("_at_")
    ? [...written, ...spansOf(text, UNDERLINED)].sort((a, b) => a.startsAt - b.startsAt)
    : written;
}

/** E-mail addresses that are spelled out: `jane at example dot com`, in six languages. */
export function spokenEmailSpans(text: string): Span[] {
  if (!SPOKEN_SEEN.test(text)) return [];
  const found: Span[] = [];
  const isExplained = /@(?:に|マーク)/.test(text);
  for (const { 0: sign, index } of text.matchAll(AT)) {
    if (/[★☆●■◆◎]/.test(sign) && !isExplained) continue;
    const span = spokenAround(text, index, sign);
    if (span !== null && span.startsAt >= (found.at(-1)?.endsAt ?? 0)) found.push(span);
  }
  return found;
}
