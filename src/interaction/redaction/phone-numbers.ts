import { parsePhoneNumber } from "awesome-phonenumber";
import { before, isLabelled } from "./labels.ts";
import { numberSpans, type Span } from "./spans.ts";

const CANDIDATE =
  /(?<![\p{sc=Latin}\p{N}]|\p{N}[.,:/-])(?:\+\s?|\(\+?)?\d(?:[ ()./-]{0,3}\d){5,16}(?![\p{N}%]|[.,:/-]\p{N}|\p{sc=Latin})/gu;
const CALLED =
  /(?:(?<!\p{L})(?:tel|phone|mobile|cell|fax|call|dial|ring|reach|text|whats ?(?:app)?|telefon|handy|mobil|rufnummer|rückruf|ruft?|tel[ée]fono|m[óo]vil|celular|ll[áa]m\p{L}*|t[ée]l[ée]phone|portable|appel\p{L}*|joi(?:n|gn)\p{L}*|telefone|fone|zap|lig[au]\p{L}*|contact|(?:my|mein\p{L}*|mi|mon|meu) (?:number|nummer|número|numéro))(?!\p{L})|電話|携帯|連絡先|ＴＥＬ|番号は)[^\n\d+(]{0,25}[+(]?$/iu;
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const YEAR = "(?:(?:19|20)\\d{2}(?!\\d)|\\d{2}(?![./-]?\\d))";
const SIGN = "[./-]\\s?";
const DATE = new RegExp(
  `^(?:(?:${DAY}${SIGN}${MONTH}|${MONTH}${SIGN}${DAY})${SIGN}${YEAR}|(?:19|20)\\d{2}[./-]${MONTH}[./-]${DAY}(?!\\d)|${MONTH}[./](?:19|20)\\d{2}(?!\\d))`,
);
const DECIMAL = /^\d{1,3}(?:[., ]\d{3})*[.,]\d{1,2}$|^0[.,]\d+$|^\d{1,3}(?:[.]\d{3})+$/;
const PRICED = /(?:[$€£¥￥]|R\$|EUR|USD|GBP|BRL)\s{0,2}$/i;
const COUNTED =
  /^\s{0,2}(?:[$€£¥%°]|(?:eur|usd|gbp|brl|euros?|dollars?|reais|pesos|yen|円|個|件|回|pieces?|units?|items?|st[üu]c?k|pi[èe]ces|unidades|unités|rows?|zeilen|filas|linhas|lignes|times|mal|veces|vezes|fois|km|kg|kwh|m3|m³|besuche|visits|visitas|acessos|klicks|clicks|aufrufe|gb|mb|kb|[mnµ]s|secs?|seconds|sekunden|segundos|secondes|ticks|requests|records|events|points|punkte|puntos|pontos|min|uhr|hours?|tage?|d[ií]as|jours|days|steps|users|views|bytes)(?!\p{L}))/iu;
/** How numbers are grouped where no sign, trunk zero or word says that they can be dialled. */
const GROUPED =
  /^(?:\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}([.-])\d{3}\1\d{4}|1[ .-]\d{3}[ .-]\d{3}[ .-]\d{4}|\(\d{2}\) ?9?\d{4}[ -]?\d{4}|\d{2} 9 ?\d{4}[ -]?\d{4}|[6789]\d{2}([ -])\d{2}\2\d{2}\2\d{2})$/;
const IBERIAN = /^[6789]\d{2}([ -])\d{3}\1\d{3}$/;
const SPACED_AMERICAN = /^\d{3} \d{3}[ -]\d{4}$/;
/** Countries whose numbers have one length and no trunk zero. */
const ONE_LENGTH: readonly string[] = ["US", "CA", "ES", "BR", "MX", "PT"];
/** A year between a number and another: so are batches and files numbered. */
const YEARLY = /\D(?:19|20)\d{2}\D+\d{1,2}$/;
const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;

interface Dialled {
  readonly found: string;
  readonly digits: string;
  readonly country: string;
}

function isDialled({ found, digits, country }: Dialled): boolean {
  if (/^\(?\+/.test(found)) return digits.length >= 8 && isPossible(found, country);
  if (digits.startsWith("00")) return digits.length >= 11 && isPossible(`+${digits.slice(2)}`, country);
  if (/^\(?0/.test(found))
    return digits.length >= 9 && digits.length <= 13 && isWholeOrGrouped(found, digits) && !YEARLY.test(found);
  if (GROUPED.test(found)) return true;
  if (IBERIAN.test(found)) return country === "ES" || country === "PT";
  if (SPACED_AMERICAN.test(found)) return country === "US" || country === "CA";
  return ONE_LENGTH.includes(country) && /^\d+$/.test(found) && isValid(found, country);
}

/** A zero before one long run of digits may begin many a number: so long are those that are dialled. */
function isWholeOrGrouped(found: string, digits: string): boolean {
  return found !== digits || digits.length <= 12;
}

function isPossible(number: string, country: string): boolean {
  return parsePhoneNumber(number, { regionCode: country }).possible;
}

function isValid(number: string, country: string): boolean {
  return parsePhoneNumber(number, { regionCode: country }).valid;
}

function isHarmless(text: string, found: string, startsAt: number): boolean {
  const after = text.slice(startsAt + found.length, startsAt + found.length + 20);
  return DATE.test(found) || DECIMAL.test(found) || COUNTED.test(after) || PRICED.test(before(text, startsAt, 8));
}

/** Seven digits near each other: nothing shorter is dialled. */
const SEEN = /(?:\d[^\d\n]{0,3}){7}/;

/** What stands before a number, looked at once for all the lengths at which it may end. */
function lead(text: string): (startsAt: number) => { readonly isCalled: boolean; readonly isThing: boolean } {
  let at = -1;
  let found = { isCalled: false, isThing: false };
  return (startsAt) => {
    if (startsAt !== at) found = { isCalled: CALLED.test(before(text, startsAt)), isThing: isLabelled(text, startsAt) };
    at = startsAt;
    return found;
  };
}

/** Numbers that could be dialled, in the country or with a country's code; dates, prices and quantities are none, nor what a label calls an order. */
export function phoneSpans(text: string, country: string): Span[] {
  if (!SEEN.test(text)) return [];
  const leadOf = lead(text);
  return numberSpans(text, CANDIDATE, (found, startsAt) => {
    const digits = found.replace(/\D/g, "");
    if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS) return false;
    const { isCalled, isThing } = leadOf(startsAt);
    if (isThing || !(isCalled || isDialled({ found, digits, country }))) return false;
    return !isHarmless(text, found, startsAt) && !isLabelled(text, startsAt, startsAt + found.length);
  });
}
