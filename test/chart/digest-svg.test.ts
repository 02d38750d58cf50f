import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { digestSvg } from "../../adapters/chart/digest-svg.ts";
import { fontFilesFor } from "../../adapters/chart/font-files.ts";
import { FONT } from "../../adapters/chart/theme.ts";
import { declaredIn } from "../../src/digest/declared-change.ts";
import type { Digest } from "../../src/digest/document.ts";
import { createSpeaker, type Speaker } from "../../src/digest/say-figures.ts";
import { WORDING } from "../catalogues.ts";
import { digest, emptyWeek, fallingWeek, fewAnswers, firstWeek, fullWeek, scored } from "./digests.ts";

const KINDS: readonly (readonly [string, () => Digest])[] = [
  ["full", fullWeek],
  ["falling", fallingWeek],
  ["few answers", fewAnswers],
  ["the first", firstWeek],
  ["empty", emptyWeek],
  ["every score of 0 to 10, often", () => digest({ answers: busyAnswers() }, { scale: "0-10" })],
];

/** More than a thousand answers for each score of the longer scale. */
function busyAnswers() {
  const scores = Array.from({ length: 11 * 1100 }, (_, index) => index % 11);
  return scored(scores).map((answer) => ({ ...answer, scale: "0-10" as const, answeredAt: Date.parse("2026-11-11") }));
}

const speakerOf = (locale: string): Speaker =>
  createSpeaker({ wording: WORDING, settings: { desk: { locale, zone: "Europe/Berlin" } } });
const speaker = speakerOf("en");

function light(given: Digest, locale = "en"): string {
  return digestSvg(given, { theme: "light", speaker: speakerOf(locale) });
}

function described(svg: string): string {
  return /<desc[^>]*>([^<]*)<\/desc>/.exec(svg)?.[1] ?? "";
}

function drawnWords(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? "");
}

test("a screen reader is told the whole picture", () => {
  const svg = light(fullWeek());
  expect(svg).toContain('role="img"');
  const labelled = /aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(svg);
  expect(svg).toContain(`<title id="${labelled?.[1]}">What customers answered: Week 46, 2026</title>`);
  expect(svg).toContain(`<desc id="${labelled?.[2]}">`);
  const words = described(svg);
  expect(words).toContain("25 answers, by score. 12 gave 9 or 10, 6 gave 7 or 8, 7 gave 6 or less.");
  expect(words).toContain("Each score and how often it was given: 1 (1), 3 (2)");
  expect(words).toContain("and 10 (9).");
  expect(words).toContain("Counted apart: 3 answers on the scale 0-10.");
  expect(words).toContain("Score by week: no clear change.");
  expect(words).toContain("Week 40: no score, 3 answers.");
  expect(words).toContain("Week 46: score +20, plausibly from −13 to +49, 25 answers.");
});

test("shares are named where there are answers enough for a percent to mean something", () => {
  const svg = light(digest({ answers: scored([...Array(24).fill(9), ...Array(6).fill(8), ...Array(10).fill(2)]) }));
  expect(drawnWords(svg)).toContain("24 · 60%");
  expect(described(svg)).toContain("24 (60%) gave 9 or 10, 6 (15%) gave 7 or 8, 10 (25%) gave 6 or less.");
});

test("a week with too few answers shows them without a score and without shares", () => {
  const svg = light(fewAnswers());
  expect(drawnWords(svg)).toContain("3 answers, by score: too few for a score");
  expect(drawnWords(svg).join(" ")).not.toMatch(/ · \d+%/);
  expect(described(svg)).toContain("1 gave 9 or 10, 1 gave 7 or 8, 1 gave 6 or less.");
  expect(described(svg)).not.toMatch(/\d \(\d+%\) gave/);
  expect(drawnWords(svg)).toContain("too few answers for a score");
});

test("a week without answers says so and draws no axis for nothing", () => {
  const words = drawnWords(light(emptyWeek()));
  expect(words).toEqual([
    "Week 46, 2026",
    "November 9 – 15, 2026",
    "No answers in this week",
    "No answers in the weeks before either",
  ]);
});

test("an empty week after others still shows the others", () => {
  const { weeks, trend } = fullWeek();
  const words = drawnWords(light({ ...emptyWeek(), weeks, trend }));
  expect(words).toContain("No answers in this week");
  expect(words).toContain("Score by week: no clear change");
});

