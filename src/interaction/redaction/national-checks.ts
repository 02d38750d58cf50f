const digitsOf = (text: string): string => text.replace(/\D/g, "");
const weighed = (digits: string, weights: readonly number[]): number =>
  [...digits].reduce((sum, digit, index) => sum + (digit.charCodeAt(0) - 48) * (weights[index] ?? 0), 0);
const isOneDigit = (digits: string): boolean => /^(\d)\1*$/.test(digits);

const CONTROL_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

/** Whether the letter of a Spanish DNI (12345678Z) or NIE (X1234567L) is the rest of its number by 23. */
export function isSpanishId(text: string): boolean {
  const plain = text.toUpperCase().replace(/[^A-Z\d]/g, "");
  const number = plain.slice(0, -1).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)));
  return /^(?:\d{8}|[XYZ]\d{7})[A-Z]$/.test(plain) && CONTROL_LETTERS[Number(number) % 23] === plain.at(-1);
}

/** Whether the key of a French number of social security is 97 less the rest of the others by 97; Corsica counts as 19 and 18. */
export function isFrenchId(text: string): boolean {
  const plain = text.toUpperCase().replace(/[^A-Z\d]/g, "");
  if (!/^[1-478]\d{4}(?:\d{2}|2[AB])\d{8}$/.test(plain)) return false;
  const number = plain.slice(0, 13).replace("2A", "19").replace("2B", "18");
  return 97 - Number(BigInt(number) % 97n) === Number(plain.slice(13));
}

function brazilianDigit(digits: string, weights: readonly number[]): string {
  const rest = weighed(digits, weights) % 11;
  return rest < 2 ? "0" : String(11 - rest);
}

/** Whether both check digits of a Brazilian CPF fit; eleven times the same digit is none. */
export function isCpf(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 11 || isOneDigit(digits)) return false;
  const first = brazilianDigit(digits.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = brazilianDigit(digits.slice(0, 9) + first, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return digits.endsWith(first + second);
}

/** Whether both check digits of a Brazilian CNPJ fit; since 2026 the others may be letters, worth their code less 48. */
export function isCnpj(text: string): boolean {
  const plain = text.toUpperCase().replace(/[^A-Z\d]/g, "");
  if (!/^[A-Z\d]{12}\d{2}$/.test(plain) || isOneDigit(plain)) return false;
  const first = brazilianDigit(plain.slice(0, 12), [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = brazilianDigit(plain.slice(0, 12) + first, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  return plain.endsWith(first + second);
}

/** Whether the last digit of a Japanese individual number (My Number) fits the eleven before it. */
export function isMyNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 12 || isOneDigit(digits)) return false;
  const rest = weighed(digits.slice(0, 11), [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return Number(digits.at(-1)) === (rest <= 1 ? 0 : 11 - rest);
}

/** Whether the last digit of a German tax id fits by ISO 7064 mod 11,10, and one digit alone stands among the first ten twice or thrice. */
export function isGermanTaxId(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const counts = [..."0123456789"].map((digit) => digits.slice(0, 10).split(digit).length - 1);
  if (counts.filter((count) => count > 1).length !== 1 || Math.max(...counts) > 3) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === Number(digits[10]);
}

/** Whether the last digit of a German pension insurance number (65170839J003) fits. */
export function isGermanPensionId(text: string): boolean {
  const plain = text.toUpperCase().replace(/[^A-Z\d]/g, "");
  if (!/^\d{8}[A-Z]\d{3}$/.test(plain)) return false;
  const letter = String((plain.charCodeAt(8) ?? 0) - 64).padStart(2, "0");
  const digits = plain.slice(0, 8) + letter + plain.slice(9, 11);
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = [...digits].reduce((all, digit, index) => {
    const product = Number(digit) * (weights[index] ?? 0);
    return all + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(plain.at(-1));
}

/** Whether it is made like a number of the United Kingdom's National Insurance; QQ stands in examples. */
export function isNationalInsurance(text: string): boolean {
  const plain = text.toUpperCase().replace(/ /g, "");
  return /^(?!BG|GB|KN|NK|NT|TN|ZZ)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])\d{6}[A-D]$/.test(plain);
}
