import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buttonId, readButton } from "../../adapters/discord/buttons.ts";
import { pieces } from "../../adapters/discord/pieces.ts";
import { render } from "../../adapters/discord/render.ts";
import { NO_LINKS } from "../../src/chat/find-links.ts";
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
      {
        ...{ content: "Text\n> two\n> lines\n-# Product: App\n-# Just write it here.", embeds: [] },
        ...{ components: [], hasPicture: false },
      },
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

describe("A link to the conversation", () => {
  const drawing = {
    ...{ linkText: "Read [it]", file: null, inEmbeds: true },
    links: new Map([["i1", "https://a.invalid/1"]]),
  };
  const link = "[Read \\[it\\]](<https://a.invalid/1>)";

  it("stands after the quote, in the text and in an embed, where there is one", () => {
    const quote = { text: "late", by: null };
    const sections = [
      { title: "One", lines: [], quote, about: "i1" },
      { title: "Two", lines: ["Line"], quote, about: "i2" },
    ];
    const [drawn] = render(notice({ quote, about: "i1", hint: "Hint", sections }), drawing);
    expect(drawn?.content).toBe(`Text\n> late\n${link}\n-# Hint`);
    expect(drawn?.embeds.map(({ description }) => description)).toEqual([`> late\n${link}`, "Line\n> late"]);
    const [plain] = render(notice({ sections }), { ...drawing, inEmbeds: false });
    expect(plain?.content).toBe(`Text\n**One**\n> late\n${link}\n**Two**\nLine\n> late`);
  });
});

