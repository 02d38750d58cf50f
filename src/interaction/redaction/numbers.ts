import { z } from "zod";

/** Length of an account number by country (IBAN registry of SWIFT, release 99). */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  [
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24",
    "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32",
    "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24",
    "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30",
  ]
    .join(" ")
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Rest of a long number by 97, read seven digits at a time. */
function modulo97(digits: string): number {
  let rest = 0;
  for (let start = 0; start < digits.length; start += 7) rest = Number(`${rest}${digits.slice(start, start + 7)}`) % 97;
  return rest;
}

/** Whether it is a bank account number: its country's length, and its check digits by ISO 7064 mod 97-10. */
export function isIban(text: string): boolean {
  const plain = text.replace(/[ -]/g, "").toUpperCase();
  if (IBAN_LENGTHS.get(plain.slice(0, 2)) !== plain.length) return false;
  const turned = plain.slice(4) + plain.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return modulo97(digits) === 1;
}

/** Whether the last digit fits the others (Luhn, ISO/IEC 7812-1). */
export function fitsLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** How issuers' card numbers begin, and how long they are (ISO/IEC 7812, as the networks publish it). */
const ISSUERS =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|(?:6011|64[4-9]\d|65\d\d|50\d\d|60\d\d|63\d\d)\d{12}|62\d{14,17}|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15})$/;

/** Whether it is a payment card number: begun and as long as an issuer's, in one piece or in groups, with the check digit right. */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ .-]/g, "");
  if (text.includes(".") && !/^\d{4}(?:\.\d{4}){3}$/.test(text)) return false;
  return ISSUERS.test(digits) && fitsLuhn(digits);
}

/** Whether it is an address of a machine, such as 192.0.2.7. */
export function isIpv4(text: string): boolean {
  return z.ipv4().safeParse(text).success;
}

/** Whether it is an address of a machine, such as 2001:db8::7; without a digit it is taken for a name in a program. */
export function isIpv6(text: string): boolean {
  return /\d/.test(text) && z.ipv6().safeParse(text).success;
}
