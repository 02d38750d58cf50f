const YES = ["yes", "yeah", "yep", "yup", "ja", "jawohl", "sí", "si", "oui", "sim", "はい", "ええ", "うん"];
const NO = ["no", "nope", "nah", "not yet", "not really", "nein", "noch nicht", "todavía no", "aún no", "non"];
const NOT_YET = ["pas encore", "toujours pas", "não", "nao", "ainda não", "いいえ", "いや", "まだです", "まだ"];
/** What is said with a no that is none. */
const KIND =
  /^(?:no|non|nein|não) (?:problems?|worries|issues?|thanks|thank|danke|gracias|merci|obrigad[oa]|problema)\b/u;

/** A yes or a no stands among so many characters: piled marks take longer to put in order than there are of them. */
const BEGINNING = 200;

/** Whether a text begins with yes or no in any of the languages that customers are asked in; null where it does neither. */
export function yesOrNo(text: string): "yes" | "no" | null {
  const words =
    text
      .slice(0, BEGINNING)
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}ー]+/gu) ?? [];
  const start = words.slice(0, 2).join(" ");
  if (KIND.test(start)) return null;
  const begins = (phrase: string) => start === phrase || start.startsWith(`${phrase} `);
  if ([...NO, ...NOT_YET].some(begins)) return "no";
  return YES.some(begins) ? "yes" : null;
}
