import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { whileRenewing } from "../../src/outbox/under-way.ts";

it("renews while the work is under way and never after", async () => {
  let renewals = 0;
  const renew = async () => {
    renewals += 1;
  };
  const work = async () => {
    await expect.poll(() => renewals, { interval: 1 }).toBeGreaterThan(2);
    return "done";
  };
  expect(await whileRenewing(work, renew, 1)).toBe("done");
  const known = renewals;
  await pause(20);
  expect(renewals).toBe(known);
});

it("makes one renewal at a time, and has the work end after it", async () => {
  let [under, most, ended] = [0, 0, 0];
  const renew = async () => {
    under += 1;
    most = Math.max(most, under);
    await pause(10);
    under -= 1;
    ended += 1;
  };
  const work = () => expect.poll(() => under, { interval: 1 }).toBe(1);
  await whileRenewing(() => Promise.resolve(work()), renew, 1);
  expect([under, most, ended]).toEqual([0, 1, 1]);
});

it("goes on although a renewal fails, and gives the work's own error", async () => {
  let renewals = 0;
  const renew = () => {
    renewals += 1;
    return Promise.reject(new Error("the disk is full"));
  };
  const work = async () => {
    await expect.poll(() => renewals, { interval: 1 }).toBeGreaterThan(1);
    throw new Error("its own");
  };
  await expect(whileRenewing(work, renew, 1)).rejects.toThrow("its own");
});
