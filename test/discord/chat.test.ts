import { describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { UNLEASED } from "../../src/outbox/lease.ts";
import type { Store } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { chatContract } from "../contracts/chat-contract.ts";
import { discordDesk } from "./discord-desk.ts";

/** Text as Discord shows it: a backslash makes the sign after it an ordinary one. */
const shownText = (content: string) => content.replace(/\\([^0-9A-Za-z\s])/g, "$1");

async function keep(store: Store, post: Post): Promise<void> {
  await store.save(DEFAULT_DESK, { id: null, at: 1 }, [{ table: "post", row: { ...post, version: 0 } }]);
}

chatContract("Discord", async () => {
  const desk = await discordDesk();
  return {
    chat: desk.adapter.chat,
    lane: `discord:home:${desk.team.id}:channel`,
    unknownLane: "discord:home:999:channel",
    now: desk.time.now(),
    keep: (post) => keep(desk.allDesks, post),
    shown: async () =>
      desk.discord
        .user("agent")
        .sees(desk.team)
        .map(({ content }) => shownText(content)),
    loseNextAnswer: () =>
      desk.discord.faults.add({
        on: "POST /channels/{channel_id}/messages",
        when: "after-commit",
        how: { status: 502 },
      }),
  };
});

describe("Discord as a chat", () => {
  it("knows where a channel of a server can be read, and no other address", async () => {
    const { adapter } = await discordDesk();
    expect(adapter.linkTo("discord:12:34:channel")).toBe("https://discord.com/channels/12/34");
    for (const address of ["discord:12:34", "discord:home:34:channel", "slack:T1:C1:thread:2", "web:chat:1", "discord"])
      expect(adapter.linkTo(address)).toBeNull();
  });

  it("refuses what is no address of its own", async () => {
    const { adapter } = await discordDesk();
    const message = { kind: "notice", text: "One", actions: [] } as const;
    const rest = {
      state: "sending",
      attempts: 1,
      createdAt: 1,
      dueAt: 1,
      sentAt: null,
      postedAt: null,
      reference: null,
    } as const;
    for (const lane of [
      "discord",
      "discord:1",
      "discord:1:x",
      "discord:1:x:channel",
      "discord:1:thread:2",
      "slack:T1:U1",
    ])
      expect(
        await adapter.chat.post({
          post: { id: "p1", version: 1, lane, message, surveyId: null, ...rest, ...UNLEASED, error: null },
          replaces: null,
        }),
      ).toEqual({ kind: "refused", reason: `${lane} is not an address on Discord` });
  });
});
