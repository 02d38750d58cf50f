import { describe, expect, it } from "vitest";
import { times } from "../runs.ts";
import { timeless } from "./canonical.ts";
import { type Failure, failing, PORTS, type Port, type When } from "./failing.ts";
import { type Ground, start } from "./ground.ts";
import { beforeAll, play, STEPS } from "./script.ts";

/** The undisturbed run: how it stood before each step and at the end, and how often each port was called in each. */
interface Undisturbed {
  readonly grounds: readonly Ground[];
  readonly texts: readonly string[];
  readonly calls: readonly Record<Port, number>[];
}

/** Each step on a program that has just been started, for a start changes nothing. */
async function undisturbed(): Promise<Undisturbed> {
  const grounds = [await beforeAll()];
  const calls: Record<Port, number>[] = [];
  for (const number of STEPS.keys()) {
    const counted = failing(null);
    const program = start(grounds.at(-1) as Ground, counted);
    await play(program, number);
    grounds.push(program.ground());
    calls.push({ ...counted.calls });
  }
  return { grounds, calls, texts: await Promise.all(grounds.map(timeless)) };
}

/** Goes on from the step in which the call fails until all is as in the undisturbed run, or to the end; gives what is otherwise there. */
async function differing({ grounds, texts }: Undisturbed, step: number, failure: Failure): Promise<string[]> {
  const program = start(grounds[step] as Ground, failing(failure));
  let lines: string[] = [];
  for (let number = step; number < STEPS.length; number += 1) {
    await play(program, number);
    const [text, expected] = [await timeless(program.ground()), texts[number + 1] ?? ""];
    if (text === expected) return [];
    const known = new Set(expected.split("\n"));
    lines = text.split("\n").filter((line) => !known.has(line));
    if (lines.length === 0) lines = ["something is missing"];
  }
  return lines;
}

/** The ports of which a call may be cut off after it has done what it is to do. */
const DOES: readonly Port[] = ["save", "post"];
/** Of what changes nothing, every so many calls in the short form. */
const STRIDES: Readonly<Record<Port, number>> = { reads: 50, clock: 50, save: 3, post: 1 };

function failuresOf(port: Port, calls: number, offset: number): Failure[] {
  const stride = times(STRIDES[port], 1);
  const whens: When[] = DOES.includes(port) ? ["before", "after"] : ["before"];
  const numbers = Array.from({ length: calls }, (_, call) => call).filter((call) => (call + offset) % stride === 0);
  return numbers.flatMap((call) => whens.map((when) => ({ port, call, when })));
}

const run = await undisturbed();

describe("a conversation from its opening to its closed case and the digest", () => {
  it("has calls of each port, a closed case and a digest", () => {
    const total = (port: Port) => run.calls.reduce((sum, calls) => sum + calls[port], 0);
    expect(total("save")).toBeGreaterThan(70);
    expect(total("post")).toBeGreaterThan(9);
    expect(run.texts.at(-1)).toContain('"outcome":"Refunded."');
    expect(run.texts.at(-1)).toContain('"message":{"kind":"digest"');
  });

  it.each(PORTS)("ends as ever, whichever call fails: %s", async (port) => {
    const faults: string[] = [];
    for (const [step, calls] of run.calls.entries())
      for (const failure of failuresOf(port, calls[port], step)) {
        const lines = await differing(run, step, failure);
        if (lines.length > 0) faults.push(`step ${step}, ${failure.when} call ${failure.call}: ${lines.join("\n")}`);
      }
    expect(faults).toEqual([]);
  });
});
