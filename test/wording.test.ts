import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { readCatalogues } from "../adapters/locales.ts";
import { createWording, type WordingKey } from "../src/wording.ts";
import { SAMPLE } from "./sample-values.ts";

const catalogues = readCatalogues();
const wording = createWording(catalogues);
const english = catalogues.get("en") ?? {};
const keys = Object.keys(english) as WordingKey[];
const translations = wording.locales.filter((locale) => locale !== "en");

const UNITS = { "span.second": "a sign", "span.minute": "a sign", "span.hour": "a sign" } as const;
const BOTH = { "span.both": "one length of time behind the other" } as const;
const NAMES = { "setting.group.slack": "a name", "setting.group.discord": "a name" } as const;
const LATIN = { ...NAMES, "chat.open": "the same word", "setting.group.webhooks": "the same word" } as const;
const SIGNS = { "chart.sentence": "a sentence and its stop" } as const;
const COLONS = { "live.said": "a name and a colon", "cases.said": "a name and what stands behind it" } as const;

/** Sentences that are the same in that language as in English, and why. */
const SAME: Readonly<Record<string, Partial<Record<WordingKey, string>>>> = {
  de: {
    ...{ ...UNITS, ...BOTH, ...LATIN, ...SIGNS, ...COLONS },
    "weeks.col.score": "the same word",
    "explore.scoreColumn": "the same word",
    "work.export": "the same word",
    "work.format": "the same word",
    "setting.part.name": "the same word",
    "digest.board.head.median": "the same word",
  },
  es: {
    ...{ ...UNITS, ...BOTH, ...LATIN, ...SIGNS, ...COLONS },
    "settings.no": "the same word",
    "setting.part.id": "the same abbreviation",
  },
  fr: {
    ...{ ...BOTH, ...LATIN, ...SIGNS },
    "sitting.who.agent": "the same word",
    "lobby.seat.agent": "the same word",
    "role.agent": "the same word",
    "nav.agent": "the same word",
    "agent.list": "the same word",
    "person.conversations": "the same word",
    "work.what.interactions": "the same word",
    "setting.part.transcripts": "the same word",
    "person.email": "the same word",
    "work.format": "the same word",
    "nav.pages": "the same word",
    "weeks.col.score": "the same word",
    "explore.scoreColumn": "the same word",
    "digest.board.head.verdict": "the same word",
  },
  ja: NAMES,
  "pt-BR": {
    ...{ ...UNITS, ...BOTH, ...LATIN, ...SIGNS, ...COLONS },
    "person.email": "the same word",
    "setting.part.id": "the same abbreviation",
    "trial.given.own": "the same quotation marks",
  },
};

const BUTTONS: readonly WordingKey[] = [
  "survey.notNow",
  "survey.never",
  "survey.comment",
  "survey.change",
  "survey.newQuestion",
  "survey.optIn",
  "team.claim",
  "team.contact",
  "team.resolve",
  "team.giveUp",
  "cord.answer",
  "cord.words",
  "telling.title",
  "telling.confirm",
  "telling.cancel",
];

const LABELS: readonly WordingKey[] = [
  "lesson.surprised",
  "lesson.toFix",
  "lesson.dueOn",
  "live.noteLabel",
  "shift.every",
  "shift.count",
];

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

function argumentsIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const own = "value" in element && element.type !== 0 ? [element.value] : [];
    const inner = "options" in element ? Object.values(element.options).flatMap(({ value }) => argumentsIn(value)) : [];
    return [...own, ...inner];
  });
}

function elementsOf(locale: string, key: WordingKey): Element[] {
  const text = catalogues.get(locale)?.[key] ?? "";
  return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst();
}

function placeholders(locale: string, key: WordingKey): string[] {
  return [...new Set(argumentsIn(elementsOf(locale, key)))].sort();
}

const LITERAL = 0;
const SELECT = 5;

