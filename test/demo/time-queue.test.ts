import fc from "fast-check";
import { expect, test } from "vitest";
import { createTimeQueue } from "../../adapters/demo/time-queue.ts";

test("gives the earliest first, and of the same moment the one put in first", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
      const moments = createTimeQueue<number>();
      for (const [order, at] of times.entries()) moments.put(at, order);
      const taken = times.map(() => moments.take(Number.POSITIVE_INFINITY));
      const expected = times.map((at, item) => ({ at, item })).sort((one, other) => one.at - other.at);
      expect(taken.map((moment) => ({ at: moment?.at, item: moment?.item }))).toEqual(expected);
      expect(moments.take(Number.POSITIVE_INFINITY)).toBeUndefined();
    }),
  );
});

test("keeps what lies after the given moment", () => {
  const moments = createTimeQueue<string>();
  moments.put(20, "later");
  expect(moments.take(19)).toBeUndefined();
  expect(moments.take(20)?.item).toBe("later");
});
