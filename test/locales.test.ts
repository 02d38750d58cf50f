import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalogues } from "../adapters/locales.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emptychair-locales-"));
  write("en.json", { "survey.hint": "Hint", "survey.never": "Never" });
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): void {
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
}

describe("Reading the locales of the package", () => {
  it("gives English first and every language that the product is complete in", () => {
    expect([...readCatalogues().keys()]).toEqual(["en", "de", "es", "fr", "ja", "pt-BR"]);
  });
});

describe("Reading a folder of locales", () => {
  it("gives each file's sentences under its locale and ignores other files", () => {
    write("de.json", { "survey.hint": "Hinweis", "survey.never": "Nie" });
    write("README.md", "words for translators");
    const catalogues = readCatalogues(folder);
    expect([...catalogues.keys()]).toEqual(["en", "de"]);
    expect(catalogues.get("de")?.["survey.never"]).toBe("Nie");
  });

  it("names the missing and the surplus keys in one sentence", () => {
    write("de.json", { "survey.hint": "Hinweis", "survey.nver": "Nie" });
    expect(() => readCatalogues(folder)).toThrow(
      "Locale file de.json lacks survey.never; add them and has survey.nver, which en.json has not; remove them.",
    );
  });

  it("does not take a key that every object inherits for a sentence", () => {
    write("en.json", { toString: "Text" });
    write("de.json", {});
    expect(() => readCatalogues(folder)).toThrow("Locale file de.json lacks toString; add them.");
  });

  it.each([
    ["an empty text", ""],
    ["blanks", "  "],
    ["a number", 5],
    ["null", null],
    ["an object", {}],
  ])("refuses %s as a sentence", (_, sentence) => {
    write("de.json", { "survey.hint": sentence, "survey.never": "Nie" });
    expect(() => readCatalogues(folder)).toThrow(
      "Locale file de.json must hold a text that is not empty for survey.hint.",
    );
  });

  it.each([["[]"], ["null"], ['"text"'], ["7"]])("refuses a file that holds %s", (content) => {
    write("de.json", content);
    expect(() => readCatalogues(folder)).toThrow(
      "Locale file de.json is not an object; it must hold one text for each key of en.json.",
    );
  });

  it("names the file that is not JSON", () => {
    write("fr.json", "{");
    expect(() => readCatalogues(folder)).toThrow(/^Locale file fr\.json cannot be read: .*Fix it as JSON\.$/);
  });

  it("refuses a folder without English", () => {
    rmSync(join(folder, "en.json"));
    expect(() => readCatalogues(folder)).toThrow("The locales folder holds no en.json");
  });
});
