import type { Random } from "./random.ts";
import type { Language, SampleLocale } from "./sample.ts";

/** The words of one conversation: the same order, invoice and amount from beginning to end. */
export interface TalkWords {
  /** The line with its placeholders filled. */
  fill(line: string): string;
  /** The line after one of the language's greetings. */
  greet(line: string): string;
}

const AMOUNTS: Readonly<Record<string, readonly [number, number]>> = {
  EUR: [590, 18_900],
  BRL: [2_990, 89_900],
  JPY: [80_000, 2_400_000],
};

function randomAmount(random: Random, locale: SampleLocale, currency: string): string {
  const [least, most] = AMOUNTS[currency] ?? [500, 10_000];
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(random.between(least, most) / 100);
}

/** Words in a customer's language, spoken to by the named agent. */
export function createWords(random: Random, locale: SampleLocale, language: Language, agent: string): TalkWords {
  const values: Readonly<Record<string, string>> = {
    order: `A-${random.between(10_000, 99_999)}`,
    invoice: `INV-${random.between(10_000, 99_999)}`,
    amount: randomAmount(random, locale, language.currency),
    agent,
  };
  const greeting = random.pick(language.greetings);
  const fill = (line: string) => line.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { fill, greet: (line) => (greeting === "" ? fill(line) : `${greeting}\n${fill(line)}`) };
}
