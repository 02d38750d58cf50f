import { expect, test } from "vitest";
import { digestPng, pixelsOf } from "../../adapters/chart/digest-png.ts";
import { digestSvg } from "../../adapters/chart/digest-svg.ts";
import { THEMES } from "../../adapters/chart/theme.ts";
import type { Digest } from "../../src/digest/document.ts";
import { createSpeaker } from "../../src/digest/say-figures.ts";
import { WORDING } from "../catalogues.ts";
import { settingsOf } from "../world.ts";
import { emptyWeek, fallingWeek, fewAnswers, fullWeek } from "./digests.ts";

/** A text alone on white, in the picture's font. */
function alone(text: string): Uint8Array {
  const { font } = THEMES.light;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="30" font-family="${font}"><rect width="400" height="30" fill="#ffffff"/><text x="4" y="20" font-size="12" fill="#000000">${text}</text></svg>`;
  return pixelsOf(svg, 1).pixels;
}

/** How many pixels are darker than the middle. */
function ink(pixels: Uint8Array): number {
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1;
  return dark;
}

/** Letters that no font here has: one that looks Latin to it, one that looks Japanese. */
const LETTERLESS = ["\u1830", "\u{2a6d6}"];
const wordsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? "");
const speakerOf = (locale: string) => createSpeaker({ wording: WORDING, settings: settingsOf({ desk: { locale } }) });
const speaker = speakerOf("en");
const SAMPLES = [fullWeek(), fallingWeek(), fewAnswers(), emptyWeek()];
const drawn = (sample: Digest) =>
  WORDING.locales.flatMap((locale) => wordsOf(digestSvg(sample, { theme: "light", speaker: speakerOf(locale) })));
const WORDS = [...new Set(SAMPLES.flatMap((sample) => drawn(sample)))];

test("the PNG is three times the picture, and weighs little", () => {
  const png = digestPng(fullWeek(), speaker);
  expect([...png.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(1080);
  expect(png.length).toBeLessThan(250_000);
});

test.each(["light", "dark"] as const)("it stands on a background of its own, %s", (theme) => {
  const { pixels, width, height } = pixelsOf(digestSvg(fullWeek(), { theme, speaker }), 1);
  const background = Number.parseInt(THEMES[theme].under.slice(1), 16);
  for (const at of [0, width - 1, width * (height - 1), width * height - 1]) {
    const [red = 0, green = 0, blue = 0, alpha] = pixels.subarray(at * 4, at * 4 + 4);
    expect([(red << 16) | (green << 8) | blue, alpha]).toEqual([background, 255]);
  }
});

test("every line of words leaves ink, with no font but the one that ships", () => {
  expect(WORDS.length).toBeGreaterThan(40);
  for (const words of WORDS) expect([words, ink(alone(words)) > 0]).toEqual([words, true]);
});

test("every letter in it has a shape of its own, and none is drawn as a box", () => {
  const missing = LETTERLESS.map((letter) => Buffer.from(alone(letter)));
  const letters = [...new Set(WORDS.join(""))].filter((letter) => letter.trim() !== "");
  expect(letters.length).toBeGreaterThan(100);
  for (const letter of letters) {
    const drawn = alone(letter.replace("&", "&amp;"));
    expect([letter, missing.some((box) => box.equals(drawn)), ink(drawn) > 0]).toEqual([letter, false, true]);
  }
});

test("kana and the kanji of everyday use are drawn, and a letter that no font has is a box, not a gap", () => {
  for (const letter of LETTERLESS) expect([letter, ink(alone(letter)) > 0]).toEqual([letter, true]);
  expect(Buffer.from(alone("語")).equals(Buffer.from(alone("漢")))).toBe(false);
  const boxes = Buffer.from(alone(LETTERLESS[1]?.repeat(2) ?? ""));
  for (const word of ["漢字", "請求", "髙橋", "ゑヶ", "「、"])
    expect([word, Buffer.from(alone(word)).equals(boxes)]).toEqual([word, false]);
});

test("without words the picture has much less ink", () => {
  const svg = digestSvg(fullWeek(), { theme: "light", speaker });
  const worded = ink(pixelsOf(svg, 2).pixels);
  const wordless = ink(pixelsOf(svg.replace(/<text[^>]*>[^<]*<\/text>/g, ""), 2).pixels);
  expect(worded - wordless).toBeGreaterThan(2_000);
});
