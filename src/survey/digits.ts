/** Names of the keycap emoji under which chat platforms send them, by their digit. */
export const KEYCAP_NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Code points of the digit zero whose followers up to nine are read too: full-width, Arabic, Persian, Devanagari. */
const ZEROS = [0xff10, 0x0660, 0x06f0, 0x0966];

/** The digit of one of those scripts as 0 to 9; of another script as it is. */
export function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? digit : String(code - zero);
}
