import { describe, expect, it } from "vitest";
import { menuOptions } from "../../adapters/slack/menu.ts";
import { escaped, pieces, plainText, shortened } from "../../adapters/slack/plain-text.ts";
import { render } from "../../adapters/slack/render.ts";
import type { OutboundMessage, Section } from "../../src/messages.ts";

/** Whether no character is cut in halves. */
const isWhole = (text: string) => !/\p{Surrogate}/u.test(text);

describe("text from Slack", () => {
  it.each([
    ["&lt;b&gt; &amp;amp; &amp;lt;", "<b> &amp; &lt;"],
    ["<https://example.com>", "https://example.com"],
    ["<https://example.com|example.com>", "example.com"],
    ["<https://example.com/a|our page>", "our page (https://example.com/a)"],
    ["<mailto:a@example.com|a@example.com>", "a@example.com"],
    ["<tel:+15550100|+1 555 0100>", "+1 555 0100 (+15550100)"],
    ["<@U1> <@U1|casey> <#C1|general> <#C1|>", "@U1 @casey #general #C1"],
    ["<!here> <!channel|channel> <!subteam^S1|@team> <!subteam^S1>", "@here @channel @team @S1"],
    ["<!date^1392734382^{date}|18 February>", "18 February"],
    [":nine: and :keycap_ten: and :wave:", "9\uFE0F\u20E3 and \u{1F51F} and :wave:"],
  ])("%s is read as %s", (text, read) => {
    expect(plainText(text)).toBe(read);
  });

  it("is read back as it was written after it has been escaped", () => {
    for (const text of ["a & b < c > d", "&lt;", "<!channel>", "&amp;&amp;"])
      expect(plainText(escaped(text))).toBe(text);
  });
});

describe("long text for Slack", () => {
  it("is cut between words, and nothing is lost", () => {
    const text = Array.from({ length: 900 }, (_, index) => `word${index}`).join(" ");
    const parts = pieces(text, 1_000);
    expect(parts.every((part) => part.length <= 1_000)).toBe(true);
    expect(parts.join(" ")).toBe(text);
  });

  it("without white space is cut between characters", () => {
    const parts = pieces("\u{1FA91}".repeat(700), 999);
    expect(parts.every((part) => part.length <= 999 && isWhole(part))).toBe(true);
    expect(parts.join("")).toBe("\u{1FA91}".repeat(700));
    expect(isWhole(shortened("\u{1FA91}".repeat(30), 25))).toBe(true);
  });

  it("is one piece where it fits, and at least one where it is empty", () => {
    expect(pieces("short", 10)).toEqual(["short"]);
    expect(pieces("exactly10c", 10)).toEqual(["exactly10c"]);
    expect(pieces("", 10)).toEqual([""]);
    expect(shortened("exactly10c", 10)).toBe("exactly10c");
  });
});

describe("a drawn message", () => {
  const button = (value: string) => ({
    name: "score" as const,
    subject: "s1",
    value,
    label: value,
    description: `${value} out of 10`,
  });
  const scores = Array.from({ length: 11 }, (_, index) => button(String(index)));

  it("has all eleven scores alike in rows of five, each with a word for screen readers", () => {
    const { blocks } = render({ kind: "question", text: "How likely?", hint: "0 is not at all.", actions: scores });
    const rows = blocks.filter(({ type }) => type === "actions") as unknown as {
      elements: Record<string, unknown>[];
    }[];
    expect(rows.map(({ elements }) => elements.length)).toEqual([5, 5, 1]);
    for (const [index, element] of rows.flatMap(({ elements }) => elements).entries()) {
      expect(element).not.toHaveProperty("style");
      expect(element.accessibility_label).toBe(`${index} out of 10`);
    }
  });

  it("has what the ends of the scale mean before its first number and after its last, each said once", () => {
    const others = [{ name: "not-now" as const, subject: "s1", label: "Not now" }];
    const ends = { low: "0 = not at all likely", high: "10 = extremely likely" };
    const actions = [...scores, ...others];
    const { text, blocks } = render({
      kind: "question",
      text: "How likely?",
      hint: "Tap a number.",
      notice: "We keep it.",
      ends,
      actions,
    });
    const shown = (blocks as { type: string; elements?: { text?: unknown }[]; text?: { text: string } }[]).map(
      ({ type, elements = [], text }) => (type === "actions" ? elements.length : (text?.text ?? elements[0]?.text)),
    );
    expect(shown).toEqual(["How likely?", ends.low, 5, 5, 1, ends.high, 1, "Tap a number. We keep it."]);
    expect(text).toBe("How likely?\n0 = not at all likely · 10 = extremely likely\nTap a number. We keep it.");
  });

  it("says everything in its text, the way to answer too, however long the words quoted", () => {
    const { text } = render({
      kind: "alert",
      text: "Somebody gave 1 of 10.",
      quote: { text: "word ".repeat(5_000), by: "Somebody" },
      facts: [{ label: "Helped by", value: "A & B" }],
      hint: "Answer here.",
      actions: [],
    });
    expect(text.startsWith("Somebody gave 1 of 10.")).toBe(true);
    expect(text.endsWith("Helped by: A &amp; B\nAnswer here.")).toBe(true);
    expect(text.length).toBeLessThan(4_100);
  });
});

