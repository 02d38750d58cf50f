import { type CountryCode, findPhoneNumbersInText } from "libphonenumber-js";

/** Where a telephone number stands in a text, in UTF-16 units; `endsAt` is not part of it. */
export interface PhoneSpan {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The search takes more than twice as long for twice the text, so it is given this much at a time. */
const LONGEST_PIECE = 500;
/** A line break, or a blank after a letter: no number goes on across it. */
const NO_NUMBER_ACROSS = /\n|(?<=\p{L})\s/gu;

/** Where to end the piece that begins at `from`: as late as may be, and where no number can be cut in two if there is such a place. */
function pieceEnd(text: string, from: number): number {
  const latest = from + LONGEST_PIECE;
  if (text.length <= latest) return text.length;
  const places = [...text.slice(from, latest).matchAll(NO_NUMBER_ACROSS)];
  const last = places.at(-1)?.index ?? 0;
  return last > 0 ? from + last : latest;
}

/** The numbers that could be dialled, in the country or with a country's code, in the order of the text; linear in its length. */
export function findPhoneNumbers(text: string, country: CountryCode): PhoneSpan[] {
  const found: PhoneSpan[] = [];
  for (let from = 0; from < text.length; ) {
    const end = pieceEnd(text, from);
    for (const { startsAt, endsAt } of findPhoneNumbersInText(text.slice(from, end), country))
      found.push({ startsAt: from + startsAt, endsAt: from + endsAt });
    from = end;
  }
  return found;
}
