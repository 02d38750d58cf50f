import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OutboundMessage } from "../../src/messages.ts";
import type { PostResult } from "../../src/ports.ts";
import { createWorld, DAY, HOUR, MINUTE, SECOND, type World } from "../world.ts";
import { pending, plant, words } from "./posts.ts";

const ARCHIVED: PostResult = { kind: "refused", reason: "is-archived", remedy: "Unarchive the channel" };
const alert: OutboundMessage = { ...words("alert"), kind: "alert" };

async function world(...posts: Parameters<typeof plant>[1]) {
  const made = createWorld({ teamLanes: ["web:s:team"] });
  const told = vi.spyOn(made.log, "info");
  await plant(made.allDesks, posts);
  /** What is told besides that a post was posted. */
  const healed = () => told.mock.calls.map(([message]) => message).filter((message) => message !== "Posted");
  return Object.assign(made, { healed });
}
const sent = ({ chat }: World) => chat.posted.map(({ post }) => post.id);
const stateOf = async ({ store }: World, id: string) => (await store.get("post", id))?.state;

beforeEach(() => void vi.restoreAllMocks());

describe("what is refused by a place that a person may open again", () => {
  it("is kept for the team, tried ever more rarely and at least every hour, and leaves in order once it is taken", async () => {
    const desk = await world(pending("a1", "web:s:team", alert), pending("a2", "web:s:team", alert));
    const triedAt: number[] = [];
    const begun = desk.now();
    desk.chat.answer = () => {
      triedAt.push(desk.now() - begun);
      return ARCHIVED;
    };
    await desk.pass(2 * DAY);
    const gaps = triedAt.slice(1).map((at, index) => at - (triedAt[index] ?? 0));
    expect(gaps.slice(0, 5)).toEqual([5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 40 * MINUTE, HOUR]);
    expect(Math.max(...gaps)).toBe(HOUR);
    expect(await desk.store.get("post", "a1")).toMatchObject({ state: "pending", error: "is-archived" });
    expect(desk.log.faults).toEqual(["Unarchive the channel"]);
    expect(desk.healed()).toEqual([]);
    desk.chat.posted.splice(0);
    desk.chat.answer = ({ post }) => ({ kind: "posted", reference: post.id });
    await desk.pass(HOUR);
    expect(sent(desk)).toEqual(["a1", "a2"]);
    expect(desk.log.faults).toHaveLength(1);
    expect(desk.healed()).toHaveLength(1);
  });

  it("is kept in the team's threads, and where the space of the channel is not told yet", async () => {
    const desk = await world(
      pending("a", "web:s:team:thread:1"),
      pending("b", "web:home:team"),
      pending("c", "web:s:other"),
    );
    desk.chat.answer = () => ARCHIVED;
    await desk.pass(HOUR);
    expect([await stateOf(desk, "a"), await stateOf(desk, "b"), await stateOf(desk, "c")]).toEqual([
      "pending",
      "pending",
      "failed",
    ]);
  });

  it("ends at once where it is for anybody else, or final", async () => {
    const desk = await world(pending("a", "web:s:customer"), pending("b", "web:s:team", alert));
    desk.chat.answer = ({ post }) => (post.id === "a" ? ARCHIVED : { kind: "refused", reason: "too-long" });
    await desk.pass(MINUTE);
    expect([await stateOf(desk, "a"), await stateOf(desk, "b")]).toEqual(["failed", "failed"]);
    expect(sent(desk)).toHaveLength(2);
  });

  it("is given up when it turns out to be final", async () => {
    const desk = await world(pending("a", "web:s:team", alert));
    desk.chat.answer = () => ARCHIVED;
    await desk.pass(HOUR);
    desk.chat.answer = () => ({ kind: "refused", reason: "gone" });
    await desk.pass(HOUR);
    expect(await stateOf(desk, "a")).toBe("failed");
  });
});

describe("what a person must mend first", () => {
  it("is kept, whoever it is for, told once however many channels wait, and once when it is over", async () => {
    const desk = await world(...["a", "b", "c", "d"].map((id) => pending(id, `web:s:${id}`)));
    desk.chat.answer = () => ({ kind: "retry", reason: "token_revoked", remedy: "Set the token anew", reach: "space" });
    await desk.pass(DAY, 5 * MINUTE);
    expect(desk.log.faults).toEqual(["Set the token anew"]);
    desk.chat.answer = ({ post }) => ({ kind: "posted", reference: post.id });
    await desk.pass(2 * HOUR);
    expect((await desk.store.list("post", { where: { state: "posted" } })).length).toBe(4);
    expect(desk.healed()).toHaveLength(1);
  });
});

describe("a post whose outcome nobody knows", () => {
  it.each([15, 30, 55])(
    "is found where the platform takes it %i s after it was sent, and is sent once",
    async (seconds) => {
      const desk = await world(pending("a", "web:s:c", { ...words("a"), kind: "question" }));
      Object.assign(desk.chat, { arrivalMs: MINUTE });
      const begun = desk.now();
      desk.chat.answer = () => ({ kind: "unknown", reason: "no answer within 10 s" });
      desk.chat.found = ({ post }) => (desk.now() >= begun + seconds * SECOND ? `late-${post.id}` : null);
      await desk.pass(10 * MINUTE, SECOND);
      expect(sent(desk)).toEqual(["a"]);
      expect(await desk.store.get("post", "a")).toMatchObject({ state: "posted", reference: "late-a" });
    },
  );

  it("is sent again once it cannot arrive any more, counted from its sending even over a new start", async () => {
    const desk = await world({ ...pending("a", "web:s:c"), state: "sending", attempts: 1, sentAt: 0 });
    Object.assign(desk.chat, { arrivalMs: MINUTE });
    await desk.settle();
    expect(sent(desk)).toEqual(["a"]);
    const again = await world({
      ...pending("b", "web:s:c"),
      state: "sending",
      attempts: 1,
      sentAt: desk.now() - 50 * SECOND,
    });
    Object.assign(again.chat, { arrivalMs: MINUTE });
    await again.settle();
    expect(sent(again)).toEqual([]);
    await again.pass(60 * SECOND, SECOND);
    expect(sent(again)).toEqual(["b"]);
  });

  it("is simply done again where it is an edit or a private word", async () => {
    const whisper = { ...words("a"), privateTo: "web:s:u" };
    const desk = await world(pending("a", "web:s:c", whisper));
    Object.assign(desk.chat, { arrivalMs: MINUTE });
    desk.chat.answer = () => ({ kind: "unknown", reason: "cut off" });
    await desk.settle();
    await desk.pass(2 * SECOND, SECOND);
    expect(sent(desk).length).toBeGreaterThan(1);
  });

  it("leaves a platform that goes on saying nothing all but alone, and goes on as before once it answers", async () => {
    const posts = Array.from({ length: 100 }, (_, index) => pending(String(index).padStart(3, "0"), `web:s:${index}`));
    const desk = await world(...posts);
    desk.chat.answer = () => ({ kind: "unknown", reason: "no answer" });
    await desk.pass(10 * MINUTE, SECOND);
    const unknown = (await desk.store.list("post", { where: { state: "sending" } })).length;
    expect(unknown).toBeLessThan(85);
    desk.chat.answer = ({ post }) => ({ kind: "posted", reference: post.id });
    await desk.pass(10 * MINUTE, SECOND);
    expect((await desk.store.list("post", { where: { state: "posted" } })).length).toBe(100);
  });
});
