import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buttonId, pieces, readButton, render } from "../../adapters/discord/render.ts";
import type { OutboundMessage } from "../../src/messages.ts";

const notice = (more: Partial<OutboundMessage>): OutboundMessage => ({
  kind: "notice",
  text: "Text",
  actions: [],
  ...more,
});

describe("A rendered message", () => {
  it("has its text first, then the quote, the facts and the hint", () => {
    const message = notice({
      quote: { text: "two\nlines", by: null },
      facts: [{ label: "Product", value: "App" }],
      hint: "Just write it here.",
    });
    expect(render(message)).toEqual([
      { content: "Text\n> two\n> lines\n-# Product: App\n-# Just write it here.", components: [] },
    ]);
  });

  it("has eleven scores in rows of five, five and one", () => {
    const actions = Array.from({ length: 11 }, (_, score) => ({
      ...{ name: "score", subject: "s1", value: String(score), label: String(score) },
    })) as OutboundMessage["actions"];
    const rows = render(notice({ actions }))[0]?.components as { components: unknown[] }[];
    expect(rows.map(({ components }) => components.length)).toEqual([5, 5, 1]);
  });

  it("is never longer than Discord allows, cuts no word that fits, and loses nothing, whatever is said", () => {
    const word = fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.replace(/\s/g, "_"));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), fc.array(word, { maxLength: 400 }), (text, quote) => {
        const message = notice({ text: `Said ${text.join(" ")}`, quote: { text: quote.join(" "), by: null } });
        const rendered = render(message);
        for (const { content } of rendered) expect(content.length).toBeLessThanOrEqual(2_000);
        const shown = rendered
          .map(({ content }) => content.replace(/^> /gm, "").replace(/\\([^0-9A-Za-z\s])/g, "$1"))
          .join(" ");
        expect(shown.split(/\s+/).filter(Boolean)).toEqual(["Said", ...text, ...quote].filter(Boolean));
      }),
      { numRuns: 60 },
    );
  });

  it("has its buttons under its last part", () => {
    const actions = [{ name: "never", subject: "s1", label: "Never" }] as const;
    const rendered = render(notice({ text: "word ".repeat(900), actions }));
    expect(rendered.map(({ components }) => components.length)).toEqual([0, 0, 1]);
  });
});

describe("A rendered digest", () => {
  const digest = (more: Partial<OutboundMessage>) => notice({ kind: "digest", text: "Week", hint: "Late", ...more });

  it("has each part under its title in bold, with its lines and the words quoted as they are", () => {
    const sections = [
      { title: "The chair", lines: ["A customer wrote:", "# *big*"], quote: { text: "@everyone\nlate", by: null } },
      { title: "The score", lines: ["+20 from 25"] },
    ];
    const actions = [{ name: "decide", subject: "app", label: "Decide: Mobile app" }] as const;
    const content = [
      ...["Week", "-# Late", "**The chair**", "A customer wrote:", "\\# \\*big\\*", "> \\@everyone", "> late"],
      ...["**The score**", "\\+20 from 25"],
    ].join("\n");
    expect(render(digest({ sections, actions }))).toEqual([{ content, components: [] }]);
  });

  it("is cut between lines, and no title stands at the end without a line of its own", () => {
    const part = (index: number) => ({
      title: `Part ${index}`,
      lines: Array(index % 7).fill(`${"word ".repeat(30)}end`),
    });
    const sections = Array.from({ length: 60 }, (_, index) => part(index + 1));
    const rendered = render(digest({ sections }));
    expect(rendered.length).toBeGreaterThan(10);
    for (const { content } of rendered) {
      expect(content.length).toBeLessThanOrEqual(2_000);
      expect(content.startsWith("word") || content.startsWith("**") || content.startsWith("Week")).toBe(true);
    }
    const ends = rendered.map(({ content }) => content.split("\n").at(-1) ?? "");
    const cutOff = ends.filter((line) => line.startsWith("**") && Number(/\d+/.exec(line)?.[0]) % 7 !== 0);
    expect(cutOff).toEqual([]);
  });
});

describe("Pieces of a text", () => {
  it("end after words, and a word that is too long is cut before no half of a character", () => {
    expect(pieces("one two three", 8)).toEqual(["one two", "three"]);
    expect(pieces("🪑🪑🪑", 3)).toEqual(["🪑", "🪑", "🪑"]);
    expect(pieces("abc\\*def", 4)).toEqual(["abc", "\\*de", "f"]);
  });
});

describe("The id of a button", () => {
  it("is read back as it was made, and anything else is none", () => {
    const value = { name: "score", subject: "0199-aa", value: "7" };
    expect(readButton(buttonId(value))).toEqual(value);
    expect(readButton(buttonId({ name: "never", subject: "s" }))).toEqual({ name: "never", subject: "s" });
    for (const id of ["", "score", "a/b/c/d", "/x"]) expect(readButton(id)).toBeNull();
  });
});
