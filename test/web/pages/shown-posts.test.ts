import { expect, test } from "vitest";
import { shownPosts } from "../../../adapters/web/pages/shown-posts.ts";
import type { OutboundMessage } from "../../../src/messages.ts";
import { UNLEASED } from "../../../src/outbox/lease.ts";
import type { Post } from "../../../src/rows.ts";

function post(id: string, text: string, more: Partial<OutboundMessage> = {}): Post {
  const message: OutboundMessage = { kind: "notice", text, actions: [], ...more };
  const settled = {
    state: "posted",
    attempts: 1,
    sentAt: null,
    postedAt: Number(id),
    reference: id,
    error: null,
  } as const;
  const rest = { lane: "web:chat:1", surveyId: null, createdAt: 0, dueAt: 0, ...UNLEASED };
  return { id, version: 2, message, ...rest, ...settled };
}

test("a replacing post takes the place and the time of the one it replaces, however often", () => {
  const posts = [
    post("4", "third", { replaces: "3" }),
    post("2", "other"),
    post("3", "second", { replaces: "1" }),
    post("1", "first"),
  ];
  expect(shownPosts(posts, null).map(({ place, at, message }) => [place, at, message.text])).toEqual([
    ["1", 1, "third"],
    ["2", 2, "other"],
  ]);
});

test("a post that replaces what is not there stands where it came", () => {
  expect(shownPosts([post("2", "late", { replaces: "1" })], null).map(({ place }) => place)).toEqual(["2"]);
});

test("a private post is shown to its person alone", () => {
  const posts = [post("1", "for all"), post("2", "for one", { privateTo: "web:customer:1" })];
  expect(shownPosts(posts, "web:customer:1")).toHaveLength(2);
  expect(shownPosts(posts, "web:customer:2")).toHaveLength(1);
  expect(shownPosts(posts, null)).toHaveLength(1);
});
