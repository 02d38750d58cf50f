import { type Span, spansOf } from "./spans.ts";

const SECRET = [
  "password|passwort|kennwort|passcode|passphrase|passwd|pass|pwd|pw|contrase[ñn]a|clave|mot de passe|mdp|senha",
  "api[ _-]?key|api[ _-]?schlüssel|clé api|clave api|chave api|(?:access|auth|refresh)[ _-]?token|token|(?:secret|private|master|encryption)[ _-]?(?:access[ _-]?)?key|(?:client[ _-]?)?secret|gift[ -]?card code",
].join("|");
const CODE = [
  "pin(?:[ -]?code)?|code pin|cvv2?|cvc2?|cvn|security code|prüf(?:ziffer|nummer)|kartenprüfnummer|c[oó]d(?:igo)?\\.? (?:de )?seg(?:ur(?:idad|an[çc]a))?(?: do cart[ãa]o| de la tarjeta)?\\.?",
  "cryptogramme(?: visuel)?|code de sécurité|(?:verification|one[- ]time|login|2fa|recovery|backup) code|otp|2fa|tan",
  "bestätigungscode|einmalcode|sms-?code|c[oó]digo de verifica(?:ci[oó]n|[çc][ãa]o)|code de v[ée]rification|code (?:à|a) usage unique|c[oó]digo de (?:un solo uso|uso único)",
].join("|");
const UNSPACED = "パスワード|パスコード|暗証番号|セキュリティコード|確認コード|認証コード|シークレット|トークン";
const IS = "is|was|ist|war|lautet|lautete|es|era|est|était|é|eh|c['’]est|は|means";
const NAMED = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:(${SECRET})|(${CODE}))|(${UNSPACED}))(?![\\p{sc=Latin}\\p{N}])(?:\\s(?:dazu|dafür|aktuell|(?:I|you|they|we)\\s(?:sent|texted|got|gave|received)(?:\\s(?:me|us))?))?(\\s{0,3}[:=は]\\s{0,3}|\\s{1,3}(?:${IS})(?:\\s{1,3}|\\s{0,3}:\\s{1,3})|['’]s\\s{1,3}|(?=[「『])|\\s{1,3})(["'„“«「『]?)((?<=["„“«「『])[^"”»」』\\n]{3,60}(?=["”»」』])|[^\\s"'”»、。」]{3,})`,
  "giu",
);
const SEEN =
  /pass|kennwort|pwd|pw|contrase|clave|mdp|senha|api|cl[ée]|chave|token|secret|key|login|pin|cv[vcn]|code|c[óo]d|prüf|crypto|otp|2fa|tan|パス|暗証|コード|シーク|トーク/i;
const PASSWORD = /^(?:passw|kennw|passc|pwd|pw|contrase|mot|mdp|senha)/i;
const UNSPACED_LETTERS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const SECRET_WORDS =
  /^(?:incorrect|wrong|forgotten|reset|expired|invalid|required|missing|changed|unknown|none|null|falsch|vergessen|ungültig|abgelaufen|incorrecta?|olvidada|caducada|oubli[ée]e?|incorrecte?|expir[ée]e?|esquecida|incorreta|errada|inválida|[*•xX.]+)$/iu;

/** A value is one where it has a digit or a sign in it: `password is wrong` tells nothing. */
function isTelling(value: string): boolean {
  return /\d|[^\p{L}\p{N}.,;:!?)…]/u.test(value);
}

/** The value without what belongs to the sentence: Japanese words after it, and its full stop. */
function trimmed(value: string): string {
  const words = /^[!-~]/.test(value) ? value.search(UNSPACED_LETTERS) : -1;
  const own = words > 0 ? value.slice(0, words) : value;
  return own.replace(/(?<![.,;:!?)])[.,;:!?)]+$/, "");
}

interface NamedValue {
  readonly value: string;
  readonly joint: string;
  readonly isCode: boolean;
  readonly isPassword: boolean;
  readonly isQuoted: boolean;
  /** Whether the sentence or the line ends behind the value. */
  readonly isLast: boolean;
}

