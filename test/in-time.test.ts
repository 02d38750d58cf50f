import { expect, it } from "vitest";
import { inTime } from "../src/in-time.ts";

it("waits so long and no longer", async () => {
  await expect(inTime(new Promise(() => {}), 5)).rejects.toThrow("no answer within 5 ms");
  expect(await inTime(Promise.resolve("in time"), 5)).toBe("in time");
  await expect(inTime(Promise.reject(new Error("its own")), 5)).rejects.toThrow("its own");
});
