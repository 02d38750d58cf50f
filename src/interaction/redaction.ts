import { type CountryCode, isSupportedCountry } from "libphonenumber-js";
import { isCardNumber, isIban, isIpv4, isIpv6 } from "./numbers.ts";
import { findPhoneNumbers } from "./phone-numbers.ts";

/** What stands in place of what was taken out. */
const MARKS = {
  secret: "[secret]",
  email: "[e-mail]",
  account: "[account]",
  card: "[card]",
  phone: "[phone]",
  network: "[IP address]",
  name: "[name]",
  query: "[…]",
} as const;

/** A rule takes out one kind of thing; what it is not sure of it leaves. */
type Rule = (text: string) => string;

/** Words that say that the number after them is the name of a thing and not of a person. */
const THING = [
  "order ticket invoice case reference ref booking tracking parcel shipment request incident serial article item model",
  "version v build release firmware error code bestellung bestellnummer auftrag auftragsnummer ticketnummer rechnung",
  "rechnungsnummer vorgang vorgangsnummer sendung sendungsnummer fehler pedido factura referencia incidencia envio",
  "commande facture dossier référence suivi fatura chamado protocolo 注文 注文番号 請求書 請求書番号 問い合わせ番号 追跡番号",
]
  .join(" ")
  .split(" ");
const LABELLED = new RegExp(
  `(?:(?<![\\p{L}])(?:${THING.join("|")})[\\s:#.-]*(?:(?:no|nr|num|number|id|nummer|número|numéro|n°)[\\s:#.-]*)?|[#№]\\s*|[\\p{L}\\p{N}][-_/])$`,
  "iu",
);

/** Whether what stands before a number says that it is an order, a ticket, a version or the like. */
function isLabelled(text: string, at: number): boolean {
  return LABELLED.test(text.slice(Math.max(0, at - 60), at));
}

/** The text, and its beginnings that end before a blank or a hyphen, longest first. */
function beginnings(text: string): string[] {
  const cuts = [...text.matchAll(/[ -]/g)].map(({ index }) => text.slice(0, index));
  return [text, ...cuts.reverse()];
}

function matchFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  const global = new RegExp(pattern);
  global.lastIndex = from;
  return global.exec(text);
}

/** Replaces what matches the pattern and then the check, unless its label says that it is harmless. */
function numberRule(pattern: RegExp, isOne: (found: string) => boolean, mark: string): Rule {
  return (text) => {
    let done = "";
    let rest = 0;
    for (let match = matchFrom(pattern, text, 0); match; match = matchFrom(pattern, text, rest)) {
      const one = isLabelled(text, match.index) ? undefined : beginnings(match[0]).find(isOne);
      const shortest = match[0].replace(/[ -].*$/s, "");
      done += text.slice(rest, match.index) + (one === undefined ? shortest : mark);
      rest = match.index + (one ?? shortest).length;
    }
    return done + text.slice(rest);
  };
}

/** Tokens of known makes, and long runs of letters and digits that no person would write. */
const SECRETS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(?:xox[a-z]-|gh[pousr]_|github_pat_|glpat-|(?:sk|rk|pk)_(?:live|test)_|sk-|SG\.)[\w.-]{10,}/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bAIza[\w-]{30,}/g,
];
/** A web token; what stands before it in the same run of letters is kept. The run is looked over once, however often it begins anew. */
const WEB_TOKEN = /(?<![\w-])(?=[\w-]*\.[\w-]{5})([\w-]*?)\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g;
const BEARER = /\b((?:bearer|basic)\s+)[\w.~+/-]{16,}=*/gi;
const NAMED_SECRET =
  /((?<![\p{L}])(?:password|passwort|kennwort|passcode|passwd|pwd|contraseña|mot de passe|senha|パスワード|api[ _-]?key|token|secret|pin|cvv|cvc)(?:\s*[:=は]\s*|\s+(?:is|was|ist|war|lautet|es|est|é)(?:\s+|\s*:\s+)))(["'„“«]?)([^\s"'”»、。]{3,})/giu;
const LONG_TOKEN = /(?<![\w/.+-])(?=[\w+-]*\d)(?=[\w+-]*[a-z])(?=[\w+-]*[A-Z])[\w+-]{24,}(?![\w-])/g;
const HEX_TOKEN = /(?<![\w-])(?=\w*\d)(?=\w*[a-f])[0-9a-f]{32,}(?![\w-])/g;

/** A named secret is one where its value has a digit or a sign in it: `password is wrong` tells nothing. */
function isTelling(value: string): boolean {
  return /\d|[^\p{L}\p{N}.,;:!?)…]/u.test(value);
}

const secrets: Rule = (text) => {
  const known = SECRETS.reduce((done, pattern) => done.replace(pattern, MARKS.secret), text);
  return known
    .replace(WEB_TOKEN, `$1${MARKS.secret}`)
    .replace(BEARER, `$1${MARKS.secret}`)
    .replace(NAMED_SECRET, (all: string, label: string, quote: string, value: string) => {
      if (value.startsWith("[") || !isTelling(value)) return all;
      const end = value.slice(value.replace(/(?<![.,;:!?)])[.,;:!?)]+$/, "").length);
      return `${label}${quote}${MARKS.secret}${end}`;
    })
    .replace(LONG_TOKEN, MARKS.secret)
    .replace(HEX_TOKEN, MARKS.secret);
};

