import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buttonId, readButton } from "../../adapters/discord/buttons.ts";
import { pieces } from "../../adapters/discord/pieces.ts";
import { type Rendered, render } from "../../adapters/discord/render.ts";
import { NO_LINKS } from "../../src/chat/find-links.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import { flattened } from "../servers/discord/components.ts";

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
        ...{ content: "Text\n> two\n> lines\n-# Product: App\n-# Just write it here.", components: [] },
        ...{ isCard: false, hasPicture: false, isSilent: true, notified: { users: [], roles: [] } },
      },
    ]);
  });

  it("says what the ends of the scale mean in a line of their own, once", () => {
    const ends = { low: "1 = not at all likely", high: "10 = extremely likely" };
    const [{ content } = { content: "" }] = render(notice({ ends, hint: "Tap a number.", notice: "We keep it." }));
    expect(content).toBe("Text\n-# 1 = not at all likely · 10 = extremely likely\n-# Tap a number.\n-# We keep it.");
  });

  it("has eleven scores in rows of five, five and one", () => {
    const actions = Array.from({ length: 11 }, (_, score) => ({
      ...{ name: "score", subject: "s1", value: String(score), label: String(score) },
    })) as OutboundMessage["actions"];
    const rows = render(notice({ actions }))[0]?.components as { components: unknown[] }[];
    expect(rows.map(({ components }) => components.length)).toEqual([5, 5, 1]);
  });

  it.each([
    ["cards, beside its product", true],
    ["text, under it", false],
  ])("has a button for each of forty products, as %s", (_, inCards) => {
    const products = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const button = (subject: string) => ({ name: "decide", subject, label: `Decide: ${subject}` }) as const;
    const lines = products.map((name) => `${name}: keep, median 9 from 5 answers`);
    const beside = products.map((subject, first) => ({ first, count: 1, action: button(subject) }));
    const sections = [{ title: "The board", lines, beside }];
    const message = { kind: "digest", text: "Week", sections, actions: products.map(button) } as const;
    const pieces = render(message, { links: NO_LINKS, linkText: "", file: null, inCards, isRole: () => false });
    for (const { components } of pieces) expect(flattened(components).length).toBeLessThanOrEqual(40);
    const all = pieces.flatMap(({ components }) => flattened(components));
    expect(all.flatMap(({ custom_id }) => custom_id ?? [])).toEqual(products.map((name) => `decide/${name}`));
    const said = JSON.stringify(pieces);
    for (const line of lines) expect(said.split(line)).toHaveLength(2);
    const placed = all.filter(({ type, accessory }) => type === 9 && accessory?.type === 2);
    expect(placed).toHaveLength(inCards ? 40 : 0);
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

const isRole = (_: string, id: string) => id === "5";
const drawing = { links: NO_LINKS, linkText: "Read [it]", file: null, inCards: true, isRole };

describe("Who is named", () => {
  const [person, role] = ["discord:1:7", "discord:1:5"];

  it("is notified where the message calls them, each once, people and roles, and nobody else", () => {
    const [drawn] = render(
      notice({ kind: "question", mentions: [person, person, role, "discord:1:1", "slack:T:U"] }),
      drawing,
    );
    expect(drawn?.content).toBe("<@7> <@&5>\nText");
    expect(drawn?.notified).toEqual({ users: ["7"], roles: ["5"] });
    expect(render(notice({ mentions: [person] }), drawing)[0]?.content).toBe("<@7> Text");
  });

  it("in a fact is named as people know them, and not notified; a moment is on the reader's clock", () => {
    const facts = [
      { label: "Owner", value: "Anna", person },
      { label: "Due", value: "Nov 17, 10:00", moment: 1_795_000_000_999 },
      { label: "Seen by", value: "Ben *B*", person: "web:x" },
    ];
    const [drawn] = render(notice({ kind: "alert", facts }), drawing);
    expect(drawn?.content).toBe("Text\n-# Owner: <@7>\n-# Due: <t:1795000000:f>\n-# Seen by: Ben \\*B\\*");
    expect(drawn?.notified).toEqual({ users: [], roles: [] });
  });

  it("by hundreds is named in several lines, and notified a hundred a message at most", () => {
    const mentions = Array.from({ length: 150 }, (_, index) => `discord:1:${100_000_000_000_000_000 + index * 16}`);
    const drawn = render(notice({ kind: "alert", mentions }), drawing);
    expect(drawn.flatMap(({ notified }) => notified.users)).toHaveLength(150);
    for (const { content, notified } of drawn) {
      expect(content.length).toBeLessThanOrEqual(2_000);
      expect(notified.users.length).toBeLessThanOrEqual(100);
    }
  });
});

describe("A sound", () => {
  it.each([
    ["question", {}, false],
    ["reminder", {}, false],
    ["alert", {}, false],
    ["digest", {}, false],
    ["notice", {}, true],
    ["thanks", {}, true],
    ["detail", {}, true],
    ["notice", { mentions: ["discord:1:7"] }, false],
  ] as const)("of a %s %j is left out: %s", (kind, more, isSilent) =>
    expect(render(notice({ kind, ...more }), drawing)[0]?.isSilent).toBe(isSilent),
  );

  it("is made by the first part of a long message alone", () => {
    const drawn = render(notice({ kind: "alert", text: "word ".repeat(900) }), drawing);
    expect(drawn.map(({ isSilent }) => isSilent)).toEqual([false, true, true]);
  });
});

describe("A link to the conversation", () => {
  const linking = { ...drawing, links: new Map([["i1", "https://a.invalid/1"]]) };
  const link = "[Read \\[it\\]](<https://a.invalid/1>)";
  const quote = { text: "late", by: null };
  const sections = [
    { title: "One", lines: [], quote, about: "i1" },
    { title: "Two", lines: ["Line"], quote, about: "i2" },
  ];

  it("stands after the quote in a text", () => {
    const [plain] = render(notice({ quote, about: "i1", hint: "Hint", sections }), { ...linking, inCards: false });
    expect(plain?.content).toBe(`Text\n> late\n${link}\n-# Hint\n**One**\n> late\n${link}\n**Two**\nLine\n> late`);
  });

  it("is a button beside the words in a card, where there is one", () => {
    const [drawn] = render(notice({ sections }), linking);
    const accessory = { type: 2, style: 5, label: "Read [it]", url: "https://a.invalid/1" };
    expect(inside(drawn)).toEqual([
      { type: 10, content: "Text" },
      { type: 9, components: [{ type: 10, content: "### One\n> late" }], accessory },
      { type: 14 },
      { type: 10, content: "### Two\nLine" },
      { type: 10, content: "> late" },
    ]);
  });
});

type Part = {
  type: number;
  content?: string;
  components?: Part[];
  accessory?: Part;
  custom_id?: string;
  items?: Part[];
};

/** What stands in the container of a card. */
function inside(drawn: Rendered | undefined): Part[] {
  const [container] = (drawn?.components ?? []) as unknown as Part[];
  return container?.components ?? [];
}

function flat(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [
    part,
    ...flat(part.components ?? []),
    ...flat(part.accessory ? [part.accessory] : []),
  ]);
}

const partsOf = ({ components }: Rendered) => flat(components as unknown as Part[]);

describe("A rendered digest", () => {
  const digest = (more: Partial<OutboundMessage>) => notice({ kind: "digest", text: "Week", hint: "Late", ...more });
  const plainly = { ...drawing, inCards: false };
  const part = (index: number) => ({
    title: `Part ${index}`,
    lines: Array(index % 7).fill(`${"word ".repeat(30)}end`),
  });
  const parts = Array.from({ length: 60 }, (_, index) => part(index + 1));
  const picture = (after: number) =>
    ({ kind: "digest", digestId: "d1", fingerprint: "1", alt: "Bars", after }) as const;
  const withFile = { ...drawing, file: "week.png" };

  it("is a card with a heading for each part, its lines and the words quoted as they are, and no colour", () => {
    const sections = [
      { title: "The *chair*", lines: ["A customer wrote:", "# *big*"], quote: { text: "@everyone\nlate", by: null } },
      { title: "1. The score", lines: ["+20 from 25", "[x](https://evil.invalid)"] },
      { title: "Nothing", lines: [] },
      { title: "More", lines: ["Late"], isDetail: true },
    ];
    const actions = [{ name: "decide", subject: "app", label: "Decide: Mobile app" }] as const;
    const [drawn, ...more] = render(digest({ sections, actions }), drawing);
    expect(more).toEqual([]);
    expect(drawn).toMatchObject({ content: "", isCard: true });
    const button = { type: 2, style: 2, label: "Decide: Mobile app", custom_id: "decide/app" };
    expect(drawn?.components).toEqual([{ type: 17, components: inside(drawn) }]);
    expect(inside(drawn)).toEqual([
      { type: 10, content: "Week\n-# Late" },
      { type: 10, content: "### The \\*chair\\*\nA customer wrote:\n\\# \\*big\\*" },
      { type: 10, content: "> \\@everyone\n> late" },
      { type: 14 },
      { type: 10, content: "### 1. The score\n\\+20 from 25\n\\[x\\](https\\://evil.invalid)" },
      { type: 14 },
      { type: 10, content: "### Nothing" },
      { type: 14 },
      { type: 10, content: "**More**\nLate" },
      { type: 1, components: [button] },
    ]);
  });

  it("keeps to Discord's limits and loses nothing, whatever its parts say", () => {
    const text = fc.string({ maxLength: 5_000, unit: fc.constantFrom("a", "*", "\n", " ", "🪑", "#", "/") });
    const section = fc.record({
      title: fc.string({ maxLength: 400 }),
      lines: fc.array(text, { maxLength: 3 }),
      quote: text,
      about: fc.constantFrom("i1", "i2"),
    });
    const linking = { ...withFile, links: new Map([["i1", "https://a.invalid/1"]]) };
    const bare = (words: string) => words.replace(/\\([^0-9A-Za-z\s])/g, "$1").replace(/[\s>#*]/g, "");
    fc.assert(
      fc.property(fc.array(section, { maxLength: 15 }), fc.nat(15), (made, after) => {
        const sections = made.map(({ quote, ...rest }) => ({ ...rest, quote: { text: quote, by: null } }));
        const rendered = render(digest({ sections, picture: picture(after) }), linking);
        for (const piece of rendered) {
          const all = partsOf(piece);
          expect(all.length).toBeLessThanOrEqual(40);
          const texts = all.filter(({ type }) => type === 10).map(({ content = "" }) => content);
          expect(texts.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(4_000);
          for (const content of texts) expect(content.trim()).not.toBe("");
        }
        const shown = rendered.flatMap(partsOf).map(({ content = "" }) => content);
        const said = sections.map(({ title, lines, quote }) => `${title}${lines.join("")}${quote.text}`);
        expect(bare(shown.join(""))).toBe(
          bare(`WeekLate\\-${said.join("")}`.replaceAll("\\", "\\\\"))
            .replace("\\-", "")
            .replace("WeekLate", "Week-Late"),
        );
        expect(rendered.filter(({ hasPicture }) => hasPicture)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it("shows its picture after the last of the parts before it, in whichever message that stands", () => {
    const long = (title: string) => ({ title, lines: ["word ".repeat(700)] });
    const sections = [long("One"), long("Two"), long("Three")];
    const rendered = render(digest({ sections, picture: picture(2) }), withFile);
    expect(rendered.map(({ hasPicture }) => hasPicture)).toEqual([false, true, false]);
    const gallery = { type: 12, items: [{ media: { url: "attachment://week.png" }, description: "Bars" }] };
    expect(inside(rendered[1])).toMatchObject([{ content: expect.stringContaining("### Two") }, gallery]);
    const [first] = render(digest({ sections: [part(1)], picture: picture(0) }), withFile);
    expect(inside(first)).toMatchObject([{ content: "Week\n-# Late" }, gallery, { type: 10 }]);
    const unfiled = render(digest({ sections, picture: picture(2) }), drawing);
    expect(JSON.stringify(unfiled)).not.toContain("attachment:");
  });

  it("is text with titles in bold where cards are not shown, and no title stands at the end without a line of its own", () => {
    const rendered = render(digest({ sections: parts, picture: picture(3) }), { ...plainly, file: "week.png" });
    expect(rendered.length).toBeGreaterThan(10);
    for (const { content, isCard } of rendered) {
      expect(isCard).toBe(false);
      expect(content.length).toBeLessThanOrEqual(2_000);
      expect(content.startsWith("word") || content.startsWith("**") || content.startsWith("Week")).toBe(true);
    }
    const ends = rendered.map(({ content }) => content.split("\n").at(-1) ?? "");
    const cutOff = ends.filter((line) => line.startsWith("**") && Number(/\d+/.exec(line)?.[0]) % 7 !== 0);
    expect(cutOff).toEqual([]);
    expect(rendered.map(({ hasPicture }) => hasPicture).indexOf(true)).toBe(rendered.length - 1);
  });

  it("has a button for each of forty products, in as many messages as that takes, and none whose id would be too long", () => {
    const products = ["x".repeat(101), ...Array.from({ length: 40 }, (_, index) => `p${index}`)];
    const actions = products.map((subject) => ({ name: "decide", subject, label: `Decide: ${subject}` }) as const);
    const rendered = render(digest({ sections: [part(1)], actions }), drawing);
    for (const piece of rendered) expect(partsOf(piece).length).toBeLessThanOrEqual(40);
    const ids = rendered.flatMap(partsOf).flatMap(({ custom_id }) => custom_id ?? []);
    expect(ids).toEqual(products.slice(1).map((id) => `decide/${id}`));
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
