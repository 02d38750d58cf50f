import type { Band } from "../../src/survey/score.ts";
import type { Random } from "./random.ts";
import type { Language, SampleLocale, TalkTopic } from "./sample.ts";
import { type Tale, taleOf } from "./story.ts";

/** What a conversation is to be like. */
export interface WantedTale {
  readonly locale: SampleLocale;
  readonly topic: TalkTopic;
  /** What its customer thinks at the end, whether they say so or not. */
  readonly band: Band;
  /** Whether they say so: these conversations are the ones that are read, so they repeat last. */
  readonly isHeard: boolean;
}

/** Tales that nobody has been told yet, where there are any. */
export interface StoryStock {
  take(wanted: WantedTale): Tale;
}

/** Every tale of a language about a topic that ends so for its customer. */
export function talesOf(language: Language, topic: TalkTopic, band: Band, turn = 0): Tale[] {
  return language.stories[topic].flatMap(({ start, ends }) => {
    const end = ends[band];
    return end === undefined ? [] : [taleOf(start, band, end, turn)];
  });
}

/** Hands out each tale once before any of the same kind is told again, then with its next comment. */
export function createStories(random: Random, languages: Readonly<Record<SampleLocale, Language>>): StoryStock {
  const left = new Map<string, { turn: number; tales: Tale[] }>();
  return {
    take({ locale, topic, band, isHeard }) {
      const key = `${locale} ${topic} ${band} ${isHeard}`;
      const before = left.get(key);
      const turn = before === undefined ? 0 : before.turn + 1;
      const stock =
        before && before.tales.length > 0 ? before : { turn, tales: talesOf(languages[locale], topic, band, turn) };
      left.set(key, stock);
      const tale = random.pick(stock.tales);
      stock.tales = stock.tales.filter((other) => other !== tale);
      return tale;
    },
  };
}
