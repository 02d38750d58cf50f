// Starts the built program, or the one whose file is named, on a free port and a new data folder, walks one conversation over the help-desk API, and stops it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

const KEY = "a-key-for-this-walk-only";
const PATIENCE = 15_000;

const folder = mkdtempSync(join(tmpdir(), "emptychair-smoke-"));
writeFileSync(join(folder, "settings.yaml"), 'ask: { delay: 1s, quietHours: "" }\n');
const startedAt = performance.now();
const [file = "build/adapters/cli/emptychair.js"] = process.argv.slice(2);
const program = spawn(process.execPath, [file, "start", "--port", "0"], {
  env: { PATH: process.env.PATH, EMPTYCHAIR_DATA: folder, EMPTYCHAIR_API_KEY: KEY, LOG_LEVEL: "warn" },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = once(program, "exit");

/** The origin of the address that the program prints when it is ready. */
async function printedOrigin() {
  for await (const line of createInterface({ input: program.stdout })) {
    const address = /https?:\S+/.exec(line)?.[0];
    if (address !== undefined) return new URL(address).origin;
  }
  throw new Error("The program ended without printing its address.");
}

async function call(origin, method, path, body) {
  const headers = { authorization: `Bearer ${KEY}`, "content-type": "application/json" };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await fetch(`${origin}/api/v1${path}`, init);
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text === "" ? null : JSON.parse(text);
}

async function until(what, look) {
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline) {
    const found = await look();
    if (found) return found;
    await wait(100);
  }
  throw new Error(`Waited ${PATIENCE / 1000} s in vain until ${what}.`);
}

async function walk(origin) {
  const one = "/interactions/walk-1";
  await call(origin, "POST", "/interactions", { id: "walk-1", customer: { id: "customer-1", name: "Juniper" } });
  await call(origin, "POST", `${one}/entries`, { author: "customer", text: "My parcel has not come." });
  await call(origin, "POST", `${one}/entries`, { author: "agent", name: "Ash", text: "It left today." });
  await call(origin, "POST", `${one}/resolve`, { by: "Ash" });
  const asked = await until("the question was put", async () => {
    const { survey } = await call(origin, "GET", one);
    return survey?.state === "asked" ? survey : null;
  });
  await call(origin, "PUT", `/surveys/${asked.id}/response`, { score: 6, comment: "It took too long." });
  const { fate, response } = await call(origin, "GET", one);
  assert.equal(fate.kind, "answered");
  assert.deepEqual([response.score, response.band, response.comment], [6, "detractor", "It took too long."]);
}

try {
  const origin = await printedOrigin();
  process.stdout.write(`ready after ${Math.round(performance.now() - startedAt)} ms\n`);
  await walk(origin);
  program.kill("SIGTERM");
  assert.deepEqual(await ended, [0, null], "the program did not stop cleanly");
  process.stdout.write("one conversation walked, the program stopped cleanly\n");
} finally {
  program.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
