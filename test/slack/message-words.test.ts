import { describe, expect, it } from "vitest";
import { filesOf, shownWords } from "../../adapters/slack/message-words.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const rich = (...elements: unknown[]) => ({ type: "rich_text", elements });
const line = (...elements: unknown[]) => ({ type: "rich_text_section", elements });
const text = (words: string) => ({ type: "text", text: words });

/** An app's message of these blocks. */
const card = (...blocks: unknown[]) => ({ bot_id: "B1", text: "You have a new message", blocks });

describe("the words of an app's blocks", () => {
  it.each<[string, unknown, string]>([
    ["a header", { type: "header", text: plain("New request") }, "New request"],
    ["a section", { type: "section", text: { type: "mrkdwn", text: "*Plan*: &lt;gold&gt;" } }, "*Plan*: <gold>"],
    ["fields", { type: "section", fields: [plain("Seats"), plain("12")] }, "Seats\n12"],
    [
      "a context",
      { type: "context", elements: [{ type: "image", alt_text: "logo" }, plain("by mail")] },
      "logo by mail",
    ],
    ["markdown", { type: "markdown", text: "**It** burns" }, "**It** burns"],
    ["an image", { type: "image", title: plain("Error 5"), alt_text: "a red box" }, "Error 5\na red box"],
    ["a video", { type: "video", title: plain("How it fails"), alt_text: "x", title_url: "https://x" }, "How it fails"],
    [
      "a table",
      {
        type: "table",
        rows: [
          [{ type: "raw_text", text: "Order" }, rich(line(text("4711")))],
          [
            { type: "raw_text", text: "State" },
            { type: "raw_text", text: "lost" },
          ],
        ],
      },
      "Order | 4711\nState | lost",
    ],
    [
      "rich text",
      rich(
        line(text("Ask "), { type: "user", user_id: "U1" }, text(" about "), {
          type: "link",
          url: "https://a.example",
        }),
        { type: "rich_text_list", elements: [line(text("one")), line({ type: "emoji", name: "nine" })] },
        { type: "rich_text_quote", elements: [text("a < b")] },
      ),
      "Ask @U1 about https://a.example\n- one\n- 9\uFE0F\u20E3\na < b",
    ],
    [
      "a kind that Slack has added since",
      { type: "hologram", style: "loud", body: { heading: { text: "It burns" }, parts: [{ title: "Now" }] } },
      "It burns\nNow",
    ],
  ])("are those of %s", (_, block, words) => {
    expect(shownWords(card(block))).toBe(words);
  });

  it("are not what can be pressed, and an app's text stands in where blocks have none", () => {
    const pressed = { type: "button", action_id: "a", text: plain("Close ticket") };
    expect(shownWords(card({ type: "section", text: plain("Hi"), accessory: pressed }))).toBe("Hi");
    expect(shownWords(card({ type: "actions", elements: [pressed] }, { type: "divider" }))).toBe(
      "You have a new message",
    );
    expect(shownWords(card({ type: "dock", items: [pressed] }))).toBe("You have a new message");
  });

  it("end where nobody would look any deeper", () => {
    let block: unknown = { title: "deep" };
    for (let depth = 0; depth < 5_000; depth += 1) block = { inside: block };
    expect(shownWords(card(block, { type: "header", text: plain("Top") }))).toBe("Top");
  });
});

describe("the words of attachments", () => {
  it("are those of a card in reading order, and its fallback only where it shows nothing else", () => {
    const shown = {
      fallback: "Ticket 12",
      pretext: "A new ticket",
      title: "Printer &amp; scanner",
      title_link: "https://tickets.example/12",
      text: "It is on fire.",
      fields: [{ title: "Floor", value: "3", short: true }, { value: "urgent" }],
      footer: "sent by form",
    };
    const words = "A new ticket\nPrinter & scanner\nIt is on fire.\nFloor: 3\nurgent\nsent by form";
    expect(shownWords({ bot_id: "B1", text: "", attachments: [shown] })).toBe(words);
    expect(shownWords({ bot_id: "B1", text: "", attachments: [{ fallback: "Ticket 12" }] })).toBe("Ticket 12");
  });

  it("are what was forwarded, after who said it, with its files; previews of addresses are nobody's words", () => {
    const forwarded = {
      is_msg_unfurl: true,
      is_share: true,
      from_url: "https://acme.slack.com/archives/C5/p1",
      author_name: "casey",
      text: "The export is empty.",
      fallback: "[November 16th] casey: The export is empty.",
      footer: "Posted in #sales",
      files: [{ name: "export.csv", mimetype: "text/csv" }],
    };
    const preview = { from_url: "https://acme.example", title: "Acme", text: "Buy now", service_name: "Acme" };
    const app = {
      app_unfurl_url: "https://acme.example",
      is_app_unfurl: true,
      blocks: [{ type: "header", text: plain("x") }],
    };
    const message = { text: "See", attachments: [forwarded, preview, app] };
    expect(shownWords(message)).toBe("See\ncasey: The export is empty.");
    expect(filesOf(message)).toEqual([{ name: "export.csv", type: "text/csv" }]);
    const inBlocks = [{ message: { blocks: [rich(line(text("Only here")))] } }];
    expect(shownWords({ attachments: [{ is_msg_unfurl: true, author_name: "casey", message_blocks: inBlocks }] })).toBe(
      "casey: Only here",
    );
  });
});

describe("the words of a person", () => {
  it("are their text once, though Slack sends it as rich text as well", () => {
    expect(shownWords({ text: "*It* burns", blocks: [rich(line(text("It burns")))] })).toBe("*It* burns");
    expect(shownWords({ text: "", blocks: [rich(line(text("It burns")))] })).toBe("It burns");
  });
});
