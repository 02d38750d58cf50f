import { expect, it } from "vitest";
import { createRateLimiter } from "./rate-limiter.ts";
import { createHandTime, createRealTime } from "./time.ts";

it("runs what falls due in order, what that sets up included, and nothing that was called off", async () => {
  const time = createHandTime(0);
  const ran: string[] = [];
  time.after(20, () => ran.push(`second at ${time.now()}`));
  time.after(10, () => {
    ran.push(`first at ${time.now()}`);
    time.after(5, () => ran.push(`between at ${time.now()}`));
  });
  time.after(15, () => ran.push("called off"))();
  time.after(Infinity, () => ran.push("never"));
  await time.advance(100);
  expect(ran).toEqual(["first at 10", "between at 15", "second at 20"]);
  expect(time.now()).toBe(100);
});

it("keeps real time too", async () => {
  const time = createRealTime();
  time.after(1, () => expect.unreachable("it was called off"))();
  await new Promise<void>((resolve) => {
    const keep = setTimeout(() => {}, 1000);
    time.after(5, () => {
      clearTimeout(keep);
      resolve();
    });
  });
});

it("takes from all buckets or from none, and says how many seconds are missing", async () => {
  const time = createHandTime(0);
  const limiter = createRateLimiter(time);
  const both = [
    ["wide", { perMinute: 60, burst: 3 }],
    ["narrow", { perMinute: 6, burst: 1 }],
  ] as const;
  expect(limiter.take(both)).toBeUndefined();
  expect(limiter.take(both)).toBe(10);
  expect(limiter.take([both[0]])).toBeUndefined();
  expect(limiter.take([both[0]])).toBeUndefined();
  expect(limiter.take([both[0]])).toBe(1);
  await time.advance(10_000);
  expect(limiter.take(both)).toBeUndefined();
});