/** What follows the word with a blank alone: letters with digits, and after words for passwords digits. */
function isBareSecret(value: string, isPassword: boolean): boolean {
  if (isPassword && /^\d{4,}$/.test(value)) return true;
  return value.length > 4 && /\d/.test(value) && /\p{L}/u.test(value) && !/^\d+-?\p{L}+$/u.test(value);
}

function isSecret({ value, isPassword, joint, isCode, isQuoted, isLast }: NamedValue): boolean {
  if (value.length < 3 || value.startsWith("[") || SECRET_WORDS.test(value)) return false;
  if (isCode && /^\d{3,8}$/.test(value)) return true;
  if (joint.trim() === "" || /^['’]s/.test(joint)) return isBareSecret(value, isPassword);
  return isTelling(value) || isQuoted || (isLast && /[:=]/.test(joint) && value.length > 3);
}

/** `Tr0ub4dor is my password`, `comme mot de passe`: what stands before the word. */
const REVERSED = new RegExp(
  `(?<!\\S)["'„“«]?([^\\s"'„“«»]{5,60})(?=["'”»]?,?\\s(?:(?:is|was|ist|war|es|est|é|era)(?:\\s(?:my|the|mein|das|mi|la|mon|le|minha|a))?|comme|como|as|als)\\s(?:${SECRET})(?!\\p{L}))`,
  "giu",
);

function reversedSpans(text: string): Span[] {
  return spansOf(text, REVERSED, (value) => /\d/.test(value) && /\p{L}/u.test(value));
}

/** Words for a wallet, a dozen or two of them after a colon. */
const PHRASE =
  /(?<!\p{L})(?:(?:recovery|seed|backup) phrase|mnemonic|(?:wiederherstellungs|seed-?)phrase|phrase de récupération|frase (?:semilla|de recupera(?:ción|ção)))\s?(?:[:=]|is|ist|est|es|é)\s{1,3}((?:\p{Ll}{3,8},?\s){11,23}\p{Ll}{3,8})(?!\p{L})/giu;
/** Who signs in, and with what: `my login is jane / hunter2`. */
const SIGN_IN =
  /(?<!\p{L})(?:logins?|credentials|zugangsdaten|accesos?|acesso|identifiants)(?:\s(?:is|are|ist|sind|es|son|é|sont))?[\s:=]{1,3}[^\s/|]{2,40}\s[/|]\s([^\s/|]{5,60})/giu;

const RARE = /phrase|mnemo|frase|login|credential|zugang|acces|identif/i;

function signInSpans(text: string): Span[] {
  return spansOf(text, SIGN_IN, (value) => /\d/.test(value) && /\p{L}/u.test(value));
}

/** What follows the word for a password, a code or a token, or stands before it. */
export function secretSpans(text: string): Span[] {
  const rare = RARE.test(text) ? [...signInSpans(text), ...spansOf(text, PHRASE)] : [];
  return [...rare, ...namedSpans(text)].sort((a, b) => a.startsAt - b.startsAt);
}

function namedSpans(text: string): Span[] {
  if (!SEEN.test(text)) return [];
  const found: Span[] = [];
  for (const match of text.matchAll(NAMED)) {
    const [all, word = "", code, unspaced, joint = "", quote = "", long = ""] = match;
    const value = trimmed(long);
    const end = match.index + all.length;
    const isCode = code !== undefined || /[番コ]/.test(unspaced ?? "");
    const isLast = /^\s*$/.test(text.slice(end, end + 40).split("\n")[0] ?? "");
    const startsAt = end - long.length;
    if (
      isSecret({
        value,
        joint,
        isCode,
        isPassword: PASSWORD.test(word),
        isQuoted: quote !== "" && quote !== "'",
        isLast,
      })
    )
      found.push({ startsAt, endsAt: startsAt + value.length });
  }
  return [...found, ...reversedSpans(text)];
}
