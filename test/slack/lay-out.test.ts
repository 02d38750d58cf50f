import { describe, expect, it } from "vitest";
import { portionsBelow, type Rendered, render } from "../../adapters/slack/render.ts";
import type { Action, OutboundMessage, Section } from "../../src/messages.ts";
import { messageBlocks } from "../servers/slack/content.ts";
import { ORACLES } from "../servers/slack/fixture.ts";
import { openOracle } from "../servers/slack/oracle.ts";

const oracle = openOracle(ORACLES);
const decide = (subject: string): Action => ({ name: "decide", subject, label: "Decide" });

/** A digest whose board has products of these names, of which every other has been decided on. */
function digest(names: readonly string[], more: readonly Section[] = []): OutboundMessage {
  const told = names.map((name, index) => [
    `${name}: enhance, median 8 from ${index + 5} answers (2 gave 9–10, 3 gave 7–8, ${index} gave 6 or less) · there since October 26, 2026`,
    ...(index % 2 ? [`Decided by Lee on November 16, 2026: keep. Reason ${index} is good.`] : []),
  ]);
  const lines = told.flat();
  const beside = told.map((own, index) => ({
    ...{ first: told.slice(0, index).flat().length, count: own.length },
    action: { ...decide(`p${index}`), description: `Decide: ${names[index]}` },
  }));
  const board = names.length === 0 ? [] : [{ title: "The board", lines, beside }];
  const quote = { text: "“Late” again.\n<!channel> *wrong* `x`".repeat(40), by: null };
  return {
    kind: "digest",
    text: "Week of November 9 – 15, 2026: score +27 from 11 answers",
    sections: [
      { title: "The chair", lines: ["A customer who gave 6 or less wrote:"], quote, about: "i1" },
      { title: "The score", lines: ["+27 from 11 answers."] },
      ...board,
      { title: "Following up", lines: ["2 cases opened."] },
      { title: "Looked at more closely", lines: ["The week before: +10."], isDetail: true },
      ...more,
    ],
    actions: names.map((_, index) => decide(`p${index}`)),
  };
}

/** The digest with what goes into its thread, message by message, as Slack takes them. */
function whole(message: OutboundMessage): Rendered[] {
  const links = new Map([["i1", "https://example.com/archives/C1/p1"]]);
  const belowText = (titles: readonly string[]) => `In the thread: ${titles.join(" · ")}`;
  const drawing = { links, linkText: "Read the conversation", belowText };
  const first = render(message, { ...drawing, hasThread: true });
  const details = portionsBelow(message, drawing.linkText).map((sections) =>
    render({ kind: "detail", text: "More about the week", sections, actions: [] }, drawing),
  );
  return [first, ...details];
}

const count = (text: string, part: string) => text.split(part).length - 1;

const NAMES: readonly (readonly [string, readonly string[]])[] = [
  ["no product", []],
  ["one product", ["App"]],
  ["seven products", Array.from({ length: 7 }, (_, index) => `Product ${index}`)],
  ["forty products", Array.from({ length: 40 }, (_, index) => `Product ${index}`)],
  ["ninety products", Array.from({ length: 90 }, (_, index) => `Product ${index}`)],
  ["names as long as they may be", Array.from({ length: 25 }, (_, index) => `${index} ${"long name ".repeat(19)}`)],
  ["one name longer than a text", [`a${"x".repeat(7_000)}b`]],
  ["hostile names", Array.from({ length: 30 }, (_, index) => `<!channel> *${index}* "\\" \n&lt; <@U1> 🎉`)],
];

describe("a digest on Slack", () => {
  it.each(NAMES)(
    "says everything once, within Slack's limits, and has each button beside its product: %s",
    (_, names) => {
      const shown = whole(digest(names));
      for (const { blocks, text } of shown) {
        expect(() => messageBlocks(blocks, oracle)).not.toThrow();
        expect(blocks.length).toBeLessThanOrEqual(50);
        expect(text.length).toBeLessThanOrEqual(4_000);
      }
      const all = JSON.stringify(shown.map(({ blocks }) => blocks));
      for (const words of ["The chair", "+27 from 11 answers.", "2 cases opened.", "The week before: +10."])
        expect([words, count(all, JSON.stringify(words).slice(1, -1)) >= 1]).toEqual([words, true]);
      const sections = shown.flatMap(({ blocks }) => blocks).filter(({ accessory }) => accessory);
      expect(sections).toHaveLength(names.length);
      for (const [index, section] of sections.entries()) {
        expect(JSON.stringify(section.accessory)).toContain(`p${index}\\"`);
        const start = (names[index] ?? "").slice(0, 100);
        expect(JSON.stringify(section.text)).toContain(JSON.stringify(start).slice(1, -1));
      }
      expect(count(all, "is good.")).toBe(Math.floor(names.length / 2));
      expect(count(all, "… ")).toBe(0);
    },
  );

  it("keeps the other parts in the channel where the board is too large, and says where it is", () => {
    const [first, ...details] = whole(digest(NAMES[3]?.[1] ?? []));
    const words = JSON.stringify(first?.blocks);
    expect(words).toContain("2 cases opened.");
    expect(words).not.toContain("Product 0");
    expect(words).toContain("In the thread: The board");
    expect(JSON.stringify(details[0]?.blocks)).toContain("Product 0: enhance");
    expect(JSON.stringify(details.at(-1)?.blocks)).toContain("The week before: +10.");
  });

  it("leaves a thread of as many messages as its quotes need", () => {
    const voices = Array.from({ length: 30 }, (_, index) => ({
      ...{ title: `Voice ${index}`, lines: [], isDetail: true, about: `i${index}` },
      quote: { text: `${index} ${"a word ".repeat(250)}end${index}.`, by: null },
    }));
    const shown = whole(digest(["App"], voices));
    const all = JSON.stringify(shown.map(({ blocks }) => blocks));
    for (const index of voices.keys()) expect(count(all, `end${index}.`)).toBe(1);
    expect(shown.length).toBeGreaterThan(5);
  });
});
