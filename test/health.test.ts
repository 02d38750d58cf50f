import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createHealth, shortly } from "../adapters/health.ts";
import { readinessOf } from "../adapters/readiness.ts";
import { watchTeamPosts } from "../adapters/watch-team-posts.ts";
import type { Bot } from "../src/bot.ts";
import type { Change } from "../src/outcome.ts";
import type { Post } from "../src/rows.ts";
import { DESK, sampleRows } from "./database/sample-rows.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function listened() {
  const lines: string[] = [];
  const log = {
    info: (line: string) => void lines.push(line),
    warn: () => {},
    fault: (line: string) => void lines.push(line),
  };
  return { lines, health: createHealth("Slack", log) };
}

it("has one line when something breaks and one when it heals, however often it is said", () => {
  const { lines, health } = listened();
  health.healed("token");
  health.broken("token", "The token is refused.");
  health.broken("token", "The token is refused still.");
  expect([lines, health.why]).toEqual([["The token is refused."], "The token is refused still."]);
  health.healed("token");
  health.healed("token");
  expect([lines, health.why]).toEqual([["The token is refused.", "Slack works again"], null]);
});

it("says nothing of what passes in time, and tells what lasts once", () => {
  const { lines, health } = listened();
  health.lost("connection", "Cut.", 1_000);
  vi.advanceTimersByTime(900);
  expect(health.why).toBeNull();
  health.healed("connection");
  vi.advanceTimersByTime(5_000);
  expect(lines).toEqual([]);
  health.lost("connection", "Cut.", 1_000);
  vi.advanceTimersByTime(900);
  health.lost("connection", "Cut again.", 1_000);
  vi.advanceTimersByTime(200);
  expect([lines, health.why]).toEqual([["Cut again."], "Cut again."]);
  health.lost("connection", "And again.", 1_000);
  vi.advanceTimersByTime(5_000);
  expect(lines).toHaveLength(1);
  health.healed("connection");
  expect(lines).toEqual(["Cut again.", "Slack works again"]);
});

it("is ready where every part is, and says of the others why not", () => {
  expect(readinessOf({ database: { why: null }, slack: { why: null } })).toEqual({
    ...{ ok: true, checks: { database: true, slack: true } },
  });
  expect(readinessOf({ database: { why: null }, slack: { why: "Gone." } })).toEqual({
    ...{ ok: false, checks: { database: true, slack: false }, why: { slack: "Gone." } },
  });
});

it("tells where the team's own posts do not arrive, until one does", () => {
  const { health } = listened();
  let tell: (changes: readonly Change[], desk: string) => void = () => {};
  const bot: Pick<Bot, "onSaved"> = {
    onSaved: (listener) => {
      tell = listener;
      return () => {};
    },
  };
  watchTeamPosts(bot, new Map([["slack", health]]), () => ["slack:T1:C9"]);
  const saved = (lane: string, state: Post["state"], error: string | null, replaces = {}) =>
    tell(
      [
        {
          table: "post",
          row: {
            ...sampleRows().post,
            lane,
            state,
            error,
            message: { kind: "alert", text: "", actions: [], ...replaces },
          },
        },
      ],
      DESK,
    );
  saved("slack:T1:C1:1", "failed", "is-archived");
  saved("slack:T1:C9", "pending", "ratelimited");
  saved("slack:T1:C9", "failed", "message-gone", { replaces: "1" });
  expect(health.why).toBeNull();
  saved("slack:T1:C9", "pending", "is_archived");
  expect(health.why).toBe("Nothing can be posted in the team's channel slack:T1:C9: is_archived.");
  saved("slack:T1:C9", "posted", null);
  expect(health.why).toBeNull();
  saved("slack:T1:C9", "failed", "channel_not_found");
  expect(health.why).toContain("channel_not_found");
});

it("says shortly what went wrong", () => {
  expect(shortly(new TypeError("fetch failed"))).toBe("fetch failed");
  expect(shortly("Error: TypeError: fetch\n  failed")).toBe("fetch failed");
});
