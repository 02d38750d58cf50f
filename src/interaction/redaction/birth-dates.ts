import { latePattern } from "./late-pattern.ts";
import { type Span, spansOf } from "./spans.ts";

const MONTH = [
  "jan\\p{L}{0,7}|ene\\p{L}{0,3}|feb\\p{L}{0,7}|f[ée]v\\p{L}{0,7}|m[aä]r\\p{L}{0,5}|mär\\p{L}{0,5}|apr\\p{L}{0,5}|avr\\p{L}{0,4}|abr\\p{L}{0,4}|ma[yio]\\p{L}{0,3}",
  "jun\\p{L}{0,3}|juin|jul\\p{L}{0,4}|juil\\p{L}{0,4}|aug\\p{L}{0,4}|ao[ûu]t|ago\\p{L}{0,5}|se[pt]\\p{L}{0,8}|o[ckt][tub]\\p{L}{0,6}|out\\p{L}{0,5}|nov\\p{L}{0,6}|d[eéi][czs]\\p{L}{0,7}",
].join("|");
const DATE = [
  "\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?(?:\\d{4}|\\d{2})",
  "\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}",
  `\\d{1,2}[-/](?:${MONTH})[-/]\\d{2,4}`,
  `\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?(?:\\s(?:de|of))?\\s(?:${MONTH})\\.?(?:,|\\s(?:de|del))?\\s\\d{2,4}`,
  `(?:${MONTH})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}`,
  "(?:(?:明治|大正|昭和|平成|令和)\\s?(?:\\d{1,2}|元)|[MTSHR]\\d{1,2}|\\d{4})\\s?[年./]\\s?\\d{1,2}\\s?[月./]\\s?\\d{1,2}\\s?日?",
  `\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?(?:\\s(?:de|of))?\\s(?:${MONTH})(?!\\p{L})`,
  `(?:${MONTH})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?`,
  "\\d{1,2}月\\d{1,2}日",
].join("|");
const LABEL = [
  "born|date of birth|birth ?date|birth ?day|d\\.?o\\.?b\\.?|geboren|geb\\.?|geburtsdatum|geburtstag|né|née|né\\(e\\)|née?s?|naissance|anniversaire",
  "nacid[oa]|nací|nacimiento|fecha nac\\.?|cumpleaños|nascid[oa]|nasci|nascimento|data de nasc\\.?|aniversário",
].join("|");
const FILLER =
  "(?:[\\s:=,(は]|(?<!\\p{L})(?:is|was|on|the|am|ist|war|der|den|le|el|es|fue|en|em|no|o|dia|día|é|foi|est|au)(?!\\p{L})){0,8}";
const labelled = latePattern(
  `(?:(?<![\\p{L}\\p{N}])(?:${LABEL})|生年月日|誕生日)(?![\\p{sc=Latin}])${FILLER}(${DATE})(?!\\p{N})`,
  "giu",
);
const beforeBirth = latePattern(`(?<!\\p{N})(?:${DATE})(?=\\s?(?:に?生まれ|生れ|生(?!産)))`, "giu");
/** As the Germans write it, without a blank: `*03.05.1979`. */
const STARRED = /(?<=^|[\s,(])\*(\d{1,2}\.\d{1,2}\.(?:19\d{2}|20[01]\d))(?![\p{N}*])/gu;
const SEEN = /\*\d|born|birth|d\.?o\.?b|\bgeb|né[es( ]|naiss|anniv|nac|cumple|nasc|aniver|生/i;
const DIGITS = /\d/;

/** Dates of birth: those that a word for birth stands beside. */
export function birthDateSpans(text: string): Span[] {
  if (!DIGITS.test(text) || !SEEN.test(text)) return [];
  const japanese = text.includes("生") ? spansOf(text, beforeBirth()) : [];
  return [...spansOf(text, labelled()), ...spansOf(text, STARRED), ...japanese].sort((a, b) => a.startsAt - b.startsAt);
}
