import { describe, expect, it } from "vitest";
import { readQuery } from "../../src/search/query.ts";
import { snippetOf } from "../../src/search/snippet.ts";

describe("A query", () => {
  const words = (typed: string) =>
    readQuery(typed).terms.map(({ words: one, isBeginning }) => `${one.join(" ")}${isBeginning ? "*" : ""}`);

  it.each([
    ["words", "late  Refund", ["late", "refund"]],
    ["words in quotes", '"under way" now', ["under way", "now"]],
    ["quotes of other languages", "„zu spät“ «trop tard» 「返金」", ["zu spat", "trop tard", "返金"]],
    ["a quote that is not closed", '"under way', ["under way"]],
    ["a beginning, if it is long enough", "refun* re*", ["refun*", "re"]],
    ["writing without blanks", "返金を 金", ["返金 金を", "金*"]],
    ["what no word is in", '- * "" ()', []],
  ])("holds %s", (_, typed, expected) => {
    expect(words(typed)).toEqual(expected);
  });

  it("says what must not be there", () => {
    expect(readQuery('refund -please -"no thanks" well-known').without.map((term) => term.words)).toEqual([
      ["please"],
      ["no", "thanks"],
    ]);
    expect(words("refund -please well-known")).toEqual(["refund", "well known"]);
  });

  it("is no longer than what can be looked for", () => {
    expect(readQuery("a b ".repeat(10_000)).terms).toHaveLength(12);
    expect(readQuery(`"${"word ".repeat(10_000)}"`).terms[0]?.words.length).toBeLessThan(70);
  });
});

describe("A snippet", () => {
  it("shows the words with what stands around them, between words", () => {
    const text = `${"before ".repeat(40)}the refund, please: ${"after ".repeat(60)}`;
    const { text: shown, marks } = snippetOf(text, readQuery("refund please"));
    expect(shown).toMatch(/^… before .*the refund, please: after .* …$/);
    expect(marks.map(([from, to]) => shown.slice(from, to))).toEqual(["refund", "please"]);
    expect(shown.length).toBeLessThan(240);
  });

  it("marks overlapping words once, and shows the beginning where there are none", () => {
    const { text, marks } = snippetOf("返金をお願い", readQuery("返金を 金を"));
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(["返金を"]);
    expect(snippetOf(" [name]\n said so ", readQuery("Cleo"))).toEqual({ text: "[name] said so", marks: [] });
  });

  it("cuts no character in two", () => {
    const { text } = snippetOf("😀".repeat(400), readQuery("x"));
    expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});
