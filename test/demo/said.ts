import { markdown, plainText } from "../../adapters/cli/digest-text.ts";
import { VISITOR_SETTINGS } from "../../adapters/demo/settings.ts";
import { readThemes } from "../../adapters/themes.ts";
import { digestLines, digestMessage } from "../../src/digest/digest-messages.ts";
import type { Digest } from "../../src/digest/document.ts";
import { createSpeaker } from "../../src/digest/say-figures.ts";
import { unsureWeek } from "../../src/digest/unsure-week.ts";
import type { Reader, Store } from "../../src/ports.ts";
import type { DigestRow } from "../../src/rows.ts";
import { WORDING } from "../catalogues.ts";
import { openPages, type Pages } from "../web/pages/pages.ts";
import { settingsOf } from "../world.ts";

const SETTINGS = settingsOf(VISITOR_SETTINGS);
const THEMES = readThemes();

/** What the sentences of a section are told from; a section that is not named here may tell of the whole document. */
const SOURCES: Readonly<Record<string, (document: Digest) => unknown>> = {
  ledger: ({ fates, mayStillAnswer, responseRate, imported }) => ({
    ...{ fates, mayStillAnswer, responseRate, imported },
    ...{ saidNothing: fates.silent + mayStillAnswer, toBeAsked: fates.waiting - mayStillAnswer },
  }),
  score: (document) => {
    const { nps, otherScales, setAside, silence, trend } = document;
    const unsure = unsureWeek(document, SETTINGS.digest.minAnswers);
    return { nps, otherScales, setAside, silence, trend, unsure };
  },
  themes: ({ themes, comments }) => ({ themes, comments }),
  cases: ({ cases, recovery, cords }) => ({ cases, recovery, cords }),
  told: ({ wordOfMouth }) => wordOfMouth,
  shadowing: ({ shadowing }) => shadowing,
  silence: ({ silence }) => silence,
  asking: ({ asking }) => asking,
  closer: ({ rolling, comparison, turning, silence, trend }) => ({
    ...{ rolling, comparison, turning },
    ...{ greeted: silence.greetedNps, blindSpot: trend.blindSpot },
  }),
  heard: ({ heardAgain }) => heardAgain,
};

/** Bands, ends of scales, what a rule is by itself, and days: no figures of a week. */
const NO_FIGURES =
  /\d{4}-\d\d-\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d+(?: – (?:[A-Z]\w+ )?\d+)?, \d{4}|9 (?:or|and) 10|7 or 8|6 or less|6 and below|9–10|7–8|[01]-10|±20|[−+]100|20 years|8 weeks/g;

/** The numbers in a sentence, without their sign. */
function numbersIn(sentence: string): string[] {
  const told = sentence.replace(NO_FIGURES, "").match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return told.map((number) => number.replaceAll(",", ""));
}

/** Every figure under the value as it may be told: whole, with one decimal, as a percentage; lists by their length, counts by their sum too. */
function figuresIn(value: unknown): string[] {
  if (typeof value === "number") {
    const percent = value >= 0 && value <= 1 ? [String(Math.round(100 * value))] : [];
    const whole = [Math.abs(Math.round(value)), Math.round(Math.abs(value)), Math.round(Math.abs(value) * 10) / 10];
    return [...whole.map(String), ...percent];
  }
  if (typeof value === "string") return [...value.matchAll(/^\d{4}-W0?(\d+)$/g)].map(([, week = ""]) => week);
  if (value === null || typeof value !== "object") return [];
  const members = Object.values(value);
  const counts = members.filter((one) => typeof one === "number");
  const sum = counts.reduce((all, one) => all + one, 0);
  return [...members.flatMap(figuresIn), String(Array.isArray(value) ? value.length : sum)];
}

/** The sentences of the week, by section, as post, page and command tell them. */
export function sentencesOf(store: Reader, document: Digest) {
  const context = { store, settings: SETTINGS, wording: WORDING, themes: THEMES };
  return digestLines(context, createSpeaker(context), document);
}

/** Numbers in the sentences of one document that do not follow from the figures of `document` under that section. */
export function strayNumbers(sentences: Awaited<ReturnType<typeof sentencesOf>>, document: Digest): string[] {
  return Object.entries(sentences).flatMap(([section, lines]) => {
    const known = new Set(figuresIn((SOURCES[section] ?? ((whole: Digest) => whole))(document)));
    return lines.flatMap((line) => {
      const stray = numbersIn(line).filter((number) => !known.has(number));
      return stray.length === 0 ? [] : [`${document.id.week} ${section}: ${stray.join(", ")} in: ${line}`];
    });
  });
}

/** The texts in which a week is told: the post, and the command's two forms. */
export async function textsOf(store: Reader, row: DigestRow) {
  const message = await digestMessage({ store, settings: SETTINGS, wording: WORDING, themes: THEMES }, row);
  const post = (message.sections ?? []).flatMap(({ lines }) => lines);
  return { post, text: plainText(message), md: markdown(message) };
}

/** The pages of the demo's desk over its rows, at that moment. */
export function pagesOver(store: Store, start: number): Pages {
  return openPages(VISITOR_SETTINGS, null, { store, start });
}

/** What a page says, as a person reads it. */
export function readable(page: string): string {
  const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" } as const;
  const bare = page.replace(/<(svg|script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, "");
  return bare.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof entities) => entities[name]);
}