const URL_PATTERN = /\b(?:https?|ftp|wss?):\/\/[^\s<>"']+/giu;

/** An address keeps its host and path; what may hold a session or a person goes. */
const addresses: Rule = (text) =>
  text.replace(URL_PATTERN, (url) =>
    url.replace(/(?<=:\/\/)[^/?#@]*@/, "").replace(/([?#])(?!\[…\])[^\s]*$/, `$1${MARKS.query}`),
  );

const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\p{L}\p{N}-]+)*\s?(?:\.|\(dot\)|\[dot\])\s?\p{L}{2,}/giu;
const emails: Rule = (text) => text.replace(EMAIL, (found) => (isSpokenAt(found) ? MARKS.email : found));

/** Blanks around the sign are part of an address only where it is spelled out. */
function isSpokenAt(found: string): boolean {
  return !/\s/.test(found) || /[([](?:at|dot)[)\]]/i.test(found);
}

const accounts = numberRule(/(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z\d]){11,30}/giu, isIban, MARKS.account);
const cards = numberRule(/(?<![\p{L}\p{N}.,-])\d(?:[ -]?\d){12,18}(?![\p{N}])/gu, isCardNumber, MARKS.card);
const ipv4 = numberRule(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g, isIpv4, MARKS.network);
const ipv6 = numberRule(
  /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}(?![\w:])/gi,
  isIpv6,
  MARKS.network,
);

/** Numbers that could be dialled, in the desk's country or with a country's code. */
function phones(country: CountryCode): Rule {
  return (text) => {
    let done = "";
    let rest = 0;
    for (const { startsAt, endsAt } of findPhoneNumbers(text, country)) {
      if (isLabelled(text, startsAt)) continue;
      done += text.slice(rest, startsAt) + MARKS.phone;
      rest = endsAt;
    }
    return done + text.slice(rest);
  };
}

const MENTION = /<@[!&]?\w+>/g;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
}

/** Where a name stands by itself; scripts without blanks have no such bounds. */
function alone(name: string, flags: string): RegExp {
  if (UNSPACED.test(name)) return new RegExp(escaped(name), flags);
  return new RegExp(`(?<![\\p{L}\\p{N}])@?${escaped(name)}(?![\\p{L}\\p{N}])`, flags);
}

/** How a known name may be written: in full, by one of its parts as a name is written, or as a handle. */
function patternsOf(name: string): RegExp[] {
  const parts = name.split(/\s+/).filter((part) => part.length > 2 && /^\p{Lu}/u.test(part));
  const handle = new RegExp(`@${escaped(name)}(?![\\p{L}\\p{N}])`, "giu");
  const full = /\s/.test(name) || UNSPACED.test(name) || /\d/.test(name) ? [alone(name, "giu")] : [];
  return [...full, handle, ...parts.map((part) => alone(part, "gu"))];
}

/** Letters that a pattern may take for the same are the same in it. */
function folded(text: string): string {
  return text.toLowerCase().toUpperCase();
}

/** Whether any part of the name stands anywhere in the folded text; making patterns of names takes far longer. */
function isIn(said: string, name: string): boolean {
  return name.split(/\s+/).some((part) => said.includes(folded(part)));
}

function names(known: readonly string[]): Rule {
  const longestFirst = known.map((name) => name.trim()).filter((name) => name.length > 1);
  longestFirst.sort((a, b) => b.length - a.length);
  return (text) => {
    const said = folded(text);
    const patterns = longestFirst.filter((name) => isIn(said, name)).flatMap(patternsOf);
    return patterns.reduce((done, pattern) => done.replace(pattern, MARKS.name), text.replace(MENTION, MARKS.name));
  };
}

/**
 * The text without what could name or harm a person: e-mail addresses, telephone, account and card numbers (held to their
 * check digits), network addresses, passwords and tokens, what follows `?` in links, and the known names of the people of the
 * conversation. Numbers of orders, tickets and versions stay. Redacting twice changes nothing more.
 */
export function redact(text: string, known: readonly string[] = [], phoneCountry = "US"): string {
  const country = isSupportedCountry(phoneCountry) ? phoneCountry : "US";
  const rules = [secrets, addresses, emails, accounts, cards, ipv6, ipv4, phones(country), names(known)];
  return rules.reduce((done, rule) => rule(done), text);
}