describe("A rendered digest", () => {
  const digest = (more: Partial<OutboundMessage>) => notice({ kind: "digest", text: "Week", hint: "Late", ...more });
  const plainly = { links: NO_LINKS, linkText: "", file: null, inEmbeds: false };
  const part = (index: number) => ({
    title: `Part ${index}`,
    lines: Array(index % 7).fill(`${"word ".repeat(30)}end`),
  });
  const parts = Array.from({ length: 60 }, (_, index) => part(index + 1));
  const picture = (after: number) =>
    ({ kind: "digest", digestId: "d1", fingerprint: "1", alt: "Bars", after }) as const;
  const withFile = { ...plainly, inEmbeds: true, file: "week.png" };
  const image = { url: "attachment://week.png", description: "Bars" };

  it("has an embed for each part, with its lines and the words quoted as they are, and no colour", () => {
    const sections = [
      { title: "The *chair*", lines: ["A customer wrote:", "# *big*"], quote: { text: "@everyone\nlate", by: null } },
      { title: "1. The score", lines: ["+20 from 25", "[x](https://evil.invalid)"] },
      { title: "Nothing", lines: [] },
    ];
    const actions = [{ name: "decide", subject: "app", label: "Decide: Mobile app" }] as const;
    const [drawn, ...more] = render(digest({ sections, actions }));
    expect(more).toEqual([]);
    expect(drawn?.content).toBe("Week\n-# Late");
    expect(drawn?.embeds).toEqual([
      {
        title: "The \\*chair\\*",
        description: "A customer wrote:\n\\# \\*big\\*\n> \\@everyone\n> late",
      },
      { title: "1\\. The score", description: "\\+20 from 25\n\\[x\\](https\\://evil.invalid)" },
      { title: "Nothing" },
    ]);
    const button = { type: 2, style: 2, label: "Decide: Mobile app", custom_id: "decide/app" };
    expect(drawn?.components).toEqual([{ type: 1, components: [button] }]);
  });

  it("keeps to Discord's limits and loses nothing, whatever its parts say", () => {
    const text = fc.string({ maxLength: 5_000, unit: fc.constantFrom("a", "*", "\n", " ", "🪑", "#", "/") });
    const section = fc.record({
      title: fc.string({ maxLength: 400 }),
      lines: fc.array(text, { maxLength: 3 }),
      quote: text,
    });
    const bare = (words: string) => words.replace(/\\([^0-9A-Za-z\s])/g, "$1").replace(/[\s>]/g, "");
    fc.assert(
      fc.property(fc.array(section, { maxLength: 15 }), fc.nat(15), (made, after) => {
        const sections = made.map(({ quote, ...rest }) => ({ ...rest, quote: { text: quote, by: null } }));
        const rendered = render(digest({ sections, picture: picture(after) }), withFile);
        for (const { content, embeds } of rendered) {
          expect(content.length).toBeLessThanOrEqual(2_000);
          expect(embeds.length).toBeLessThanOrEqual(10);
          for (const { title = "", description = "" } of embeds) {
            expect(title.length).toBeLessThanOrEqual(256);
            expect(description.length).toBeLessThanOrEqual(4_096);
          }
          const words = embeds.map(({ title = "", description = "" }) => title + description).join("");
          expect(words.length).toBeLessThanOrEqual(6_000);
        }
        const shown = rendered
          .flatMap(({ embeds }) => embeds)
          .map(({ title, description }) => `${title ?? ""}${description ?? ""}`);
        const said = sections.map(({ title, lines, quote }) => `${title}${lines.join("")}${quote.text}`);
        expect(bare(shown.join(""))).toBe(bare(said.join("").replaceAll("\\", "\\\\")));
        expect(rendered.filter(({ hasPicture }) => hasPicture)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it("shows its picture in the last of the parts before it, in whichever message that stands", () => {
    const long = (title: string) => ({ title, lines: ["word ".repeat(700)] });
    const sections = [long("One"), long("Two"), long("Three")];
    const rendered = render(digest({ sections, picture: picture(2) }), withFile);
    expect(rendered.map(({ hasPicture }) => hasPicture)).toEqual([false, true, false]);
    expect(rendered[1]?.embeds).toMatchObject([{ title: "Two", image }]);
    const first = render(digest({ sections: [part(1)], picture: picture(0) }), withFile);
    expect(first[0]?.embeds).toMatchObject([{ image }, { title: "Part 1" }]);
    const unfiled = render(digest({ sections, picture: picture(2) }), { ...withFile, file: null });
    expect(JSON.stringify(unfiled)).not.toContain("attachment:");
  });

  it("is text with titles in bold where embeds are not shown, and no title stands at the end without a line of its own", () => {
    const rendered = render(digest({ sections: parts, picture: picture(3) }), { ...withFile, inEmbeds: false });
    expect(rendered.length).toBeGreaterThan(10);
    for (const { content, embeds } of rendered) {
      expect(embeds).toEqual([]);
      expect(content.length).toBeLessThanOrEqual(2_000);
      expect(content.startsWith("word") || content.startsWith("**") || content.startsWith("Week")).toBe(true);
    }
    const ends = rendered.map(({ content }) => content.split("\n").at(-1) ?? "");
    const cutOff = ends.filter((line) => line.startsWith("**") && Number(/\d+/.exec(line)?.[0]) % 7 !== 0);
    expect(cutOff).toEqual([]);
    expect(rendered.map(({ hasPicture }) => hasPicture).indexOf(true)).toBe(rendered.length - 1);
  });

  it("has twenty-five buttons at most, and none whose id would be too long", () => {
    const products = ["x".repeat(101), ...Array.from({ length: 30 }, (_, index) => `p${index}`)];
    const actions = products.map((subject) => ({ name: "decide", subject, label: `Decide: ${subject}` }) as const);
    const rows = render(digest({ actions }))[0]?.components as { components: { custom_id: string }[] }[];
    expect(rows.map(({ components }) => components.length)).toEqual([5, 5, 5, 5, 5]);
    expect(rows[0]?.components[0]?.custom_id).toBe("decide/p0");
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
    for (const subject of ["a/b", "100%", "%2F", "/", "discord:1:2:channel", "ünïcode 🪑"])
      expect(readButton(buttonId({ name: "decide", subject }))).toEqual({ name: "decide", subject });
    for (const id of ["", "score", "a/b/c/d", "/x", "decide/%zz", "score/s/%"]) expect(readButton(id)).toBeNull();
  });
});
