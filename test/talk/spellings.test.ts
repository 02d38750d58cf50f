import { expect, test } from "vitest";
import { isSlip, mended } from "../../src/talk/spellings.ts";

test.each([
  ["invioce", "invoice"],
  ["thnaks", "thanks"],
  ["waitng", "waiting"],
  ["brokenn", "broken"],
  ["house", "house"],
])("%s is mended to %s", (written, meant) => {
  expect(mended(written)).toBe(meant);
});

test("a slip is one letter, and never the first", () => {
  expect(isSlip("hanks", "thanks")).toBe(false);
  expect(isSlip("thxnks", "thanks")).toBe(true);
  expect(isSlip("thxxks", "thanks")).toBe(false);
});
