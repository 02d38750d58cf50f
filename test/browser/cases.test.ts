import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type OpenDesk, openDesk } from "../web/open-desk.ts";
import { unhappy } from "../web/unhappy.ts";
import { countingIds, createWorld, DAY, HOUR, settingsOf, type World } from "../world.ts";
import { faultsOf } from "./axe.ts";
import { theBrowser } from "./browser.ts";
import { watchedTab, withKey } from "./desk.ts";

const SETTINGS = settingsOf({
  ask: { delay: "0s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s" },
  products: [{ id: "billing", name: "Billing" }],
});
const DESKTOP: BrowserContextOptions = { colorScheme: "light", viewport: { width: 1280, height: 800 } };
const PHONE: BrowserContextOptions = { colorScheme: "dark", viewport: { width: 360, height: 740 } };

let browser: Browser;
let world: World;
let desk: OpenDesk;
let ids: readonly string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  browser = await theBrowser();
});

beforeEach(async () => {
  world = createWorld({ settings: SETTINGS, ids: countingIds() });
  const late = await unhappy(world, "Late", {
    score: 1,
    comment: "It never came, and nobody told me.",
    product: "billing",
  });
  await world.pass(4 * DAY, HOUR);
  ids = [late, await unhappy(world, "Second", { comment: "Too slow." }), await unhappy(world, "Third", { score: 5 })];
  desk = await openDesk({ from: world, settings: SETTINGS });
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(faults.splice(0)).toEqual([]);
});

function tab(path: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
  return watchedTab(browser, withKey(desk.url, path), options, faults);
}

/** The id of the case whose row has the focus; the tag of what else has it. */
const focused = (page: Page) =>
  page.evaluate("document.activeElement.closest('.case')?.id ?? document.activeElement.tagName") as Promise<string>;

async function isFocused(page: Page, what: string): Promise<void> {
  await vi.waitFor(async () => expect(await focused(page)).toBe(what), { timeout: 10_000, interval: 20 });
}

const stateOf = async (id: string | undefined) => {
  const item = await world.store.get("case", id ?? "");
  return [item?.state, item?.ownerName];
};

async function comesTo(id: string | undefined, state: string, owner: string): Promise<void> {
  await vi.waitFor(async () => expect(await stateOf(id)).toEqual([state, owner]), { timeout: 10_000, interval: 20 });
}

test("the whole list is worked by the keyboard alone, and what happened is said", async () => {
  const page = await tab("/cases?name=Lime");
  const [first, second, third] = ids;
  await page.keyboard.press("j");
  await isFocused(page, `case-${first}`);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await isFocused(page, `case-${first}`);
  await page.keyboard.press("c");
  await comesTo(first, "claimed", "Lime");
  await page.locator("#said", { hasText: "Customer Late: taken, Lime" }).waitFor({ state: "attached" });
  await page.keyboard.press("m");
  await comesTo(first, "contacted", "Lime");
  await isFocused(page, `case-${first}`);
  await page.keyboard.press("e");
  await page.waitForURL(/do=case-resolve/);
  await page.locator(`#note-case-resolve-${first}`).focus();
  await page.keyboard.type("jjcc: a new one was sent.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await comesTo(first, "resolved", "Lime");
  await isFocused(page, `case-${third}`);
  await page.keyboard.press("k");
  await isFocused(page, `case-${second}`);
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await page.waitForURL(/do=case-assign/);
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => !url.search.includes("do="));
  await isFocused(page, `case-${third}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/cases/${third}`));
  await page.keyboard.press("c");
  await comesTo(third, "claimed", "Lime");
  await page.keyboard.press("u");
  await page.locator("#cases").waitFor();
  await isFocused(page, `case-${third}`);
  await page.keyboard.press("/");
  await isFocused(page, "SELECT");
  await page.keyboard.press("j");
  await isFocused(page, "SELECT");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.locator("dialog#keys[open]").waitFor();
  await page.keyboard.press("c");
  await page.keyboard.press("Escape");
  await page.locator("dialog#keys[open]").waitFor({ state: "detached" });
});

test("of two who act on one case the second is told, and what they typed is kept", async () => {
  const [first] = ids;
  const [one, other] = await Promise.all([tab("/cases?name=Lime"), tab(`/cases?name=Birch&do=case-resolve+${first}`)]);
  await other.fill(`#note-case-resolve-${first}`, "I phoned them.");
  await one.click(`#case-${first} button[value="case-claim ${first}"]`);
  await other.locator(`#case-${first} .whose`, { hasText: "Lime" }).waitFor();
  expect(await other.inputValue(`#note-case-resolve-${first}`)).toBe("I phoned them.");
  await world.handle({
    ...{ kind: "case-acted", caseId: first ?? "", act: "resolve", note: "Done." },
    by: { address: "web:agent:lime", role: "lead", name: "Lime" },
  });
  await other.locator(`#form-case-resolve-${first} button[name=keep]`).waitFor();
  expect(await other.inputValue(`#note-case-resolve-${first}`)).toBe("I phoned them.");
  await other.click(`#form-case-resolve-${first} button[name=keep]`);
  await other.locator(`#case-${first}`).waitFor({ state: "detached" });
  const steps = await world.store.list("step", { where: { caseId: first ?? "" }, orderBy: "number" });
  expect(steps.flatMap(({ note }) => note ?? [])).toEqual(["Done.", "I phoned them."]);
});

test("without a script every act is a plain form, reached by Tab", async () => {
  const page = await tab("/cases?name=Lime", { ...DESKTOP, javaScriptEnabled: false });
  const [first] = ids;
  await page.locator(`#case-${first} a.to`).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await comesTo(first, "claimed", "Lime");
  await page.click(`#case-${first} button[value="case-resolve ${first}"]`);
  await page.fill(`#note-case-resolve-${first}`, "Sent again.");
  await page.click(`#form-case-resolve-${first} .primary`);
  await comesTo(first, "resolved", "Lime");
});

test.each([
  ["a light desktop", DESKTOP],
  ["a dark phone", PHONE],
])("every page of cases is accessible, fits and is light on %s", async (_, screen) => {
  const page = await tab("/", screen);
  const [first] = ids;
  const sizes: number[] = [];
  page.on("response", async (response) => sizes.push((await response.body().catch(() => "")).length));
  const paths = [
    "/cases?name=Lime",
    `/cases?name=Lime&do=case-resolve+${first}`,
    "/cases?list=closed",
    "/cases?name=Lime&week=2026-W47",
  ];
  for (const path of [...paths, `/cases/${first}?name=Lime`, `/cases/${first}`, "/team?name=Lime"]) {
    sizes.length = 0;
    await page.goto(`${desk.origin}${path}`);
    await page.waitForLoadState();
    expect([path, sizes.reduce((sum, size) => sum + size, 0) < 100_000]).toEqual([path, true]);
    await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
    expect([path, await faultsOf(page)]).toEqual([path, []]);
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/${path.replace(/\W+/g, "_")}-${screen.colorScheme}.png`,
        fullPage: true,
      });
  }
});
