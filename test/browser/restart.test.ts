import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { theBrowser } from "./browser.ts";
import { SETTINGS, watchedTab } from "./desk.ts";
import { resolve, takeUp, write, writeIn } from "./seats.ts";

const KEY = "a-key-that-stays-the-same";
const folder = mkdtempSync(join(tmpdir(), "emptychair-restart-"));
const running = new Set<ChildProcess>();

/** Starts the program in a process of its own and waits for the address that it prints. */
async function start(port: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ["build/adapters/cli/emptychair.js", "start", "--port", port], {
    env: { PATH: process.env.PATH, EMPTYCHAIR_DATA: folder, EMPTYCHAIR_DESK_KEY: KEY },
    stdio: ["ignore", "pipe", "ignore"],
  });
  running.add(child);
  let said = "";
  for await (const piece of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += piece;
    const origin = /https?:\S+(?=\s)/.exec(said)?.[0];
    if (origin === undefined) continue;
    child.stdout.resume();
    return { url: `${origin}/?key=${KEY}`, child };
  }
  throw new Error(`The program did not start: ${said}`);
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
  running.delete(child);
}

afterEach(async () => {
  for (const child of running) await kill(child);
  rmSync(folder, { recursive: true, force: true });
});

test("a server killed between the score and the thank-you goes on where it was, in the same tabs", async () => {
  writeFileSync(join(folder, "settings.yaml"), JSON.stringify(SETTINGS));
  const first = await start("0");
  const { port, origin } = new URL(first.url);
  const browser = await theBrowser();
  const faults: string[] = [];
  const customer = await watchedTab(browser, first.url, {}, faults);
  const agent = await watchedTab(browser, first.url, {}, faults);
  await customer.goto(`${origin}/customer`);
  await agent.goto(`${origin}/agent?name=Ash`);
  await writeIn(customer, "Sample One", "Does this survive?");
  await takeUp(agent, "Sample One");
  await write(agent, "It does.");
  await resolve(agent);
  await customer.locator(".scores").waitFor();
  const answered = customer.waitForResponse((response) => response.url().endsWith("/customer/act"));
  await customer.click('.scores button[value="9"]');
  await answered;
  await kill(first.child);
  await customer.locator(".offline", { hasText: "You’re offline" }).waitFor();
  await customer.fill("#text", "written while nobody listened");
  await customer.click("#composer button");
  await customer.locator("#composer .form-note", { hasText: "Not sent" }).waitFor();
  expect(await customer.inputValue("#text")).toBe("written while nobody listened");
  await start(port);
  await customer.locator(".is-thanks").waitFor();
  await expect.poll(() => customer.locator(".offline").textContent()).toBe("");
  expect(await customer.inputValue("#text")).toBe("written while nobody listened");
  await customer.click("#composer button");
  await customer.locator(".by-customer", { hasText: "written while nobody listened" }).waitFor();
  expect(await customer.locator(".is-thanks").count()).toBe(1);
  expect(await customer.locator(".by-customer", { hasText: "9 out of 10" }).count()).toBe(1);
  await agent.locator(".by-customer", { hasText: "written while nobody listened" }).waitFor();
  for (const context of browser.contexts()) await context.close();
  expect(faults).toEqual([]);
});
