import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSample, SAMPLE_LOCALES } from "../../adapters/demo/sample.ts";
import { readThemes } from "../../adapters/themes.ts";
import { countThemes } from "../../src/digest/themes.ts";
import { answer } from "./samples.ts";

const themes = readThemes();
const sample = readSample();

describe("Finding themes", () => {
  it.each([
    ["en", "My deliveries never arrived", ["delivery"]],
    ["en", "It CRASHED again and again", ["reliability"]],
    ["en", "The app does not work any more", ["reliability"]],
    ["en", "I was charged twice and want my money back", ["billing", "refund"]],
    ["en", "So kind and patient!", ["people"]],
    ["en", "They kept me waiting on hold", ["waiting"]],
    ["de", "Die Pakete wurden nie verschickt", ["delivery"]],
    ["de", "Die Rückerstattung fehlt", ["refund"]],
    ["de", "Unglaublich unfreundlich", ["people"]],
    ["es", "Los envíos tardan y el cobro es erróneo", ["delivery", "billing", "waiting"]],
    ["fr", "La livraison n’est jamais arrivée", ["delivery"]],
    ["fr", "Ça ne marche pas", ["reliability"]],
    ["pt-BR", "A cobrança veio errada", ["billing"]],
    ["pt-BR", "Atendente muito educada", ["people"]],
    ["ja", "荷物がまだ届かない", ["delivery"]],
    ["ja", "返金してください", ["refund"]],
    ["en", "The driver rang at the doorstep", ["delivery"]],
    ["en", "I had to send it back twice", ["returns"]],
    ["en", "It arrived damaged", ["goods"]],
    ["en", "They keep making promises", ["trust"]],
    ["en", "Since the update I cannot log in", ["updates", "access"]],
    ["de", "Zwei Tage zu spät", ["delivery"]],
    ["fr", "Deux jours de retard", ["delivery"]],
    ["es", "El repartidor no encontró la casa", ["delivery"]],
    ["pt-BR", "Chegou quebrado", ["goods"]],
    ["ja", "約束を守ってくれません", ["trust"]],
  ])("in %s finds in %j %j", (locale, text, expected) => {
    expect(themes.find(text, locale)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ["en", "Thank you so much!"],
    ["en", "apparently not"],
    ["de", "Vielen Dank und einfach toll"],
    ["es", "Espero que sigan así"],
    ["fr", "Merci beaucoup, un beau livre"],
    ["ja", "ありがとうございました"],
    ["en", ""],
    ["en", "Who is in charge here?"],
    ["en", "Any kind of hint, and please pay attention"],
    ["en", "Nobody returned my calls"],
    ["en", "You picked up the phone at once"],
    ["en", "Thanks for the update, I must admit I was surprised"],
    ["de", "Ehrlich gesagt kostet mich das Zeit"],
    ["de", "Es hängt davon ab, und netto bleibt wenig"],
    ["es", "Buenas tardes, es muy importante para mí"],
    ["es", "Las cosas van bien"],
    ["fr", "Je n’ai rien reçu, c’est important"],
    ["pt-BR", "Dois dias atrás o cara saiu na hora"],
    ["ja", "正直、期待しています"],
  ])("in %s finds nothing in %j", (locale, text) => {
    expect(themes.find(text, locale)).toEqual([]);
  });

  it.each([
    ["en", "The app is so slow", ["speed"]],
    ["en", "Such a slow answer", ["waiting"]],
    ["de", "Die App ist langsam", ["speed"]],
    ["de", "Sehr langsame Antworten", ["waiting"]],
    ["es", "La aplicación es muy lenta", ["speed"]],
    ["fr", "L’application est lente", ["speed"]],
    ["pt-BR", "O aplicativo é lento", ["speed"]],
    ["ja", "アプリが重い", ["speed"]],
  ])("in %s tells a slow program from a slow answer in %j", (locale, text, expected) => {
    expect(themes.find(text, locale)).toEqual(expected);
  });

  it.each(SAMPLE_LOCALES)("names a theme in at least six of ten comments of the sample in %s", (locale) => {
    const stories = Object.values(sample.languages[locale].stories).flat();
    const comments = stories.flatMap(({ ends }) => Object.values(ends).flatMap((end) => end?.comments ?? []));
    const named = comments.filter((comment) => themes.find(comment, locale).length > 0);
    expect(named.length / comments.length).toBeGreaterThanOrEqual(0.6);
  });

  it("finds words of another language where those of its own say nothing", () => {
    expect(themes.find("Die Rechnung ist falsch", "en")).toEqual(["billing"]);
  });

  it("knows the words that the desk has added, in every language", () => {
    const own = readThemes({ delivery: ["drone*"], coffee: ["espresso", "iced latte"] });
    expect(own.find("The drones came", "en")).toEqual(["delivery"]);
    expect(own.find("Zwei Espresso bitte", "de")).toEqual(["coffee"]);
    expect(own.find("an iced latte", "fr")).toEqual(["coffee"]);
    expect(own.label("coffee", "de")).toBe("coffee");
  });

  it("calls a theme by its name in the language of the desk", () => {
    expect(themes.label("delivery", "de")).toBe("Lieferung");
  });
});

describe("Counting themes", () => {
  it("counts comments and not words, for every theme they name, and lists the rest", () => {
    const answers = [
      answer({ score: 2, comment: "The delivery, the delivery! And the invoice." }),
      answer({ score: 9, comment: "Fast shipping" }),
      answer({ score: 9, comment: "Hm." }),
      answer({ score: 1, comment: "  " }),
      answer({ score: 1 }),
    ];
    const { found, matched, unmatched } = countThemes(answers, ({ comment }) => themes.find(comment, "en"));
    expect(found).toEqual([
      { theme: "delivery", mentions: 2, detractors: 1 },
      { theme: "billing", mentions: 1, detractors: 1 },
    ]);
    expect(matched).toBe(2);
    expect(unmatched.map(({ comment }) => comment)).toEqual(["Hm."]);
  });
});

describe("Reading the dictionaries", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "emptychair-themes-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
  const one = { label: "One", words: ["one"] };

  it("refuses one that has other themes or another version than the rest", () => {
    write("de.json", { version: "1", themes: { one } });
    write("en.json", { version: "2", themes: { one } });
    expect(() => readThemes({}, folder)).toThrow("Theme file en.json has version 2 with one, but de.json version 1");
  });

  it("refuses one without words, and a folder without any", () => {
    expect(() => readThemes({}, folder)).toThrow("The themes folder holds no dictionary");
    write("en.json", { version: "1", themes: { one: { label: "One" } } });
    expect(() => readThemes({}, folder)).toThrow(/^Theme file en\.json cannot be read/);
  });
});