describe("drawn facts", () => {
  const due = Date.UTC(2026, 10, 19, 15, 5);
  const facts = [
    { label: "Score", value: "3/10" },
    { label: "Contact by", value: "Nov 19, 2026, 4:05 PM", moment: due },
    { label: "Owner", value: "agent ash", person: "slack:T1:U2" },
    { label: "Product", value: "*Mobile* <app>" },
    { label: "Outcome", value: `${"word ".repeat(60)}<end>` },
  ];
  const alert = { kind: "alert", text: "Somebody gave 3 of 10.", facts, actions: [] } as const;

  it("stand in fields, a moment on the reader's clock, what a person wrote never as markup, long ones in lines", () => {
    const [, fields, long] = render(alert).blocks;
    expect(fields).toEqual({
      type: "section",
      fields: [
        { type: "mrkdwn", text: "*Score*\n3/10", verbatim: true },
        {
          type: "mrkdwn",
          text: `*Contact by*\n<!date^${due / 1000}^{date_short_pretty} {time}|Nov 19, 2026, 4:05 PM>`,
          verbatim: true,
        },
        { type: "mrkdwn", text: "*Owner*\nagent ash", verbatim: true },
        { type: "plain_text", text: "Product\n*Mobile* <app>", emoji: true },
      ],
    });
    expect(long).toMatchObject({ type: "context", elements: [{ text: `Outcome: ${"word ".repeat(60)}<end>` }] });
    expect(render(alert).text).toContain("Contact by: Nov 19, 2026, 4:05 PM\nOwner: agent ash\n");
  });

  it("name people by their own name where that notifies nobody: in an edit", () => {
    const drawn = (isEdit: boolean) => JSON.stringify(render(alert, { links: new Map(), linkText: "", isEdit }));
    expect(drawn(false)).not.toContain("<@");
    expect(drawn(true)).toContain("*Owner*\\n<@U2>");
    expect(render(alert, { links: new Map(), linkText: "", isEdit: true }).text).not.toContain("<@");
  });

  it("are in as many sections as they need", () => {
    const many = Array.from({ length: 23 }, (_, index) => ({ label: `F${index}`, value: "x" }));
    const blocks = render({ ...alert, facts: many }).blocks as unknown as { fields?: unknown[] }[];
    expect(blocks.flatMap(({ fields }) => fields?.length ?? [])).toEqual([10, 10, 3]);
  });
});

describe("whoever a message calls", () => {
  it("is mentioned once before the words, people and groups, and nobody of another platform", () => {
    const mentions = ["slack:T1:U2", "slack:T1:S1", "slack:T1:U2", "discord:G1:R5", "web:local:x"];
    const message = { kind: "alert", text: "<!channel> is *waiting*", mentions, actions: [] } as const;
    const { text, blocks } = render(message);
    expect(text).toBe("<@U2> <!subteam^S1> &lt;!channel&gt; is *waiting*");
    expect(blocks).toEqual([
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "user", user_id: "U2" },
              { type: "text", text: " " },
              { type: "usergroup", usergroup_id: "S1" },
              { type: "text", text: " " },
              { type: "text", text: "<!channel> is *waiting*" },
            ],
          },
        ],
      },
    ]);
    const long = render({ ...message, text: "äö ".repeat(3_000) });
    expect(Buffer.byteLength(long.text)).toBeLessThanOrEqual(4_000);
    expect(long.blocks.length).toBeGreaterThan(2);
  });
});

