import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { webAlone } from "../../adapters/compose.ts";
import type { Config } from "../../adapters/config.ts";
import { fileAt } from "../../adapters/database-place.ts";
import { createIds } from "../../adapters/ids.ts";
import { startProgram } from "../../adapters/main.ts";
import { systemClock } from "../../src/clock.ts";
import { readSettings } from "../../src/settings.ts";
import { putEmpty } from "../database/open-store.ts";
import { theBrowser } from "./browser.ts";

/** A desk that asks at once and asks everybody. */
export const SETTINGS = {
  desk: { name: "Acme Support", brand: "Acme", zone: "Europe/Berlin" },
  ask: { delay: "0s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s" },
  products: [
    { id: "billing", name: "Billing" },
    { id: "app", name: "Mobile app" },
  ],
} as const;

const silent = { info: () => {}, warn: () => {}, fault: () => {} };

function configFor(folder: string, input: unknown): Config {
  const read = readSettings(input);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return {
    ...{
      dataFolder: folder,
      database: fileAt(join(folder, "emptychair.db")),
      settingsFile: join(folder, "settings.yaml"),
    },
    ...{
      ...webAlone(read.settings),
      withoutFile: input,
      secrets: [],
      host: "127.0.0.1",
      port: 0,
      publicUrl: null,
      apiKeys: [],
      apiPerMinute: 60_000,
      deskKey: null,
      webhookSecrets: [],
      widgetSecrets: [],
    },
    ...{ logLevel: "info", logFormat: "json" },
  };
}

/** The browser, and one running desk for the tests of a file. */
export interface OpenDesk {
  readonly browser: Browser;
  /** The address to open, with its key. */
  readonly url: string;
  readonly origin: string;
  /** A tab of a browser that has the key; errors and refused content in it fail the test. */
  tab(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A request with the key and without a browser, from a page of the desk; fields make it a form that is sent. Fails where it is turned away. */
  sit(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
}

/** A tab that reports what went wrong in it. */
export async function watchedTab(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  faults: string[],
): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1200, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Uncaught/.test(message.text()))
      faults.push(message.text());
  });
  await page.goto(url);
  return page;
}

/** The page's address with the key of the desk that is served at `url`. */
export function withKey(url: string, path: string): string {
  const address = new URL(path, url);
  address.searchParams.set("key", new URL(url).searchParams.get("key") ?? "");
  return address.href;
}

/** Starts a desk on a database file of its own, for all tests of the file. */
export function useDesk(settings: unknown = SETTINGS): OpenDesk {
  const state = { browser: undefined as Browser | undefined, url: "" };
  const faults: string[] = [];
  let stop: () => Promise<void> = async () => {};
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "emptychair-browser-"));
    await putEmpty(join(folder, "emptychair.db"));
    const program = await startProgram(configFor(folder, settings), {
      log: silent,
      ids: createIds(),
      clock: systemClock,
    });
    state.url = program.url;
    state.browser = await theBrowser();
    stop = async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    };
  });
  afterEach(async () => {
    await Promise.all((state.browser?.contexts() ?? []).map((context) => context.close()));
    const found = faults.splice(0);
    if (found.length > 0) throw new Error(`A page failed: ${found.join("; ")}`);
  });
  afterAll(() => stop());
  return {
    get browser() {
      if (!state.browser) throw new Error("The browser is not open yet");
      return state.browser;
    },
    get url() {
      return state.url;
    },
    get origin() {
      return new URL(state.url).origin;
    },
    tab(path, options = {}) {
      return watchedTab(this.browser, withKey(state.url, path), options, faults);
    },
    async sit(path, fields) {
      const { origin, port, searchParams } = new URL(state.url);
      const cookie = `emptychair-${port}=${searchParams.get("key")}`;
      const headers = { Cookie: cookie, Origin: origin, "Accept-Language": "en-GB" };
      const sent = fields && { method: "POST", body: new URLSearchParams(fields) };
      const answer = await fetch(origin + path, { headers, redirect: "manual", ...sent });
      if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer;
    },
  };
}
