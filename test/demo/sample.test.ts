import { expect, test } from "vitest";
import { planQuarter } from "../../adapters/demo/quarter.ts";
import { readSample, SAMPLE_LOCALES, TALK_TOPICS } from "../../adapters/demo/sample.ts";
import { quarterSettings, visitorSettings } from "../../adapters/demo/settings.ts";
import { resolutionsIn } from "../../adapters/demo/talk.ts";
import { readScore } from "../../src/survey/score.ts";
import { SATURDAY } from "./played.ts";

const sample = readSample();
const plan = { sample, seed: "a test", now: SATURDAY, zone: "Europe/Berlin", interactions: 300 };

test("has at least sixty openings in English and twelve in each other language", () => {
  for (const locale of SAMPLE_LOCALES) {
    const openings = TALK_TOPICS.flatMap((topic) =>
      sample.languages[locale].scripts[topic].map(([opening]) => opening),
    );
    expect(new Set(openings).size, locale).toBe(openings.length);
    expect(openings.length, locale).toBeGreaterThanOrEqual(locale === "en" ? 60 : 12);
  }
});

test("has no attempt at a score that could be read as one", () => {
  const attempts = SAMPLE_LOCALES.flatMap((locale) => sample.languages[locale].unclear);
  expect(attempts.filter((attempt) => readScore(attempt, "1-10").kind !== "unclear")).toEqual([]);
});

test("leaves no placeholder unfilled", () => {
  const texts = planQuarter(plan).talks.flatMap(({ steps, reaction }) =>
    [...steps, ...(reaction?.steps ?? [])].flatMap(({ act }) => ("text" in act ? [act.text] : [])),
  );
  expect(texts.length).toBeGreaterThan(600);
  expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
});

test("plans the same quarter from the same seed, earliest conversation first", () => {
  const { talks } = planQuarter(plan);
  expect(planQuarter(plan).talks).toEqual(talks);
  expect(talks.map(({ at }) => at)).toEqual(talks.map(({ at }) => at).toSorted((one, other) => one - other));
  expect(talks.filter(({ steps }) => resolutionsIn(steps) > 0)).toHaveLength(300);
});

test("starts on a Monday in the desk's zone and ends with the last finished week", () => {
  const { from, until } = planQuarter(plan);
  expect(new Date(from).toISOString()).toBe("2026-08-16T22:00:00.000Z");
  expect(new Date(until).toISOString()).toBe("2026-11-15T23:00:00.000Z");
});

test("keeps usual hours during the quarter and none for a visitor, who is asked within seconds", () => {
  expect(quarterSettings().ask.quietHours).toEqual({ from: 20 * 60, to: 8 * 60 });
  const visitor = visitorSettings();
  expect(visitor.ask.quietHours).toEqual({ from: 0, to: 0 });
  expect(visitor.ask.delay).toBe(5_000);
  expect(visitor.products).toEqual(quarterSettings().products);
});
