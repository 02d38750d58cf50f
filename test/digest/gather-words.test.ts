import { describe, expect, it } from "vitest";
import { readThemes } from "../../adapters/themes.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { digestMessage } from "../../src/digest/digest-messages.ts";
import { gatherDigest } from "../../src/digest/gather-digest.ts";
import { gatherWords } from "../../src/digest/gather-words.ts";
import { createReadings, type WordsOfAnswer } from "../../src/digest/remembered-readings.ts";
import type { ThemeFinder } from "../../src/digest/themes.ts";
import { BOUNDS } from "../../src/interaction/bounds.ts";
import type { Reader } from "../../src/ports.ts";
import { WORDING } from "../catalogues.ts";
import { createDigestWorld, desk, MONDAY } from "../conversations/digest-world.ts";
import { DAY } from "../world.ts";

const THEMES = readThemes();
const WEEK = "2026-W41";
const frame = {
  week: WEEK,
  finder: THEMES,
  locales: new Map<string, string>(),
  unread: new Set<string>(),
  phoneCountry: "DE",
};

async function commented(comments: readonly string[]) {
  const world = createDigestWorld();
  for (const comment of comments) await world.visit({ score: 2, comment });
  return { world, answers: await world.store.listCommented({ from: MONDAY - DAY, to: MONDAY + DAY }) };
}

/** Themes that take their time, milliseconds, over each comment. */
function slow(ms: number): ThemeFinder {
  const find = () => {
    for (const until = performance.now() + ms; performance.now() < until; );
    return [];
  };
  return { ...THEMES, find };
}

describe("Reading the words of a week", () => {
  it("lets everything else have its turn between comments", async () => {
    const { world, answers } = await commented(["a", "b", "c", "d"]);
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 1);
    await gatherWords(world.store, answers, { ...frame, finder: slow(25) });
    clearInterval(count);
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it("gives up where it takes too long, or fails", async () => {
    const { world, answers } = await commented(["a", "b", "c"]);
    expect(await gatherWords(world.store, answers, { ...frame, finder: slow(25), mostWorkMs: 30 })).toBeNull();
    const failing: ThemeFinder = {
      ...THEMES,
      find: () => {
        throw new Error("no such word");
      },
    };
    expect(await gatherWords(world.store, answers, { ...frame, finder: failing })).toBeNull();
    expect((await gatherWords(world.store, answers, frame))?.themes.unmatched).toHaveLength(3);
  });

  it("reads as much of a comment of earlier times as is kept today", async () => {
    const { world, answers } = await commented(["The delivery was late"]);
    const endless = answers.map((answer) => ({ ...answer, comment: `${"a".repeat(60_000)} delivery` }));
    const words = await gatherWords(world.store, endless, frame);
    expect(words?.themes.found).toEqual([]);
    expect(words?.redact("", answers[0]?.id ?? "")).toHaveLength(BOUNDS.comment);
  });
});

describe("A digest whose words cannot be read", () => {
  it("has all its figures, no words, and says so in a line", async () => {
    const world = createDigestWorld({ settings: desk({ digest: { minAnswers: 1 } }) });
    await world.visit({ score: 9, comment: "Fast delivery" });
    const broken: ThemeFinder = {
      ...THEMES,
      find: () => {
        throw new Error("no such word");
      },
    };
    const id = { week: WEEK, zone: "Europe/Berlin", team: DEFAULT_DESK };
    const document = await gatherDigest(world.store, desk(), { id, now: world.now(), themes: broken });
    expect(document).toMatchObject({ nps: { answers: 1 }, themes: [], verbatims: [] });
    expect(document.comments).toEqual({ with: 1, matched: 0, dictionary: null, unmatched: [] });
    const row = { ...id, id: "", version: 0, document, computedAt: 0, postedAt: null, isLate: false, revision: 1 };
    const telling = { store: world.store, settings: desk(), wording: WORDING, themes: THEMES };
    const { sections = [] } = await digestMessage(telling, { ...row, dueAt: null, history: [], chain: [], posts: [] });
    expect(sections.flatMap(({ lines }) => lines).filter((line) => line.includes("could not read"))).toHaveLength(1);
  });
});

/** The reader of which one question is answered by nothing; `asked` says how many there were. */
function failingAt(reader: Reader, failing: number) {
  const counted = { asked: 0 };
  const questions = Object.entries(reader).map(([name, question]) => [
    name,
    async (...given: unknown[]) => {
      if (counted.asked++ === failing) throw new Error("The rows could not be had");
      return (question as (...all: unknown[]) => Promise<unknown>)(...given);
    },
  ]);
  return { counted, reader: Object.fromEntries(questions) as Reader };
}

describe("A digest whose rows cannot be had", () => {
  it("is not counted, whichever read fails: counted without its words, it would stand so for good", async () => {
    const world = createDigestWorld({ settings: desk({ digest: { minAnswers: 1 } }) });
    await world.visit({ score: 9, comment: "It still crashes all the time" });
    const id = { week: WEEK, zone: "Europe/Berlin", team: DEFAULT_DESK };
    const gather = (store: Reader) => gatherDigest(store, desk(), { id, now: world.now(), themes: THEMES });
    const undisturbed = failingAt(world.store, Number.POSITIVE_INFINITY);
    await gather(undisturbed.reader);
    expect(undisturbed.counted.asked).toBeGreaterThan(20);
    for (let read = 0; read < undisturbed.counted.asked; read += 1)
      await expect(gather(failingAt(world.store, read).reader)).rejects.toThrow("could not be had");
  });
});

describe("What was found in the words of an answer", () => {
  it("is found once, and anew when answer, score, language, words or reader are others", () => {
    const readings = createReadings<number>();
    const [reader, answer] = [{}, { id: "a", version: 1, score: 9 }];
    let reads = 0;
    const read = (by: object, words: Partial<WordsOfAnswer>) =>
      readings.find(by, { answer, text: "fine", locale: "en", ...words }, () => ++reads);
    expect([read(reader, {}), read(reader, {})]).toEqual([1, 1]);
    const others = [{ answer: { ...answer, version: 2 } }, { answer: { ...answer, score: 8 } }, { locale: "de" }];
    expect([...others, { text: "bad" }].map((one) => read(reader, one))).toEqual([2, 3, 4, 5]);
    expect([read({}, {}), read(reader, {})]).toEqual([6, 1]);
  });
});
