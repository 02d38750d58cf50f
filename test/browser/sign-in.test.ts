import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { webAlone } from "../../adapters/compose.ts";
import { fileAt } from "../../adapters/database-place.ts";
import { createIds } from "../../adapters/ids.ts";
import { type Running, startProgram } from "../../adapters/main.ts";
import { systemClock } from "../../src/clock.ts";
import { settingsOf } from "../world.ts";
import { theBrowser } from "./browser.ts";
import { watchedTab } from "./desk.ts";

const silent = { info: () => {}, warn: () => {}, fault: () => {} };
const folder = mkdtempSync(join(tmpdir(), "emptychair-sign-in-"));

/** The program on a new key, as each start makes one; passkeys are bound to a name, so it is reached by `localhost`. */
async function start(port: number, deskKey: string): Promise<Running & { readonly origin: string }> {
  const paths = {
    dataFolder: folder,
    database: fileAt(join(folder, "desk.db")),
    settingsFile: join(folder, "settings.yaml"),
  };
  const reached = {
    host: "127.0.0.1",
    port,
    publicUrl: null,
    apiKeys: [],
    apiPerMinute: 60_000,
    webhookSecrets: [],
    widgetSecrets: [],
    secrets: [],
    deskKey,
  };
  const config = { ...paths, ...reached, ...webAlone(settingsOf({})), logLevel: "info", logFormat: "json" } as const;
  const program = await startProgram(config, { log: silent, ids: createIds(), clock: systemClock });
  return { ...program, origin: `http://localhost:${new URL(program.url).port}` };
}

/** A device that keeps passkeys and always says that its person is there. */
async function deviceOf(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  const always = { isUserVerified: true, automaticPresenceSimulation: true };
  await devtools.send("WebAuthn.addVirtualAuthenticator", { options: { ...options, ...always } });
}

test("the first admin joins by a passkey, signs in with it again, and stays signed in over a restart that shuts out the old key", async () => {
  const first = await start(0, "the-key-of-the-first-start");
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const faults: string[] = [];
  const browser = await theBrowser();
  const local = (url: string) => url.replace("127.0.0.1", "localhost");
  const keyHolder = await watchedTab(
    browser,
    `${first.origin}/team?name=Birch&key=the-key-of-the-first-start`,
    {},
    faults,
  );
  const admin = await watchedTab(browser, local(first.firstAdmins[0]?.url ?? ""), {}, faults);
  await deviceOf(admin.context(), admin);
  await admin.fill("#name", "Ada Sample");
  await admin.click("[data-key]");
  await admin.waitForURL(`${local(first.origin)}/`);

  await admin.goto(`${first.origin}/sessions`);
  await admin.locator("#ways li").waitFor();
  await admin.click("form[action$='/sessions/end'] .quiet >> nth=0");
  await admin.goto(`${first.origin}/people`);
  await admin.click("a[href^='/sign-in']");
  await admin.click("[data-passkey='proof'] button");
  await admin.waitForURL("**/people");
  expect(await admin.locator(".person").count()).toBe(1);

  const { port } = new URL(first.origin);
  await admin.goto(`${first.origin}/digest`);
  await first.stop();
  await keyHolder.locator(".offline", { hasText: "You’re offline" }).waitFor();
  const second = await start(Number(port), "the-key-of-the-second-start");
  onTestFinished(() => second.stop());
  await keyHolder.locator(".offline a", { hasText: "Open it again" }).waitFor();
  await keyHolder.click(".offline a");
  await keyHolder.locator("a[href^='/sign-in?to=']").waitFor();
  await admin.reload();
  expect([await admin.locator("h1").count(), second.firstAdmins]).toEqual([1, []]);
  await expect.poll(() => admin.locator(".offline").textContent()).toBe("");
  expect(faults).toEqual([]);
  await keyHolder.context().close();
  await admin.context().close();
});
