import { IntlMessageFormat } from "intl-messageformat";
import type english from "../data/locales/en.json";

/** The name of a sentence in the catalogues. */
export type WordingKey = keyof typeof english;
export type Catalogue = Readonly<Record<WordingKey, string>>;
export type Values = Readonly<Record<string, string | number>>;

/** Says a sentence in a language that is settled already. */
export type SayWords = (key: WordingKey, values?: Values) => string;

/** Typed access to the message catalogues of `data/locales`. */
export interface Wording {
  /** The sentence in the locale, its placeholders filled. The locale must be one that `choose` gave. */
  say(locale: string, key: WordingKey, values?: Values): string;
  /** The first of the wanted locales that has a catalogue (`de-AT` is served by `de`), else English. */
  choose(...wanted: (string | null | undefined)[]): string;
  /** Which version of the catalogue's sentences is in force, under the same condition. */
  version(locale: string): string;
  readonly locales: readonly string[];
}

function parts(tag: string): string[] {
  const pieces = tag.replaceAll("_", "-").toLowerCase().split("-");
  return pieces.map((_, index) => pieces.slice(0, pieces.length - index).join("-"));
}

/** The catalogue that serves a language tag, or undefined: the tag itself, a shorter form of it, or another region of its language. */
function served(tag: string, locales: readonly string[]): string | undefined {
  const candidates = parts(tag);
  const exact = candidates.flatMap((candidate) => locales.filter((locale) => locale.toLowerCase() === candidate))[0];
  return exact ?? locales.find((locale) => locale.toLowerCase().split("-")[0] === candidates.at(-1));
}

/** Wording over the given catalogues, by locale; each sentence is compiled at first use. */
export function createWording(catalogues: ReadonlyMap<string, Catalogue>): Wording {
  const locales = [...catalogues.keys()];
  const compiled = new Map<string, IntlMessageFormat>();
  const textOf = (locale: string, key: WordingKey): string => {
    const text = catalogues.get(locale)?.[key];
    if (text === undefined) throw new Error(`No sentence ${key} for ${locale} in data/locales`);
    return text;
  };
  const sentence = (locale: string, key: WordingKey): IntlMessageFormat => {
    const name = `${locale} ${key}`;
    const known = compiled.get(name);
    if (known) return known;
    const format = new IntlMessageFormat(textOf(locale, key), locale, undefined, { ignoreTag: true });
    compiled.set(name, format);
    return format;
  };
  return {
    locales,
    say: (locale, key, values = {}) => String(sentence(locale, key).format(values)),
    choose: (...wanted) => wanted.map((tag) => (tag ? served(tag, locales) : undefined)).find((found) => found) ?? "en",
    version: (locale) => textOf(locale, "wording.version"),
  };
}
