import { describe, expect, it } from "vitest";
import { idAt, isLater, momentOf, placeOf, readReference, referenceText } from "../../adapters/discord/address.ts";
import { readChannel } from "../../adapters/discord/channels.ts";
import { isClosed, turnOf } from "../../adapters/discord/closed-channels.ts";
import { parseEdited, parseWritten, writtenMessage } from "../../adapters/discord/parse.ts";
import { fieldOf, parseClick, parseSubmission, readCommand } from "../../adapters/discord/parse-interaction.ts";
import { parseShards } from "../../adapters/discord/shards.ts";
import { MONDAY_TEN } from "../world.ts";

const author = { address: "discord:1:7", role: "customer", name: "Customer" } as const;
const standing = { conversation: "discord:1:5:channel", author, customer: null, unreadable: "[withheld]" };
const SETTINGS = { supportChannels: ["2"], ticketCategories: ["3"], autoArchiveResolves: false };

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

  it("is edited only where its words are: a new preview is no edit", () => {
    expect(parseEdited({ ...MESSAGE, edited_timestamp: null }, "c")).toBeNull();
    expect(parseEdited({ ...MESSAGE, content: "", edited_timestamp: MESSAGE.timestamp }, "c")).toBeNull();
    expect(parseEdited({ ...MESSAGE, edited_timestamp: MESSAGE.timestamp }, "c")).toMatchObject({ text: "Hello" });
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

describe("A channel of Discord", () => {
  const ticket = (more: object) =>
    readChannel({ id: "5", guild_id: "1", type: 0, name: "ticket-1", parent_id: "3", ...more }) as never;

  it.each([
    [{}, false],
    [{ name: "closed-1" }, true],
    [{ name: "Closed" }, true],
    [{ name: "closedown-1" }, false],
    [{ parent_id: "4" }, true],
    [{ permission_overwrites: [{ id: "7", type: 1, allow: "0", deny: "1024" }] }, true],
    [{ permission_overwrites: [{ id: "7", type: 1, allow: "1024", deny: "0" }] }, false],
  ])("%j is closed: %s", (more, closed) => expect(isClosed(ticket(more), SETTINGS, "7")).toBe(closed));

  it("is closed when its opener was let in and no longer is", () => {
    const before = ticket({ permission_overwrites: [{ id: "7", type: 1, allow: "1024", deny: "0" }] });
    expect(turnOf(before, ticket({}), SETTINGS, "7")).toBe("closed");
    expect(turnOf(ticket({}), ticket({ name: "ticket-2" }), SETTINGS, "7")).toBeNull();
  });

  const thread = (archived: boolean, archivedAfterMs: number, locked = false) =>
    readChannel({
      ...{ id: idAt(MONDAY_TEN), guild_id: "1", parent_id: "2", name: "t", last_message_id: idAt(MONDAY_TEN) },
      thread_metadata: {
        ...{ archived, locked, auto_archive_duration: 60 },
        archive_timestamp: new Date(MONDAY_TEN + archivedAfterMs).toISOString(),
        create_timestamp: new Date(MONDAY_TEN).toISOString(),
      },
    }) as never;

  it("that was archived after its idle time was archived by Discord, unless it is locked", () => {
    expect(isClosed(thread(true, 60 * 60_000), SETTINGS, null)).toBe(false);
    expect(isClosed(thread(true, 60 * 60_000), { ...SETTINGS, autoArchiveResolves: true }, null)).toBe(true);
    expect(isClosed(thread(true, 60 * 60_000, true), SETTINGS, null)).toBe(true);
    expect(isClosed(thread(true, 30 * 60_000), SETTINGS, null)).toBe(true);
    expect(isClosed(thread(false, 0), SETTINGS, null)).toBe(false);
  });

  it("tells of a turn only where there is one; one whose earlier state nobody knows has turned", () => {
    expect(turnOf(thread(false, 0), thread(true, 1_000), SETTINGS, null)).toBe("closed");
    expect(turnOf(thread(true, 0), thread(false, 1_000), SETTINGS, null)).toBe("opened");
    expect(turnOf(thread(true, 0), thread(true, 0, true), SETTINGS, null)).toBeNull();
    expect(turnOf(null, thread(true, 0), SETTINGS, null)).toBe("closed");
  });
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
});
