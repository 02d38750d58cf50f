import { expect, it } from "vitest";
import { eventOfShadow } from "../../src/chat/shadow-commands.ts";
import { readShadow } from "../../src/shadowing/wish.ts";
import { agent } from "../world.ts";

const settings = { products: [{ id: "app", name: "Mobile app", owner: null }] } as never;

it.each([
  ["", { kind: "now" }],
  ["now", { kind: "now" }],
  ["5", { kind: "now", count: 5 }],
  ["  NOW  2 ", { kind: "now", count: 2 }],
  ["every tue 09:00 3", { kind: "every", every: "tue 09:00 3" }],
  ["every Tuesday 9:00", { kind: "every", every: "Tuesday 9:00" }],
  ["stop", { kind: "stop" }],
  ["live", { kind: "live" }],
  ["Lessons", { kind: "lessons" }],
  ["band detractor", { kind: "now", filter: { band: "detractor" } }],
  ["band Detractors 2", { kind: "now", filter: { band: "detractor" }, count: 2 }],
  ["product mobile APP band silent", { kind: "now", filter: { product: "app", band: "silent" } }],
  ["week 2026-w46 theme Delivery", { kind: "now", filter: { week: "2026-W46", theme: "delivery" } }],
  ["product", { kind: "help" }],
  ["band neutral", { kind: "help" }],
  ["week 46", { kind: "help" }],
  ["help", { kind: "help" }],
  ["every", { kind: "help" }],
  ["<!channel> band detractor", { kind: "help" }],
])("“shadow %s” is understood", (text, wish) => {
  expect(readShadow(text, settings)).toEqual(wish);
});

it("a wish happens where it is answered, and what is only looked up does not happen", () => {
  const stamp = { id: "e1", at: 1, by: agent };
  expect(eventOfShadow({ kind: "every", every: "tue 09:00 2" }, stamp, "slack:T1:U5")).toEqual({
    ...{ kind: "shift-set", ...stamp, every: "tue 09:00 2", answerIn: "slack:T1:U5" },
  });
  expect(eventOfShadow({ kind: "now" }, stamp)).toEqual({ kind: "sitting-wanted", ...stamp });
  expect(eventOfShadow({ kind: "lessons" }, stamp)).toBeNull();
});