/** What the sentence says of what it is given: all but what only chooses between sentences. */
function saidIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const inner = "options" in element ? Object.values(element.options).flatMap(({ value }) => saidIn(value)) : [];
    const isSaid = "value" in element && element.type !== LITERAL && element.type !== SELECT;
    return isSaid ? [element.value, ...inner] : inner;
  });
}

const everySentence = wording.locales.flatMap((locale) => keys.map((key) => ({ locale, key })));

describe("The catalogues", () => {
  it.each(translations)("%s has exactly the keys of English", (locale) => {
    expect(Object.keys(catalogues.get(locale) ?? {}).sort()).toEqual([...keys].sort());
  });

  it.each(translations)("%s has the placeholders of English in every sentence", (locale) => {
    const differing = keys.filter((key) => placeholders(locale, key).join() !== placeholders("en", key).join());
    expect(differing).toEqual([]);
  });

  it.each(translations)("%s has no sentence left in English but those meant for every language", (locale) => {
    const same = keys.filter((key) => catalogues.get(locale)?.[key] === english[key as keyof typeof english]);
    const meant = ["wording.version", ...Object.keys(SAME[locale] ?? {})];
    expect(same.sort()).toEqual(meant.sort());
  });

  it("have a sample value here for every placeholder", () => {
    const used = new Set(everySentence.flatMap(({ locale, key }) => placeholders(locale, key)));
    expect([...used].sort()).toEqual(Object.keys(SAMPLE).sort());
  });

  it("become finished sentences, without braces, double blanks or blanks at an end", () => {
    const unfinished = everySentence.filter(({ locale, key }) => {
      const said = wording.say(locale, key, SAMPLE);
      return said === "" || /[{}]| {2}|^\s|\s$|\bundefined\b|\bnull\b|NaN/.test(said);
    });
    expect(unfinished).toEqual([]);
  });

  it("say every value they are given", () => {
    const swallowed = everySentence.filter(({ locale, key }) => {
      const said = wording.say(locale, key, SAMPLE);
      return saidIn(elementsOf(locale, key)).some((name) => !said.includes(String(SAMPLE[name])));
    });
    expect(swallowed).toEqual([]);
  });

  it("use typographic apostrophes, as the straight one is an escape in ICU messages", () => {
    const straight = everySentence.filter(({ locale, key }) => catalogues.get(locale)?.[key].includes("'"));
    expect(straight).toEqual([]);
  });

  it("keep every button within 24 characters", () => {
    const long = wording.locales
      .flatMap((locale) => BUTTONS.map((key) => wording.say(locale, key)))
      .filter((label) => label.length > 24);
    expect(long).toEqual([]);
  });

  it("keep every label of a form on sittings within Discord's 45 characters", () => {
    const long = wording.locales
      .flatMap((locale) => LABELS.map((key) => wording.say(locale, key)))
      .filter((label) => label.length > 45);
    expect(long).toEqual([]);
  });

  it("keep every line within 300 characters", () => {
    const long = everySentence.filter(({ locale, key }) => {
      const lines = wording.say(locale, key, SAMPLE).split("\n");
      return lines.some((line) => line.length > 300);
    });
    expect(long).toEqual([]);
  });

  it("never break a French line before a question mark, exclamation mark, colon or semicolon", () => {
    const values = { ...SAMPLE, by: "", since: "", question: "" };
    const said = (key: WordingKey) => wording.say("fr", key, values).replace(/p\. ex\. .*/, "");
    const breaking = keys.filter((key) => /[^\u00a0][?!:;]/.test(said(key)));
    expect(breaking).toEqual([]);
  });

  it("name no number of their own to a customer, so that none is suggested", () => {
    const suggesting = everySentence
      .filter(({ key }) => key.startsWith("survey."))
      .filter(({ locale, key }) => /[0-9]/.test(catalogues.get(locale)?.[key].replace(/1つ/g, "") ?? ""));
    expect(suggesting).toEqual([]);
  });

  it.each(wording.locales)(
    "in %s ask each band its own question, whoever is unhappy after a word of regret",
    (locale) => {
      const questions = (["survey.thanks.promoter", "survey.thanks.passive", "survey.contactBy"] as const).map((key) =>
        wording.say(locale, key, SAMPLE),
      );
      expect(new Set(questions).size).toBe(3);
      for (const question of questions) expect(question).toMatch(/[?？]|でしょうか。/);
      expect(wording.say(locale, "survey.thanks.detractor", SAMPLE)).toMatch(/[.。]$/);
    },
  );
});

