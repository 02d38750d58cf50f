import type { SayWords } from "../../../src/wording.ts";
import type { PageDesk } from "../desk.ts";
import { type TimeStyle, timeLocale } from "./times.ts";

/** What a page of the desk is written with: in the desk's language and zone. */
export interface PageWords {
  /** A BCP 47 tag. */
  readonly lang: string;
  readonly say: SayWords;
  readonly times: TimeStyle;
}

/** The language of the desk, and what it is said with there. */
export function spoken({ wording, settings }: Pick<PageDesk, "wording" | "settings">): Pick<PageWords, "lang" | "say"> {
  const lang = wording.choose(settings.desk.locale);
  return { lang, say: (key, values = {}) => wording.say(lang, key, values) };
}

/** The words and times of a page that is opened now. */
export function wordsOf(desk: Pick<PageDesk, "wording" | "settings" | "clock">): PageWords {
  const { lang, say } = spoken(desk);
  return { lang, say, times: { locale: timeLocale(lang), zone: desk.settings.desk.zone, now: desk.clock.now() } };
}
