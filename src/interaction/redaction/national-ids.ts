import { isLabelled } from "./labels.ts";
import * as checks from "./national-checks.ts";
import { numberSpans, type Span, spansOf } from "./spans.ts";

const LABEL = [
  "ssn|social security(?: (?:no|number))?|itin|tax ?id|national insurance(?: (?:no|number))?|ni number|nino|nhs(?: (?:no|number))?",
  "passport(?: (?:no|number))?|driver'?s? licen[cs]e(?: (?:no|number))?|driving licen[cs]e(?: (?:no|number))?|national id",
  "steuer-?id(?:entifikationsnummer)?|steueridentifikationsnummer|steuernummer|steuer-?nr|sozialversicherungsnummer|rentenversicherungsnummer|sv-?nummer",
  "personalausweis(?:nummer|-?nr)?|ausweisnummer|ausweis-?nr|ausweis|reisepass(?:nummer|-?nr)?|pass-?nr|passnummer|führerschein(?:nummer|-?nr)?|(?:kranken)?(?:versicherten|versicherungs)nummer|kvnr",
  "dni|nie|nif|pasaporte|permiso de conducir|carn[eé] de conducir|seguridad social|número de identificación|c[eé]dula",
  "séc(?:u|urité sociale)|secu|sécurité sociale|nir|numéro fiscal|passeport|permis de conduire|carte d'identité",
  "cpf|cnpj|cnh|passaporte|título de eleitor|identidade|carteira de motorista|bilhete de identidade",
].join("|");
const UNSPACED =
  "マイナンバー|個人番号|免許証番号|運転免許証(?:番号)?|パスポート(?:番号)?|旅券番号|保険証番号|健康保険証(?:番号)?|在留カード(?:番号)?|年金番号|基礎年金番号";
const JOINT =
  "(?:\\s?(?:no|nr|num|number|nummer|n°|nº|número|numéro|de|da|do|#)[.:]?){0,2}(?:\\s(?:is|was|ist|lautet|es|est|é|eh)\\b|は)?[\\s:=#.]{0,4}";
const LABELLED_ID = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${LABEL})|${UNSPACED})${JOINT}((?=[a-z\\d./ -]{0,14}\\d)[a-z\\d](?:[ ./-]?[a-z\\d]){4,17})(?![\\p{sc=Latin}\\p{N}])`,
  "giu",
);

/** Numbers by their shape, and what each must fit. */
const SHAPES: readonly (readonly [RegExp, (found: string) => boolean])[] = [
  [/(?<=\bRG(?: n[º°.]{1,2})?[: ]{1,2})\d{1,2}\.?\d{3}\.?\d{3}-?[\dX](?!\p{N})/gu, () => true],
  [/(?<=\bEIN(?: is)?[: ]{1,2})\d{2}-?\d{7}(?!\p{N})/gu, () => true],
  [/(?<![\p{L}\p{N}])[A-ZÑ&]{4}\d{6}(?:[HM][A-Z]{5}[A-Z\d]\d|[A-Z\d]{3})(?![\p{L}\p{N}])/gu, () => true],
  [/(?<![\p{sc=Latin}\p{N}.,/-])\d{3}-\d{2}-\d{4}(?![\p{N}-])/gu, () => true],
  [
    /(?<![\p{sc=Latin}\p{N}-])(?:\d{8}|\d{2}\.\d{3}\.\d{3}|[xyz][- ]?\d{7})[- ]?[a-z](?![\p{sc=Latin}\p{N}])/giu,
    checks.isSpanishId,
  ],
  [
    /(?<![\p{sc=Latin}\p{N}-])[1-478][ .]?\d{2}[ .]?\d{2}[ .]?(?:\d{2}|2[ab])[ .]?\d{3}[ .]?\d{3}[ .]?\d{2}(?!\p{N})/giu,
    checks.isFrenchId,
  ],
  [/(?<![\p{sc=Latin}\p{N}-])\d{3}\.?\d{3}\.?\d{3}[-.]?\d{2}(?![\p{N}-])/gu, checks.isCpf],
  [
    /(?<![\p{sc=Latin}\p{N}-])[a-z\d]{2}\.[a-z\d]{3}\.[a-z\d]{3}\/[a-z\d]{4}-\d{2}(?!\p{N})|(?<![\p{sc=Latin}\p{N}-])\d{14}(?!\p{N})/giu,
    checks.isCnpj,
  ],
  [/(?<![\p{sc=Latin}\p{N}-])(?<!\d[ -])\d{4}[ -]\d{4}[ -]\d{4}(?![\p{N}-]| \d)/gu, checks.isMyNumber],
  [/(?<![\p{sc=Latin}\p{N}-])\d{2} \d{3} \d{3} \d{3}(?!\p{N})/gu, checks.isGermanTaxId],
  [/(?<![\p{sc=Latin}\p{N}-])\d{2} ?\d{6} ?[a-z] ?\d{3}(?!\p{N})/giu, checks.isGermanPensionId],
  [
    /(?<![\p{sc=Latin}\p{N}-])[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![\p{sc=Latin}\p{N}])/giu,
    checks.isNationalInsurance,
  ],
];

/** Five digits near each other: no id has fewer. */
const SEEN = /(?:\d[^\d\n]{0,3}){5}/;

/** Longest piece of a labelled value that is a number of its own: words after it are not. */
function isValue(found: string): boolean {
  const digits = found.replace(/\D/g, "").length;
  return (
    digits >= (/\p{L}/u.test(found) ? 4 : 5) &&
    !/[ ]\p{L}{2,}/u.test(found) &&
    !/[ ][a-z]$/.test(found) &&
    digits * 2 >= found.replace(/[^\p{L}\p{N}]/gu, "").length
  );
}

function labelledSpans(text: string): Span[] {
  return spansOf(text, LABELLED_ID).flatMap(({ startsAt, endsAt }) => {
    const value = text.slice(startsAt, endsAt);
    const [one] = numberSpans(value, /^.+$/gsu, isValue);
    return one === undefined ? [] : [{ startsAt: startsAt + one.startsAt, endsAt: startsAt + one.endsAt }];
  });
}

/** Numbers by which states know a person: by their check digits or shape, and whatever a word for one stands before. */
export function nationalIdSpans(text: string): Span[] {
  if (!SEEN.test(text)) return [];
  const shaped = SHAPES.flatMap(([pattern, fits]) =>
    spansOf(text, pattern, (found, startsAt) => fits(found) && !isLabelled(text, startsAt, startsAt + found.length)),
  );
  return [...labelledSpans(text), ...shaped].sort((a, b) => a.startsAt - b.startsAt);
}