test("the bands can be told apart without colour", () => {
  const grey = light(fullWeek()).replace(/#[0-9a-f]{6}/g, "#777777");
  const fills = [...grey.matchAll(/<rect [^>]*fill="([^"]+)" stroke=/g)].map(([, fill]) => fill);
  expect(new Set(fills)).toEqual(new Set(["url(#digest-2026-W46-light-stripes)", "none", "#777777"]));
  for (const band of ["6 or less", "7 or 8", "9 or 10"]) expect(drawnWords(grey)).toContain(band);
});

test("the average and its limits are drawn for the weeks that have them, and no others", () => {
  const paths = (given: Digest) => light(given).split('stroke-dasharray="3 3"').length - 1;
  expect(paths(fullWeek())).toBe(2);
  expect(paths(firstWeek())).toBe(0);
});

/** Where the words stand that are this text. */
function placesOf(svg: string, words: string): number[] {
  const found = svg.matchAll(new RegExp(`<text x="([\\d.]+)"[^>]*>${words}</text>`, "g"));
  return [...found].map(([, x]) => Number(x));
}

test("the beginning of a change is marked between the week before and the first at the new level", () => {
  const falling = fallingWeek();
  const { since, before, after } = declaredIn(falling.trend) ?? {};
  expect({ since, isLower: (after ?? 0) < (before ?? 0) }).toEqual({ since: "2026-W38", isLower: true });
  const upright = (svg: string) => /<line x1="([\d.]+)" x2="\1"[^>]*stroke="([^"]+)" stroke-width="1">/.exec(svg);
  const svg = light(falling);
  const [weekBefore, first] = [placesOf(svg, "37")[0] ?? 0, placesOf(svg, "38")[0] ?? 0];
  expect(weekBefore).toBeGreaterThan(0);
  expect(Number(upright(svg)?.[1])).toBeCloseTo((weekBefore + first) / 2, 3);
  for (const score of [before, after]) expect(drawnWords(svg)).toContain(speaker.points(score ?? 0));
  expect(described(svg)).toContain("week 38");
  expect(upright(light(fullWeek()))).toBeNull();
});

test("what people wrote or named is not in it, so that no letter can be missing from the font", () => {
  const given = fullWeek();
  const foreign = {
    ...given,
    board: given.board.map((row) => ({ ...row, name: "請求書", product: "請求" })),
    verbatims: given.verbatims.map((verbatim) => ({ ...verbatim, text: "とても良い <b>" })),
    id: { ...given.id, team: "本社" },
  };
  expect(light(foreign)).toBe(light(given));
});

test("two pictures on a page do not share an id", () => {
  const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const given = fullWeek();
  const other = { ...given, id: { ...given.id, week: "2026-W45" } };
  const all = [...[given, other].flatMap((one) => ids(digestSvg(one, { theme: "page", speaker })))];
  expect(new Set(all).size).toBe(all.length);
});

const IN_EVERY_LANGUAGE = WORDING.locales.flatMap((locale) =>
  KINDS.map(([kind, make]) => [locale, kind, make] as const),
);

test("what stands in it is in the language of its desk", () => {
  for (const locale of WORDING.locales.filter((one) => one !== "en")) {
    const english = drawnWords(light(fullWeek())).filter((words) => /[a-z]{2}/.test(words));
    const drawn = drawnWords(light(fullWeek(), locale));
    expect([locale, english.filter((words) => drawn.includes(words))]).toEqual([locale, []]);
    expect(light(fullWeek(), locale)).toContain(WORDING.say(locale, "chart.legend.average"));
  }
});

test.each(IN_EVERY_LANGUAGE)("nothing sticks out of it, in %s: %s", (locale, _, make) => {
  const svg = light(make(), locale).replace(/<rect width="360"[^>]*><\/rect>/, "");
  const font = { loadSystemFonts: false, fontFiles: fontFilesFor(svg), defaultFontFamily: FONT };
  const drawing = new Resvg(svg, { font });
  const box = drawing.innerBBox();
  expect(box?.x).toBeGreaterThanOrEqual(4);
  expect(box?.y).toBeGreaterThanOrEqual(4);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(drawing.width - 4);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(drawing.height - 4);
});

test("words are no smaller than ten units on a picture as wide as a phone", () => {
  for (const [, make] of KINDS) {
    const svg = light(make());
    expect(svg).toContain('viewBox="0 0 360 ');
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
  }
});
