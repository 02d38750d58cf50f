import { describe, expect, it } from "vitest";
import { endsOf, firstAndLatest, keptOf, shortName } from "../../src/interaction/bounds.ts";

describe("what is kept of a text", () => {
  it("is all of it, up to the bound", () => {
    expect(keptOf("abc", 3)).toEqual({ text: "abc", dropped: 0 });
    expect(keptOf("abcd", 3)).toEqual({ text: "abc", dropped: 1 });
  });

  it.each([
    ["an emoji of several", "ab👩‍👩‍👧‍👦", "ab"],
    ["a letter with its mark", "abe\u0301", "ab"],
    ["a flag", "ab🇩🇪", "ab"],
    ["half of a pair", "ab🪑", "ab"],
  ])("is never a part of %s", (_, text, kept) => {
    for (let longest = kept.length; longest < text.length; longest += 1)
      expect(keptOf(text, longest)).toEqual({ text: kept, dropped: text.length - kept.length });
  });

  it("is whole code points where one character has no end", () => {
    const piled = `a${"\u0301".repeat(500)}`;
    expect(keptOf(piled, 300).text).toHaveLength(300);
    expect(keptOf("\u{1FA91}\u200d".repeat(200), 301).text).not.toMatch(/[\uD800-\uDBFF]$/);
  });

  it("shows in a name by an ellipsis", () => {
    expect(shortName("Robert", 4)).toBe("Rob…");
    expect(shortName("Bob", 4)).toBe("Bob");
  });
});

it("reads a long text at both its ends", () => {
  expect(endsOf("Hello", 3)).toBe("Hello");
  expect(endsOf("Hello there, is anybody in?", 5)).toBe("Hello\ny in?");
});

it("keeps the first of a row and the latest", () => {
  expect(firstAndLatest([1, 2, 3, 4, 5], 3)).toEqual([1, 4, 5]);
  expect(firstAndLatest([1, 2], 3)).toEqual([1, 2]);
});
