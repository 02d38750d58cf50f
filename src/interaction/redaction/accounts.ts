import { isLabelled } from "./labels.ts";
import { isCardNumber, isIban } from "./numbers.ts";
import { numberSpans, type Span, spansOf } from "./spans.ts";

const IBAN = /(?<![\p{sc=Latin}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z\d]){11,30}/giu;
const CARD = /(?<![\p{sc=Latin}\p{N}.,-])\d(?:[ .-]?\d){12,18}(?!\p{N})/gu;
const BANK =
  /(?:(?<!\p{L})(?:bank account|account (?:no|number)|sort code|routing (?:no|number)?|kontonummer|konto-?nr|blz|bankleitzahl|número de cuenta|nº de cuenta|numéro de compte|conta (?:corrente|bancária)|conta n[ºo°]|acct\.?|agência)|(?<!\p{L})ag(?:[êe]ncia|\.)?:?\s\d{3,5}(?:-[\dx])?[\s,/]{1,3}(?:e\s)?(?:conta|c\/c|cc)(?: corrente| poupança)?|口座番号|(?:普通|当座)(?:預金|口座)?(?:番号)?)(?:\s(?:no|number|nr|é|es|est|is|ist))?[\s.:=#はº°]{0,4}(\d(?:[ -]?\d){4,18}(?:-?[\dxX])?)(?![\p{N}-])/giu;
const PIX =
  /(?<!\p{L})pix(?:\s(?:é|e|eh|para|no|pelo|aleat[óo]ria))?[\s:=]{1,3}(?:(?:o|a|meu|minha)\s)?(?:(?:cpf|cnpj|telefone|celular|número|chave(?: aleatória)?)[\s:]{1,3})?((?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\+?[\d(][\d ()./-]{8,20}\d))(?![\p{L}\p{N}])/giu;

/** Five digits near each other, or the word for a key that may have none. */
const SEEN = /(?:\d[^\d\n]{0,3}){5}|pix/i;

/** Numbers of bank accounts: IBANs by their check digits, what a word for an account stands before, and Brazilian Pix keys. */
export function accountSpans(text: string): Span[] {
  if (!SEEN.test(text)) return [];
  const ibans = numberSpans(text, IBAN, (found, at) => isIban(found) && !isLabelled(text, at));
  return [...ibans, ...spansOf(text, BANK), ...spansOf(text, PIX)].sort((a, b) => a.startsAt - b.startsAt);
}

/** Numbers of payment cards by how their issuers make them. */
export function cardSpans(text: string): Span[] {
  return numberSpans(text, CARD, (found, at) => isCardNumber(found) && !isLabelled(text, at, at + found.length));
}
