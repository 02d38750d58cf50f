import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type LabelledText,
  labelledTexts,
  measureRedaction,
  mistakesIn,
} from "../../adapters/cli/bench/measure-redaction.ts";
import { redact } from "../../src/interaction/redaction.ts";
import { documented } from "../readme.ts";
import { times } from "../runs.ts";
import { CLEAN, PEOPLE, PLANTED, type Planted } from "./redaction-corpus.ts";

function redacted({ text, country }: Planted): string {
  return redact(text, PEOPLE, country);
}

const missed = PLANTED.filter((planted) => redacted(planted).includes(planted.secret));
const overdone = PLANTED.filter((planted) => planted.keep !== undefined && !redacted(planted).includes(planted.keep));
const damaged = CLEAN.filter((text) => redact(text, PEOPLE) !== text);

/** How many of how many, e.g. `57 of 57`. */
function of(total: number, failed: number): string {
  return `${total - failed} of ${total}`;
}

const CORPUS = labelledTexts("data/redaction/corpus.jsonl");
/** The corpus' lines that are not redacted right: none may join them. */
const NOT_RIGHT: readonly string[] = [
  "The courier left it at number 14, The Paddocks, Little Testing, instead of my house.",
  "Meine Tochter (03.07.2015) hat das Konto nicht angelegt.",
  "Lo dejaron en el portal 4 de la calle Jilguero, cuando vivo en el 14",
  "Cruz Roja, Paz y amor, el rey León, luz de luna",
  "Vitória nossa, Rocha dura, Lua cheia e um prado verde",
  "以上、ご検討ください。\n（株）見本 総務 松本",
];
const isRight = (line: LabelledText) => Object.values(mistakesIn(line)).every(({ length }) => length === 0);

describe("The labelled corpus", () => {
  it("is redacted right, but for the lines that are named", () => {
    expect(CORPUS.filter((line) => !isRight(line)).map(({ text }) => text)).toEqual(NOT_RIGHT);
  });

  it("has lines of every kind in six languages, a third of them written before the rules", () => {
    const languages = ["en", "de", "fr", "es", "pt", "ja"];
    for (const language of languages)
      expect(CORPUS.filter(({ lang }) => lang === language).length).toBeGreaterThanOrEqual(60);
    expect(new Set(CORPUS.map(({ lang }) => lang))).toEqual(new Set(languages));
    expect(CORPUS.length).toBeGreaterThanOrEqual(400);
    expect(3 * CORPUS.filter(({ heldOut }) => heldOut === true).length).toBeGreaterThanOrEqual(CORPUS.length);
    expect(new Set(CORPUS.map(({ text }) => text)).size).toBe(CORPUS.length);
  });

  it("does as well as the README says", () => {
    const headings = ["kind", "what", "lines", "recall", "kept", "lines right at first sight"];
    const said = documented(readFileSync("README.md", "utf8"), headings, ["kind", "lines", "recall", "kept"]);
    const figure = (share: number | null) => share?.toFixed(3) ?? "";
    const found = Object.entries(measureRedaction(CORPUS).byKind).map(([kind, { lines, recall, kept }]) =>
      [kind, String(lines), figure(recall), figure(kept)].join(" = "),
    );
    expect([...said].sort()).toEqual(found.sort());
  });

  it("labels parts that stand in its lines", () => {
    const parts = CORPUS.flatMap(({ text, hide, keep }) => [...hide, ...keep].map((part) => [text, part] as const));
    expect(parts.filter(([text, part]) => !text.includes(part))).toEqual([]);
  });

  it("stays as it is when it is redacted twice", () => {
    const again = CORPUS.filter(({ text, names, country }) => {
      const once = redact(text, names, country);
      return redact(once, names, country) !== once;
    });
    expect(again).toEqual([]);
  });

  it("is told from a redaction that does nothing or everything", () => {
    const [line] = CORPUS.filter(({ kind }) => kind === "email");
    expect(line && mistakesIn({ ...line, hide: [line.keep[0] ?? ""] }).missed).toEqual(line?.keep);
    expect(line && mistakesIn({ ...line, keep: line.hide }).damaged).toEqual(line?.hide);
  });
});

describe("Redaction", () => {
  it(`finds ${of(PLANTED.length, missed.length)} planted secrets (recall)`, () => {
    expect(missed.map((planted) => [planted.text, redacted(planted)])).toEqual([]);
  });

  it(`leaves ${of(CLEAN.length, damaged.length)} harmless sentences as they are (precision)`, () => {
    expect(damaged.map((text) => [text, redact(text, PEOPLE)])).toEqual([]);
  });

  it("leaves what stands around a secret as it is", () => {
    expect(overdone.map((planted) => [planted.text, redacted(planted)])).toEqual([]);
  });

  it.each([...new Set(PLANTED.map(({ kind }) => kind))])("finds every planted %s", (kind) => {
    const kinds = PLANTED.filter((planted) => planted.kind === kind);
    expect(kinds.filter((planted) => redacted(planted).includes(planted.secret))).toEqual([]);
  });

  it.each([
    ["ADA GROẞ", "Ada Groß"],
    ["Ada Groſs", "Ada Gross"],
    ["ΑΔΑ ΣΑΣ", "Αδα Σας"],
    ["ada \u212Aim", "Ada Kim"],
    ["Frau Groß", "Ada Groß"],
    ["@ÜNAL", "ünal"],
  ])("knows the name in %s for %s, whichever letters stand for it", (text, name) => {
    expect(redact(`So says ${text}.`, [name])).toMatch(/^So says (?:Frau )?\[name\]\.$/);
  });

  it("says what kind of thing it took out", () => {
    expect(redact("jane@example.com, +1 415 555 0132, 4111111111111111, 192.0.2.1")).toBe(
      "[e-mail], [phone], [card], [IP address]",
    );
  });

  it("changes nothing more the second time", () => {
    const sentences = fc.array(fc.constantFrom(...PLANTED.map(({ text }) => text), ...CLEAN), { maxLength: 4 });
    fc.assert(
      fc.property(sentences, fc.string(), (chosen, noise) => {
        const once = redact([...chosen, noise].join(" "), PEOPLE, "DE");
        expect(redact(once, PEOPLE, "DE")).toBe(once);
      }),
      { numRuns: times(100, 3_000) },
    );
  });

  it("does not depend on a country it does not know, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (text, people) => {
        expect(typeof redact(text, people, "ZZ")).toBe("string");
      }),
    );
  });

  it("reads a hostile text in a moment", () => {
    const hostile = [
      "1 ".repeat(5_000),
      "a@".repeat(5_000),
      ":".repeat(5_000),
      "https://".repeat(2_000),
      "A1-".repeat(4_000),
    ];
    const began = process.cpuUsage();
    for (const text of hostile) redact(text, PEOPLE);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(5_000);
  });
});
