import { describe, expect, it } from "vitest";
import { idAt, isLater, momentOf, placeOf, readReference, referenceText } from "../../adapters/discord/address.ts";
import { readChannel } from "../../adapters/discord/channels.ts";
import {
  parseDeleted,
  parseEdited,
  parseWritten,
  unknownMessage,
  writtenMessage,
} from "../../adapters/discord/parse.ts";
import { fieldOf, parseClick, parseSubmission, readCommand } from "../../adapters/discord/parse-interaction.ts";
import { faultOfShards, parseShards } from "../../adapters/discord/shards.ts";
import { MONDAY_TEN } from "../world.ts";

const author = { address: "discord:1:7", role: "customer", name: "Customer" } as const;
const standing = { conversation: "discord:1:5:channel", author, customer: null, unreadable: "[withheld]" };

/** A message as the gateway sends it, ids faked. */
const MESSAGE = {
  type: 0,
  id: idAt(MONDAY_TEN),
  channel_id: "5",
  guild_id: "1",
  content: "Hello",
  author: { id: "7", username: "customer" },
  attachments: [],
  embeds: [],
  timestamp: "2026-11-16T09:00:00.000000+00:00",
  flags: 0,
};

describe("A message of Discord", () => {
  it("becomes an event with the message's own id and time", () => {
    expect(parseWritten(MESSAGE, standing)).toMatchObject({
      ...{ kind: "message", id: `discord:message:${MESSAGE.id}`, at: MONDAY_TEN, text: "Hello" },
    });
  });

  it("whose words are withheld says so, and one with a file does not", () => {
    expect(parseWritten({ ...MESSAGE, content: "" }, standing)).toMatchObject({
      text: "[withheld]",
      isUnreadable: true,
    });
    const attachments = [{ id: "9", filename: "a.png", content_type: "image/png" }];
    const withFile = parseWritten({ ...MESSAGE, content: "", attachments }, standing);
    expect(withFile).toMatchObject({ text: "", attachments: [{ name: "a.png", type: "image/png", id: "9" }] });
    expect(withFile?.isUnreadable).toBeUndefined();
  });

  it("counts only if somebody wrote it: no joinings, no pins, nothing ephemeral", () => {
    for (const type of [1, 6, 7, 18, 46]) expect(writtenMessage({ ...MESSAGE, type })).toBeNull();
    expect(writtenMessage({ ...MESSAGE, flags: 64 })).toBeNull();
    expect(writtenMessage({ ...MESSAGE, type: 21, referenced_message: null })).toBeNull();
    expect(writtenMessage({ ...MESSAGE, type: 19 })).not.toBeNull();
  });

  it("of a type that Discord has added since is a value, and one by which Discord tells of something is none", () => {
    expect(unknownMessage({ ...MESSAGE, type: 99 })).toMatchObject({
      kind: "unsupported",
      what: "a message of type 99",
    });
    for (const type of [0, 6, 7, 18, 19, 46]) expect(unknownMessage({ ...MESSAGE, type })).toBeNull();
  });

  it("is edited only where its words are: a new preview is no edit", () => {
    expect(parseEdited({ ...MESSAGE, edited_timestamp: null }, "c")).toBeNull();
    expect(parseEdited({ ...MESSAGE, content: "", edited_timestamp: MESSAGE.timestamp }, "c")).toBeNull();
    expect(parseEdited({ ...MESSAGE, edited_timestamp: MESSAGE.timestamp }, "c")).toMatchObject({ text: "Hello" });
  });

  it("is changed and taken back with the time at which it was written, as that may come before it", () => {
    const writtenAt = momentOf(MESSAGE.id);
    const edited = { ...MESSAGE, edited_timestamp: "2026-11-16T10:00:00.000Z" };
    expect(parseEdited(edited, "c")).toMatchObject({ writtenAt });
    expect(parseDeleted(MESSAGE.id, "c", 5)).toMatchObject({ writtenAt });
    expect(parseWritten(edited, standing)).toMatchObject({ editedAt: Date.parse(edited.edited_timestamp) });
    expect(parseWritten(MESSAGE, standing)).not.toHaveProperty("editedAt");
  });

  it.each([[null], [[]], ["x"], [{}], [{ author: 5, attachments: "no", embeds: [null], mentions: 3 }]])(
    "of any other shape does no harm: %j",
    (given) => {
      const message = { ...(given as object) };
      expect(parseWritten(message, standing)).toBeNull();
      expect(parseWritten({ ...message, id: MESSAGE.id }, standing)).toMatchObject({ kind: "message" });
      expect(readChannel(given)).toBeNull();
      const doing = { by: author, at: 1 };
      expect(parseClick(message, doing)).toMatchObject({ event: { kind: "unsupported" } });
      expect(parseSubmission(message, doing)).toBeNull();
      expect(readCommand(message)).toEqual({ words: "", options: {} });
      expect(fieldOf(message, "note")).toBe("");
    },
  );
});

describe("Names of Discord", () => {
  it("are addresses of channels and people, or nothing", () => {
    expect(placeOf("discord:1:5:channel")).toEqual({ kind: "channel", guild: "1", channel: "5" });
    expect(placeOf("discord:1:7")).toEqual({ kind: "person", guild: "1", user: "7" });
    for (const address of [
      "slack:1:7",
      "discord:1",
      "discord:1:channel",
      "discord:1:5:channel:6",
      "discord:1:5:thread",
      "discord:1:U7",
    ])
      expect(placeOf(address)).toBeNull();
  });

  it("hold the moment of their making and sort by it", () => {
    expect(momentOf(idAt(MONDAY_TEN))).toBe(MONDAY_TEN);
    expect(isLater("10", "9")).toBe(true);
    expect(isLater(null, "9")).toBe(false);
  });

  it("of a post are one or several messages in a channel", () => {
    const reference = { channel: "5", messages: ["8", "9"] };
    expect(readReference(referenceText(reference))).toEqual(reference);
    expect(readReference("ephemeral/8")).toBeNull();
  });
});

describe("DISCORD_SHARDS", () => {
  it("is auto or a part of all shards", () => {
    expect(parseShards("auto")).toBe("auto");
    expect(parseShards("2-3/16")).toEqual({ own: [2, 3], all: 16 });
    for (const wrong of ["", "3", "3-2/16", "0-16/16", "a-b/c"]) expect(parseShards(wrong)).toBeNull();
  });

  it.each([
    ["3", "auto, or this process's part such as 0-3/16"],
    ["3-2/16", "a part from the lower shard to the higher one, such as 2-3/16"],
    ["0-16/16", "a part of 16 shards, which are 0 to 15, for they are counted from 0"],
    ["0-1/99999", "a part of at most 16384 shards"],
  ])("of %s says what is wrong", (text, fault) => expect(faultOfShards(text)).toBe(fault));
});
