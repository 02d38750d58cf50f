import { expect, it } from "vitest";
import type { Case } from "../../src/recovery/case.ts";
import { deadlineOf } from "../../src/recovery/deadline.ts";
import { actsFor } from "../../src/recovery/offered-acts.ts";
import { sampleRows } from "../database/sample-rows.ts";
import { settingsOf } from "../world.ts";

const at = (text: string) => Date.parse(`${text}+01:00`);
const { desk } = settingsOf();
const item = (more: Partial<Case> = {}): Case => ({
  ...(sampleRows().case as Case),
  ...{ state: "new", contactBy: at("2026-11-20T12:00"), contactedAt: null, contactWish: null, closedAt: null },
  ...more,
});

it.each([
  ["2026-11-20T12:30", { kind: "late", unit: "minute", count: 30 }],
  ["2026-11-20T14:10", { kind: "late", unit: "hour", count: 2 }],
  ["2026-11-22T15:00", { kind: "late", unit: "hour", count: 5 }],
  ["2026-11-23T11:00", { kind: "late", unit: "hour", count: 7 }],
  ["2026-11-23T12:00", { kind: "late", unit: "day", count: 1 }],
  ["2026-11-25T09:00", { kind: "late", unit: "day", count: 2 }],
  ["2026-11-20T08:00", { kind: "due", when: "today", at: at("2026-11-20T12:00") }],
  ["2026-11-19T23:00", { kind: "due", when: "tomorrow", at: at("2026-11-20T12:00") }],
  ["2026-11-17T12:00", { kind: "due", when: "on", at: at("2026-11-20T12:00") }],
])("a case that is due on Friday at noon stands at %s as people would say it, weekends left out", (now, wanted) => {
  expect(deadlineOf(item(), at(now), desk)).toEqual(wanted);
});

it("a case in which nobody has to be in touch has no deadline, and a closed one the day of its closing", () => {
  expect(deadlineOf(item({ state: "contacted", contactedAt: 1 }), at("2026-11-25T09:00"), desk)).toBeNull();
  expect(deadlineOf(item({ contactWish: "no" }), at("2026-11-25T09:00"), desk)).toBeNull();
  expect(deadlineOf(item({ state: "resolved", closedAt: 5 }), at("2026-11-25T09:00"), desk)).toEqual({
    kind: "closed",
    at: 5,
  });
});

it("offers nothing that would be refused or change nothing", () => {
  const lime = { address: "web:agent:lime", rated: [], isAnswerGone: false };
  const fresh = item({ ownerAddress: null, stepCount: 0 });
  expect(actsFor(fresh, lime)).toEqual(["claim", "assign", "contact", "wait", "escalate", "note", "resolve", "close"]);
  expect(actsFor(fresh, { ...lime, rated: [lime.address] })).toEqual(["assign", "escalate", "note"]);
  const owned = item({ state: "waiting", contactedAt: 1, ownerAddress: lime.address, stepCount: 2 });
  expect(actsFor(owned, lime)).toEqual(["assign", "release", "escalate", "note", "resolve", "close", "take-back"]);
  expect(actsFor(item({ state: "closed", closedAt: 1, stepCount: 1 }), { ...lime, isAnswerGone: true })).toEqual([
    "note",
  ]);
});