describe("a drawn digest", () => {
  it("stands under a header, with a line between its parts", () => {
    const parts = ["One", "Two", "Three"].map((title) => ({ title, lines: [] }));
    const { blocks } = render({ kind: "digest", text: "Week of 9 to 15 November", sections: parts, actions: [] });
    const types = ["header", "rich_text", "divider", "rich_text", "divider", "rich_text"];
    expect(blocks.map(({ type }) => type)).toEqual(types);
    const long = render({ kind: "digest", text: "w".repeat(151), actions: [] });
    expect(long.blocks.map(({ type }) => type)).toEqual(["section"]);
  });

  const digest = (sections: readonly Section[]): OutboundMessage => ({
    kind: "digest",
    text: "Week of 9 to 15 November: score +20 from 25 answers",
    hint: "Posted late.",
    sections,
    actions: [{ name: "decide", subject: "app", label: "Decide: Mobile app" }],
  });
  const chair: Section = {
    title: "The chair",
    lines: ["A customer wrote:", "*not bold*"],
    quote: { text: "<!channel> late", by: null },
  };

  it("has each part under its title in bold, with its lines and the words quoted as they are", () => {
    const { blocks } = render(digest([chair]));
    expect(blocks.slice(2, -1)).toEqual([
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: "The chair", style: { bold: true } },
              { type: "text", text: "\nA customer wrote:\n*not bold*" },
            ],
          },
        ],
      },
      {
        type: "rich_text",
        elements: [{ type: "rich_text_quote", elements: [{ type: "text", text: "<!channel> late" }] }],
      },
    ]);
  });

  it("says every part in its text too", () => {
    expect(render(digest([chair, { title: "The score", lines: ["+20"] }])).text).toBe(
      "Week of 9 to 15 November: score +20 from 25 answers\nPosted late.\nThe chair\nA customer wrote:\n*not bold*\n“&lt;!channel&gt; late”\nThe score\n+20",
    );
  });

  it("has its lines whole in texts that are short enough, and never more blocks than Slack takes", () => {
    const lines = Array.from({ length: 120 }, (_, index) => `Product ${index}: ${"fine ".repeat(10)}end`);
    const drawn = JSON.stringify(render(digest([{ title: "The board", lines }])).blocks);
    for (const line of lines) expect(drawn).toContain(line);
    const texts = [...drawn.matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text ?? "");
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(3_200);
    expect(render(digest(Array(60).fill({ title: "T", lines: [] }))).blocks).toHaveLength(50);
  });

  it("is never longer than Slack takes, says where it stops, and keeps its buttons", () => {
    const long = { title: "In their words", lines: [], quote: { text: "ä😀 ".repeat(3_000), by: null } };
    const { blocks } = render(digest(Array(12).fill(long)));
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(11_000);
    expect(blocks.slice(-2).map(({ type }) => type)).toEqual(["context", "actions"]);
  });

  it("has a button of its own for each product, however it is called", () => {
    const actions = ["app", "a:b", "x".repeat(300)].map(
      (subject) => ({ name: "decide", subject, label: subject }) as const,
    );
    const ids = [...JSON.stringify(render({ ...digest([]), actions }).blocks).matchAll(/"action_id":"([^"]*)"/g)];
    expect(ids.map(([, id]) => id)).toEqual(["decide:0", "decide:1", "decide:2"]);
  });

  it("says all it has to say before it has more buttons than fit", () => {
    const many = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => ({ name: "decide", subject: `p${index}`, label: `Decide: ${index}` }) as const,
      );
    const last = { title: "How to read it", lines: ["Plainly."] };
    const drawn = render({ ...digest([chair, last]), actions: many(40) }).blocks;
    const blocks = JSON.stringify(drawn);
    expect(blocks).toContain("Plainly.");
    expect(blocks.split('"action_id"')).toHaveLength(2);
    expect(blocks.length).toBeLessThan(11_000);
    const [menu] = (drawn.at(-1) as unknown as { elements: { type: string; options: unknown[] }[] }).elements;
    expect(menu).toMatchObject({ type: "static_select", action_id: "decide:menu" });
    expect(menu?.options).toHaveLength(40);
    expect(menu?.options[39]).toEqual({
      text: { type: "plain_text", text: "Decide: 39" },
      value: JSON.stringify({ subject: "p39" }),
    });
    expect(render({ ...digest([]), actions: many(25) }).blocks.filter(({ type }) => type === "actions")).toHaveLength(
      5,
    );
  });

  it("says how many parts there was no room for", () => {
    const drawing = { links: new Map(), linkText: "", moreText: (count: number) => `and ${count} more` };
    const { blocks } = render(digest(Array(60).fill({ title: "T", lines: [] })), drawing);
    expect(JSON.stringify(blocks.at(-2))).toContain("… and 37 more");
    expect(blocks.filter(({ type }) => type === "rich_text")).toHaveLength(23);
  });

  it("has every choice of a menu, in groups where there are more than a hundred", () => {
    const choices = Array.from({ length: 230 }, (_, index) => ({ value: `p${index}`, label: `Product ${index}` }));
    const { option_groups: groups } = menuOptions(choices) as { option_groups: { options: unknown[] }[] };
    expect(groups.map(({ options }) => options.length)).toEqual([100, 100, 30]);
    expect(groups[2]).toMatchObject({ label: { text: "Product 200 – Product 229" } });
    expect(menuOptions(choices.slice(0, 100))).toHaveProperty("options");
  });

  it("has a text that can be edited, whatever signs it is made of", () => {
    const { text } = render(digest([{ ...chair, quote: { text: "<&>ä".repeat(2_000), by: null } }]));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_000);
    expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
  });

  it("leaves what goes into detail to a message of its own, and links quotes where they can be read", () => {
    const quoted = { ...chair, about: "i1" };
    const detail = { title: "More", lines: ["Closely."], isDetail: true };
    const drawing = { links: new Map([["i1", "https://acme.example/1"]]), linkText: "Read it" };
    const blocks = JSON.stringify(render(digest([quoted, detail]), drawing).blocks);
    expect(blocks).toContain('{"type":"link","url":"https://acme.example/1","text":"Read it"}');
    expect(blocks).not.toContain("Closely.");
    expect(JSON.stringify(render({ ...digest([detail]), kind: "detail" }).blocks)).toContain("Closely.");
  });
});
