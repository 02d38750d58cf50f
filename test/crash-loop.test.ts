import { writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { crashLoop, type KeptStart, loopText } from "../adapters/crash-loop.ts";
import { loopOf, noteEnd, noteStart, readStarts } from "../adapters/kept-starts.ts";
import { temporaryFolder } from "./database/open-store.ts";

const NOW = Date.UTC(2026, 10, 16, 9);
const MINUTE = 60_000;

/** Starts so many minutes ago, each cut off unless it says how it ended. */
function starts(...told: readonly (readonly [minutes: number, end?: KeptStart["end"], why?: string])[]): KeptStart[] {
  return told.map(([minutes, end = null, why = null], place) => {
    return { pid: place, host: "desk-1", at: NOW - minutes * MINUTE, end, why };
  });
}

const none = () => false;

it("takes three ends that nobody asked for within twenty minutes for a loop, and says how often and why", () => {
  const cutOff = starts([12], [8], [4], [0]);
  const running = (start: KeptStart) => start === cutOff.at(-1);
  expect(crashLoop(cutOff, NOW, running)).toEqual({ ends: 3, span: 12 * MINUTE, why: null });
  expect(loopText({ ends: 3, span: 12 * MINUTE, why: null })).toBe(
    "The program ended 3 times within 12 minutes without being told to. Why it ended last is not known: it was killed, had no memory left, or the machine went down. Ask the machine, or whatever starts the program, how it ended; exit code 137 is a kill, most often for want of memory.",
  );
  const failed = starts([2, "failed", "Port 3000 is in use."], [1, "failed", "No token."], [0, "failed", "No token."]);
  const loop = crashLoop(failed, NOW, none);
  expect(loop && loopText(loop)).toBe(
    "The program ended 3 times within 2 minutes without being told to. It ended last because of this: No token. Mend what it says; the log of that time tells more.",
  );
});

it.each<readonly [string, KeptStart[]]>([
  ["a crash alone", starts([5], [0, "stopped"])],
  ["two of them", starts([15], [5], [0, "stopped"])],
  ["stops, as by upgrades", starts([6, "stopped"], [4, "stopped"], [2, "stopped"], [1, "stopped"], [0])],
  ["crashes of other days", starts([4000], [3000], [2000], [0])],
  ["a clock that was set back since", starts([-30], [-20], [-10], [0])],
])("takes no loop for %s", (_, kept) => {
  expect(crashLoop(kept, NOW, none)).toBeNull();
});

it("remembers the last starts of each process with their ends, whatever stands in the file", () => {
  const file = join(temporaryFolder(), "desk.db.starts.json");
  writeFileSync(file, "{");
  for (let place = 0; place < 30; place += 1) {
    noteStart(file, NOW + place);
    noteEnd(file, place === 29 ? `It\n broke ${"x".repeat(400)}` : null);
    noteEnd(file, null);
  }
  expect(readStarts(file)).toHaveLength(20);
  const own = { pid: process.pid, host: hostname() };
  expect(readStarts(file)[0]).toEqual({ ...own, at: NOW + 10, end: "stopped", why: null });
  expect(readStarts(file).at(-1)).toMatchObject({ end: "failed", why: expect.stringMatching(/^It broke x{291}$/) });
});

it("counts nobody who is at work: this process's last start, and those of other machines where the folder is shared", () => {
  const file = join(temporaryFolder(), "starts.json");
  for (let place = 0; place < 3; place += 1) noteStart(file, NOW + place);
  expect(loopOf(file, NOW + 3, false)).toBeNull();
  noteStart(file, NOW + 3);
  expect(loopOf(file, NOW + 4, false)).toMatchObject({ ends: 3 });
  const elsewhere = readStarts(file).map((start) => ({ ...start, host: "another" }));
  writeFileSync(file, JSON.stringify(elsewhere));
  expect(loopOf(file, NOW + 4, false)).toMatchObject({ ends: 4 });
  expect(loopOf(file, NOW + 4, true)).toBeNull();
});
