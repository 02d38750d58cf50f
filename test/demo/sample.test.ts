import { describe, expect, test } from "vitest";
import { DEMO_INTERACTIONS, DEMO_SEED } from "../../adapters/demo/fill.ts";
import { planQuarter } from "../../adapters/demo/quarter.ts";
import { readSample, SAMPLE_LOCALES, TALK_TOPICS } from "../../adapters/demo/sample.ts";
import { quarterSettings, VISITOR_SETTINGS } from "../../adapters/demo/settings.ts";
import type { Tale, Teller } from "../../adapters/demo/story.ts";
import { talesOf } from "../../adapters/demo/story-stock.ts";
import { resolutionsIn, type Step } from "../../adapters/demo/talk.ts";
import { isReason } from "../../src/recovery/name-reasons.ts";
import { readSettings } from "../../src/settings.ts";
import { bandOf, readScore } from "../../src/survey/score.ts";
import { SATURDAY } from "./played.ts";

const BANDS = ["promoter", "passive", "detractor"] as const;
const sample = readSample();
const plan = { sample, seed: "a test", now: SATURDAY, zone: "Europe/Berlin", interactions: 300 };

test("has at least sixty openings in English and twelve in each other language", () => {
  for (const locale of SAMPLE_LOCALES) {
    const openings = TALK_TOPICS.flatMap((topic) =>
      sample.languages[locale].stories[topic].map(({ start: [opening] }) => opening?.text),
    );
    expect(new Set(openings).size, locale).toBe(openings.length);
    expect(openings.length, locale).toBeGreaterThanOrEqual(locale === "en" ? 60 : 12);
  }
});

test("lets a conversation about anything end well, fairly or badly in every language", () => {
  const kinds = SAMPLE_LOCALES.flatMap((locale) =>
    TALK_TOPICS.flatMap((topic) => BANDS.map((band) => ({ locale, topic, band }))),
  );
  expect(
    kinds.filter(({ locale, topic, band }) => talesOf(sample.languages[locale], topic, band).length === 0),
  ).toEqual([]);
});

test("has no comment that belongs to two conversations", () => {
  for (const locale of SAMPLE_LOCALES) {
    const stories = TALK_TOPICS.flatMap((topic) => sample.languages[locale].stories[topic]);
    const comments = stories.flatMap(({ ends }) => Object.values(ends).flatMap((end) => end?.comments ?? []));
    expect(new Set(comments).size, locale).toBe(comments.length);
  }
});

describe("every tale", () => {
  const tales = SAMPLE_LOCALES.flatMap((locale) =>
    TALK_TOPICS.flatMap((topic) => BANDS.flatMap((band) => talesOf(sample.languages[locale], topic, band))),
  );
  const told = ({ lines }: Tale) => lines.map(({ text }) => text).join(" / ");
  const waits = ({ lines }: Tale) => lines.filter(({ by }) => by !== "customer").map(({ waited }) => waited ?? 0);

  test("begins with the customer, and nobody takes over who was not preceded", () => {
    expect(tales.filter(({ lines }) => lines[0]?.by !== "customer").map(told)).toEqual([]);
    expect(tales.filter(({ lines }) => lines.every(({ by }) => by !== "agent")).map(told)).toEqual([]);
    const places = (tale: Tale, by: Teller) => tale.lines.flatMap((line, place) => (line.by === by ? [place] : []));
    const lateAgents = tales.filter((tale) => {
      const [second] = places(tale, "second");
      return (
        second !== undefined &&
        (second < Math.min(...places(tale, "agent")) || places(tale, "agent").some((place) => place > second))
      );
    });
    expect(lateAgents.map(told)).toEqual([]);
  });

  test("makes the unhappy wait an hour and the happy hardly, and nobody longer than a working day", () => {
    const longest = (tale: Tale) => Math.max(...waits(tale));
    expect(tales.filter((tale) => tale.band === "detractor" && longest(tale) < 60).map(told)).toEqual([]);
    expect(tales.filter((tale) => tale.band === "promoter" && longest(tale) > 40).map(told)).toEqual([]);
    const sums = tales.map((tale) => [waits(tale).reduce((sum, wait) => sum + (wait || 60), 0), told(tale)] as const);
    expect(sums.filter(([sum]) => sum > 6.5 * 60)).toEqual([]);
  });

  test("says of a bad end what was done about it, by a known cause, and what there is to learn from it", () => {
    const bad = tales.filter(({ band }) => band === "detractor");
    expect(bad.filter(({ repair, surprised, fix }) => !repair || !surprised || !fix).map(told)).toEqual([]);
    const settings = quarterSettings();
    expect(bad.filter(({ repair }) => !isReason(settings, "causes", repair?.cause ?? "")).map(told)).toEqual([]);
  });
});

describe("a planned conversation", () => {
  const { talks } = planQuarter({ ...plan, seed: DEMO_SEED, interactions: DEMO_INTERACTIONS });
  const texts = (steps: readonly Step[]) => steps.flatMap(({ act }) => ("text" in act ? [act.text] : []));
  const scoreIn = (steps: readonly Step[]) =>
    steps.flatMap(({ act }) => {
      if (act.kind === "tap") return [act.score];
      const reply = act.kind === "write" && act.message === "score" ? readScore(act.text, "1-10") : null;
      return reply?.kind === "score" ? [reply.score] : [];
    })[0];
  const reasonIn = (steps: readonly Step[]) =>
    steps.flatMap(({ act }) =>
      (act.kind === "write" && act.message === "reason") || act.kind === "comment" ? [act.text] : [],
    )[0];
  const isFilled = (template: string, text: string) =>
    template.split(/\{[a-z]+\}/).every((piece) => text.includes(piece));
  const answered = talks.flatMap(({ tale, steps, reaction }) => {
    const score = scoreIn(reaction?.steps ?? []);
    return tale && score !== undefined ? [{ tale, steps, score, reason: reasonIn(reaction?.steps ?? []) }] : [];
  });

  test("is commented on in words that belong to it, with a score of its band", () => {
    expect(answered.length).toBeGreaterThan(120);
    expect(answered.filter(({ reason }) => reason !== undefined).length).toBeGreaterThan(60);
    for (const { tale, steps, score, reason } of answered) {
      const written = texts(steps);
      const places = tale.lines.map(({ text }) => written.findIndex((one) => isFilled(text, one)));
      expect(places).not.toContain(-1);
      expect(bandOf(score)).toBe(tale.band);
      if (reason !== undefined) expect(reason).toBe(tale.comment);
    }
  });

  test("is not told twice to whoever reads fourteen answered ones in a row", () => {
    const keys = answered.map(({ tale }) => tale.lines.map(({ text }) => text).join("\n"));
    for (const start of keys.keys()) {
      const read = keys.slice(start, start + 14);
      expect(new Set(read).size).toBe(read.length);
    }
  });

  test("is handed over or opened again now and then", () => {
    const seconds = talks.filter(({ steps }) => steps.some(({ act }) => act.kind === "write" && act.by === "second"));
    expect(seconds.length).toBeGreaterThan(20);
    expect(talks.filter(({ steps }) => resolutionsIn(steps) > 1).length).toBeGreaterThan(20);
  });
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
  const read = readSettings(VISITOR_SETTINGS);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const visitor = read.settings;
  expect(visitor.ask.quietHours).toEqual({ from: 0, to: 0 });
  expect(visitor.ask.delay).toBe(5_000);
  expect(visitor.products).toEqual(quarterSettings().products);
});
