import { describe, expect, it } from "vitest";
import type { OutboundMessage } from "../../src/messages.ts";
import { UNLEASED } from "../../src/outbox/lease.ts";
import type { Chat, Outgoing } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { HOUR } from "../world.ts";

/** A chat platform under test. */
export interface OpenChat {
  readonly chat: Chat;
  /** Address where posts arrive. */
  readonly lane: string;
  /** Address of the platform's kind where nobody and nothing is. */
  readonly unknownLane: string;
  /** The platform's own time, milliseconds since 1970. */
  readonly now: number;
  /** Keeps a post as the dispatcher would once the platform has taken it. */
  keep(post: Post): Promise<void>;
  /** The texts as people see them in the lane, oldest first. */
  shown(): Promise<string[]>;
  /** Has the platform take the next post, yet answer as if nobody knew; absent where that cannot happen. */
  loseNextAnswer?(): void;
}

const HOSTILE = [
  "<b>bold</b> <img src=x onerror=alert(1)> & &amp; \"quoted\" 'single'",
  "<!channel> <@U1> @everyone @here <#C1> </script>",
  "*stars* _lines_ ~waves~ `ticks` ||bars|| [link](https://example.invalid) > quote",
  "\u202Eright to left\u202C, an emoji 🪑 and a\nsecond line",
];

const words = (text: string): OutboundMessage => ({ kind: "notice", text, actions: [] });

function outgoing(id: string, lane: string, message: OutboundMessage, replaces: string | null = null): Outgoing {
  const settled = {
    state: "sending",
    attempts: 1,
    createdAt: 1,
    dueAt: 1,
    sentAt: null,
    postedAt: null,
    reference: null,
  } as const;
  return { post: { id, version: 1, lane, message, surveyId: null, ...settled, ...UNLEASED, error: null }, replaces };
}

async function post(open: OpenChat, sent: Outgoing): Promise<string> {
  const result = await open.chat.post(sent);
  if (result.kind !== "posted") throw new Error(`The post was not taken: ${result.reason}`);
  await open.keep({ ...sent.post, state: "posted", postedAt: 1, reference: result.reference });
  return result.reference;
}

/** What every chat platform must do; `open` gives a fresh one for each test. */
export function chatContract(name: string, open: () => Promise<OpenChat>): void {
  describe(`${name} as a chat`, () => {
    it("names the platform that its addresses begin with", async () => {
      const { chat, lane } = await open();
      expect(lane.startsWith(`${chat.platform}:`)).toBe(true);
      expect(chat.paceMs).toBeGreaterThanOrEqual(0);
    });

    it("gives each post a reference of its own and shows them in order", async () => {
      const opened = await open();
      const first = await post(opened, outgoing("p1", opened.lane, words("One")));
      const second = await post(opened, outgoing("p2", opened.lane, words("Two")));
      expect(first).not.toBe("");
      expect(second).not.toBe(first);
      expect(await opened.shown()).toEqual(["One", "Two"]);
    });

    it("puts a replacing post in the place of the other", async () => {
      const opened = await open();
      const reference = await post(opened, outgoing("p1", opened.lane, words("Question")));
      await post(opened, outgoing("p2", opened.lane, words("Later words")));
      await post(opened, outgoing("p3", opened.lane, { ...words("Closed"), replaces: "p1" }, reference));
      expect(await opened.shown()).toEqual(["Closed", "Later words"]);
    });

    it.each(HOSTILE)("shows hostile text as it was written: %s", async (text) => {
      const opened = await open();
      await post(opened, outgoing("p1", opened.lane, words(text)));
      expect(await opened.shown()).toEqual([text]);
    });

    it("finds a post that stands, so that nothing is said twice", async () => {
      const opened = await open();
      const sent = outgoing("p1", opened.lane, words("One"));
      opened.loseNextAnswer?.();
      const result = await opened.chat.post(sent);
      expect(result.kind).toBe(opened.loseNextAnswer ? "unknown" : "posted");
      expect(await opened.chat.find(sent)).toEqual(expect.any(String));
    });

    it("finds one that was made while our clock was ahead by hours", async () => {
      const opened = await open();
      const sent = outgoing("p1", opened.lane, words("One"));
      const ahead = { ...sent, post: { ...sent.post, createdAt: opened.now + 14 * HOUR } };
      await opened.chat.post(ahead);
      expect(await opened.chat.find(ahead)).toEqual(expect.any(String));
    });

    it("sends and changes nothing that may not leave any more, as another has taken it up meanwhile", async () => {
      const opened = await open();
      const reference = await post(opened, outgoing("p1", opened.lane, words("Question")));
      const edit = outgoing("p3", opened.lane, { ...words("Closed"), replaces: "p1" }, reference);
      for (const sent of [outgoing("p2", opened.lane, words("Late words")), edit])
        await opened.chat.post({ ...sent, mayLeave: () => false }).catch(() => {});
      expect(await opened.shown()).toEqual(["Question"]);
    });

    it("refuses a lane that is not there with a reason, and does not throw", async () => {
      const { chat, unknownLane } = await open();
      const result = await chat.post(outgoing("p1", unknownLane, words("One")));
      expect(result).toMatchObject({ kind: "refused", reason: expect.stringMatching(/\w/) });
    });
  });
}
