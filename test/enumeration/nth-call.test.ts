import { describe, expect, it } from "vitest";
import { times } from "../runs.ts";
import { PORTS, type Port } from "./failing.ts";
import { differing, failuresOf, undisturbed } from "./nth-call.ts";
import { DETRACTOR } from "./stories.ts";

/** Every so many calls in the short form; `npm run enumerate` takes every one, of every story. */
const STRIDES: Readonly<Record<Port, number>> = { reads: 60, clock: 60, save: 6, post: 3 };

const run = await undisturbed(DETRACTOR);
const end = run.texts.at(-1) ?? "";

describe("a conversation from its opening to its closed case and the digest", () => {
  it("has calls of each port, a closed case and a digest", () => {
    const total = (port: Port) => run.calls.reduce((sum, calls) => sum + calls[port], 0);
    expect(total("save")).toBeGreaterThan(60);
    expect(total("post")).toBeGreaterThan(9);
    expect(end).toContain('"outcome":"Refunded."');
    expect(end).toContain('"message":{"kind":"digest"');
  });

  it.each(PORTS)("ends as ever, whichever call fails and however: %s", async (port) => {
    const faults: string[] = [];
    const strides = { ...STRIDES, [port]: times(STRIDES[port], 1) };
    for (const [piece, calls] of run.calls.entries())
      for (const failure of failuresOf(calls, strides, piece).filter((one) => one.port === port)) {
        const lines = await differing(run, piece, failure);
        if (lines.length > 0)
          faults.push(`piece ${piece}, ${failure.how} at call ${failure.call}: ${lines.join("\n")}`);
      }
    expect(faults).toEqual([]);
  });
});