describe("The question", () => {
  const scale = { low: 0, high: 10 };

  it("stands in English as the desk's owner worded it", () => {
    expect(wording.say("en", "survey.question", { low: 1, high: 10, brand: "Acme" })).toBe(
      "On a scale of 1 to 10, how likely are you to recommend Acme to other people?",
    );
  });

  it.each(wording.locales)("in %s names both ends of the scale, 0 too", (locale) => {
    const numbers = wording.say(locale, "survey.question", { ...scale, brand: "Acme" }).match(/[0-9]+/g);
    expect(numbers).toEqual(["0", "10"]);
  });

  it.each(translations)("in %s says us in that language where the desk has named no brand", (locale) => {
    const asked = ["survey.question", "survey.questionProduct", "chat.title"] as const;
    for (const key of asked) {
      expect(wording.say(locale, key, { ...scale, brand: "us", product: "Kasse" })).not.toMatch(/\bus\b/);
    }
  });

  it("names the product alone where the desk has named no brand", () => {
    const values = { ...scale, brand: "us", product: "Billing" };
    expect(wording.say("en", "survey.questionProduct", values)).toContain("recommend Billing to other people?");
    expect(wording.say("en", "survey.questionProduct", { ...values, brand: "Acme" })).toContain("Billing by Acme to");
  });

  it("leaves names with ICU's own characters as they are", () => {
    const brand = "{O'Neil} <b># & Söhne";
    for (const locale of wording.locales) {
      expect(wording.say(locale, "survey.question", { ...scale, brand })).toContain(brand);
    }
  });
});

describe("Choosing a locale", () => {
  it.each([
    [["de-AT"], "de"],
    [["DE"], "de"],
    [["de_CH"], "de"],
    [["de-Latn-AT"], "de"],
    [["pt"], "pt-BR"],
    [["pt-PT"], "pt-BR"],
    [["pt_BR"], "pt-BR"],
    [["pt-br"], "pt-BR"],
    [["es-419"], "es"],
    [["en-GB"], "en"],
    [["ja-JP"], "ja"],
    [["fr"], "fr"],
    [["zh", "de"], "de"],
    [["zh-Hans-CN", "pt-PT"], "pt-BR"],
    [["ja", "de"], "ja"],
    [[null, "fr"], "fr"],
    [[undefined, "fr"], "fr"],
    [["", "fr"], "fr"],
    [["zh", "ko"], "en"],
    [["nonsense"], "en"],
    [["den"], "en"],
    [["d"], "en"],
    [["-"], "en"],
    [["../../en"], "en"],
    [["constructor", "__proto__"], "en"],
    [[], "en"],
  ])("serves %j by %s", (wanted, expected) => {
    expect(wording.choose(...wanted)).toBe(expected);
  });
});

describe("Saying", () => {
  it("gives the version of the sentences in force", () => {
    expect(wording.locales.map((locale) => wording.version(locale))).toEqual(wording.locales.map(() => "1"));
  });

  it("says 0 as 0", () => {
    expect(wording.say("en", "survey.score", { score: 0, high: 10 })).toBe("0 out of 10");
  });

  it("throws for a locale without a catalogue", () => {
    expect(() => wording.say("zh", "survey.never")).toThrow("No sentence survey.never for zh in data/locales");
  });

  it("throws rather than leave a placeholder unfilled", () => {
    expect(() => wording.say("en", "survey.score", { score: 3 })).toThrow(/high/);
  });
});
