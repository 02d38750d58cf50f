import { describe, expect, it } from "vitest";
import { createIds } from "../adapters/ids.ts";

describe("Ids", () => {
  it("are each greater than the one before, however fast they are made", () => {
    const { next } = createIds();
    const made = Array.from({ length: 20_000 }, next);
    expect(made.every((id, index) => index === 0 || id > (made[index - 1] ?? ""))).toBe(true);
  });

  it("are UUIDs of version 7, which begin with the time", () => {
    const before = Date.now();
    const id = createIds().next();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const time = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before - 1_000);
    expect(time).toBeLessThanOrEqual(Date.now() + 1_000);
  });
});

describe("Secrets", () => {
  it("have 128 bits or more, fit into an address and never come twice", () => {
    const { secret } = createIds();
    const made = Array.from({ length: 1_000 }, secret);
    expect(new Set(made).size).toBe(1_000);
    for (const word of made) expect(word).toMatch(/^[A-Za-z0-9_-]{22,}$/);
  });
});
