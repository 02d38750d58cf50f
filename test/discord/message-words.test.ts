import { describe, expect, it } from "vitest";
import { attachmentsOf, isBlank, mentionedIn, textOf } from "../../adapters/discord/message-words.ts";

const person = { id: "7", username: "anna" };
const bot = { id: "8", username: "forms", bot: true };

describe("The words of a message", () => {
  it("are those of a forwarded message, with its files and the names in it", () => {
    const snapshot = {
      ...{ content: "The export of <@9> fails", mentions: [{ id: "9", username: "ben" }], sticker_items: [] },
      ...{ embeds: [], attachments: [{ id: "5", filename: "log.txt", content_type: "text/plain" }] },
    };
    const message = { content: "", author: person, embeds: [], message_snapshots: [{ message: snapshot }] };
    expect(textOf(message)).toBe("The export of @ben fails");
    expect(attachmentsOf(message)).toEqual([{ name: "log.txt", type: "text/plain", id: "5" }]);
    expect(textOf({ ...message, content: "See here" })).toBe("See here\nThe export of @ben fails");
    const card = { content: "", embeds: [{ type: "rich", description: "Order 7" }] };
    expect(textOf({ ...message, message_snapshots: [{ message: card }] })).toBe("Order 7");
    expect(isBlank(message)).toBe(false);
  });

  it("stand in every part of a bot's card", () => {
    const embeds = [
      {
        type: "rich",
        author: { name: "Contact form" },
        title: "New request",
        description: "From <@7>",
        fields: [
          { name: "Order", value: "4711" },
          { name: "What happened?", value: "It never came." },
        ],
        footer: { text: "Sent from the shop" },
      },
      { type: "article", title: "A preview" },
    ];
    const message = { content: "", author: bot, embeds, mentions: [{ id: "7", username: "anna" }] };
    expect(textOf(message)).toBe(
      "Contact form\nNew request\nFrom @anna\nOrder: 4711\nWhat happened?: It never came.\nSent from the shop",
    );
    expect(mentionedIn(message)).toEqual(["7"]);
    expect(textOf({ ...message, author: person })).toBe("");
  });

  it("stand in containers, sections and text displays, whoever made them", () => {
    const section = {
      ...{ type: 9, components: [{ type: 10, content: "**Ticket** of <@7>" }] },
      accessory: { type: 2, style: 2, label: "Close", custom_id: "close" },
    };
    const container = { type: 17, components: [{ type: 10, content: "Welcome" }, section, { type: 14 }] };
    const file = { type: 13, file: { url: "attachment://plan.pdf" }, name: "plan.pdf" };
    const message = { content: "", author: bot, embeds: [], components: [container, file] };
    expect(textOf(message)).toBe("Welcome\n**Ticket** of @7");
    expect(mentionedIn(message)).toEqual(["7"]);
    expect(attachmentsOf(message)).toMatchObject([{ name: "plan.pdf" }]);
  });

  it("are a poll's question and answers, and a sticker or a voice message has its name", () => {
    const answers = [
      { answer_id: 1, poll_media: { text: "Monday" } },
      { answer_id: 2, poll_media: {} },
    ];
    expect(textOf({ content: "", author: person, poll: { question: { text: "When?" }, answers } })).toBe(
      "When?\n- Monday",
    );
    const voice = [{ id: "1", filename: "voice-message.ogg", content_type: "audio/ogg" }];
    expect(attachmentsOf({ attachments: voice, sticker_items: [{ id: "2", name: "Wave" }] })).toEqual([
      { name: "voice-message.ogg", type: "audio/ogg", id: "1" },
      { name: "Wave", type: "sticker", id: "2" },
    ]);
  });

  it("are none in what is no message, however deep it is", () => {
    const deep = Array.from({ length: 5_000 }).reduce<object>((inner) => ({ type: 17, components: [inner] }), {});
    for (const message of [
      {},
      { embeds: 5, components: "x", poll: [], message_snapshots: [null] },
      { components: [deep] },
    ])
      expect([textOf(message), attachmentsOf(message)]).toEqual(["", []]);
  });
});
