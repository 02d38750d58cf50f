import { asciiDigit, KEYCAP_NAMES } from "./digits.ts";
import { isAttempt } from "./score-attempt.ts";

/** The scales an answer may be given on. Bands are the same on both. */
export const SCALES = ["1-10", "0-10"] as const;
export type Scale = (typeof SCALES)[number];
export type Band = "promoter" | "passive" | "detractor";

/** What a text says about a score: one on the scale, an attempt at one, or just words. */
export type Reading =
  | { readonly kind: "score"; readonly score: number }
  | { readonly kind: "unclear" }
  | { readonly kind: "words" };

/** Highest score of every scale. */
export const HIGHEST = 10;

/** Lowest score of the scale. */
export function lowest(scale: Scale): number {
  return scale === "0-10" ? 0 : 1;
}

/** Every score of the scale, lowest first. */
export function scores(scale: Scale): number[] {
  return Array.from({ length: HIGHEST - lowest(scale) + 1 }, (_, index) => lowest(scale) + index);
}

/** Whether the value is a whole number on the scale. Nothing is coerced: `"7"` and `7.5` are not. */
export function isScore(value: unknown, scale: Scale): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= lowest(scale) && value <= HIGHEST;
}

/** 9-10 promoter, 7-8 passive, 6 and below detractor (Reichheld, "The One Number You Need to Grow", HBR 2003). */
export function bandOf(score: number): Band {
  if (score >= 9) return "promoter";
  return score >= 7 ? "passive" : "detractor";
}

const NET = { promoter: 1, passive: 0, detractor: -1 } as const satisfies Record<Band, number>;

/** What one answer adds to the score before it is divided: 1 for a promoter, -1 for a detractor. */
export function netOf(score: number): number {
  return NET[bandOf(score)];
}

/** The bands, the best first. */
export const BANDS: readonly Band[] = ["promoter", "passive", "detractor"];

/** Whether the second band is further from recommending than the first. */
export function isWorse(before: Band, after: Band): boolean {
  return BANDS.indexOf(after) > BANDS.indexOf(before);
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const KEYCAP = /([0-9])\u20E3/gu;
const KEYCAP_TEN = /\u{1F51F}|:keycap_ten:/gu;
const KEYCAP_NAME = new RegExp(`:(${KEYCAP_NAMES.join("|")}):`, "gu");

/** The text with every digit it plainly shows written as 0 to 9, and nothing invisible in it. */
function plainDigits(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(KEYCAP, "$1")
    .replace(KEYCAP_TEN, " 10 ")
    .replace(KEYCAP_NAME, (_, name) => String(KEYCAP_NAMES.indexOf(name)))
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace("／", "/")
    .trim();
}

const PLAIN = /^(0|[1-9]|10)(?:\s*\/\s*10)?$/;
/** More characters than any attempt at a score has; it also bounds the work on a hostile text. */
const LONGEST = 60;

/**
 * Reads a typed answer. Only what is plainly a score counts (`8`, ` 8 `, `8/10`, `８`, `٨`, the keycap emoji); what looks like
 * an attempt at one (`7.5`, `11`, `08`, `ten out of ten`, `9!`, nothing at all) is `unclear`; anything else is words.
 */
export function readScore(text: string, scale: Scale): Reading {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return { kind: "words" };
  const plain = plainDigits(trimmed);
  if (plain === "") return { kind: "unclear" };
  const match = PLAIN.exec(plain);
  const score = match === null ? Number.NaN : Number(match[1]);
  if (isScore(score, scale)) return { kind: "score", score };
  return { kind: isAttempt(plain) ? "unclear" : "words" };
}
