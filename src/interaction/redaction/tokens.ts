import { before, isLabelled } from "./labels.ts";
import { type Span, spansOf } from "./spans.ts";

/** Tokens of known makes. */
const MAKES = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
  /\b(?:xox[a-z]-|xapp-|gh[pousr]_|github_pat_|glpat-|npm_|hf_|dop_v1_|shp(?:at|ca|pa|ss)_|whsec_|(?:sk|rk|pk)_(?:live|test)_|sk-|SG\.|ya29\.)[\w.-]{10,}/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bAIza[\w-]{30,}/g,
  /\b\d{8,10}:[\w-]{35}(?![\w-])/g,
  /(?<![\w-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/g,
];
/** No token is shorter, nor has any a blank in it. */
const SEEN = /[!-~]{13}|-----BEGIN/;
/** A web token; what stands before it in the same run of letters is kept. The run is looked over once, however often it begins anew. */
const WEB_TOKEN = /(?<![\w-])(?=[\w-]*\.[\w-]{5})[\w-]*?\b(eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?)/g;
const BEARER = /\b(?:bearer|basic)\s{1,8}([\w.~+/-]{16,}=*)/gi;
const LONG_TOKEN = /(?<![\w/.+-])(?=[\w+-]*\d)(?=[\w+-]*[a-z])(?=[\w+-]*[A-Z])[\w+-]{24,}(?![\w-]|\.[a-z]{2,5}\b)/g;
const HEX_TOKEN = /(?<![\w-])(?=\w*\d)(?=\w*[a-f])[0-9a-f]{32,}(?![\w-])/g;
const DIGEST_LENGTHS = [40, 56, 64, 96, 128];
const FOR_SECRETS =
  /(?:key|token|secret|api|auth|session|cookie|pass\w*|pwd|schlüssel|clave|clé|chave|senha|キー|鍵|トークン)[\s:=は"'’]{0,4}(?:(?:is|ist|es|est|é)[\s:]{1,3})?["']?$/iu;
const FOR_DIGESTS =
  /(?:sha-?\d*|md5|blake\w*|crc\w*|commit|hash|checksum|digest|etag|rev|revision|tree|image|(?:trace|span|correlation)(?:[ _-]?id)?|prüfsumme|suma|somme|soma|ハッシュ|コミット|@)[\s:=("'`は]{0,4}$/iu;
const WHOLE_DIGEST = /^(?:sha\d+|md5)-/i;

/** Whether a run of letters and digits is made by chance: names in programs are made of words, tokens of pieces of a letter or two. */
function isByChance(token: string): boolean {
  const pieces = token.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  return pieces.length > 0 && token.length / pieces.length < 3;
}

function isLongToken(text: string, token: string, startsAt: number): boolean {
  if (WHOLE_DIGEST.test(token) || !isByChance(token)) return false;
  return FOR_SECRETS.test(before(text, startsAt, 40)) || !isLabelled(text, startsAt);
}

/** Keys are often as long as digests: what stands before tells, and else the lengths of digests are theirs. */
function isHexToken(text: string, token: string, startsAt: number): boolean {
  const said = before(text, startsAt, 40);
  if (FOR_SECRETS.test(said)) return true;
  return !FOR_DIGESTS.test(said) && !DIGEST_LENGTHS.includes(token.length) && !isLabelled(text, startsAt);
}

/** Tokens and keys by their make, and long runs of letters and digits that no person would write; digests and the ids of commits are none. */
export function tokenSpans(text: string): Span[] {
  if (!SEEN.test(text)) return [];
  const makes = MAKES.flatMap((pattern) => spansOf(text, pattern));
  const web = text.includes("eyJ") ? spansOf(text, WEB_TOKEN) : [];
  const long = /[\w+-]{24}/.test(text)
    ? [
        ...spansOf(text, LONG_TOKEN, (token, startsAt) => isLongToken(text, token, startsAt)),
        ...spansOf(text, HEX_TOKEN, (token, startsAt) => isHexToken(text, token, startsAt)),
      ]
    : [];
  return [...makes, ...web, ...spansOf(text, BEARER), ...long].sort((a, b) => a.startsAt - b.startsAt);
}
