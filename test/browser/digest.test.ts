import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Digest } from "../../src/digest/document.ts";
import { emptyWeek, fewAnswers, fullWeek, WEEK } from "../chart/digests.ts";
import { digestRow, postedDigests } from "../web/digest-rows.ts";
import { type OpenDesk, openDesk } from "../web/open-desk.ts";
import { countingIds, createWorld, settingsOf } from "../world.ts";
import { faultsOf, unfold } from "./axe.ts";
import { theBrowser } from "./browser.ts";
import { watchedTab, withKey } from "./desk.ts";

const PRODUCTS = [
  { id: "app", name: "Mobile app" },
  { id: "billing", name: "Billing" },
];
const DESKTOP: BrowserContextOptions = { colorScheme: "light", viewport: { width: 1280, height: 800 } };
const PHONE: BrowserContextOptions = { colorScheme: "dark", viewport: { width: 360, height: 740 } };

let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  browser = await theBrowser();
});

/** A desk that has posted the digest. */
async function deskWith(document: Digest): Promise<OpenDesk> {
  const settings = settingsOf({ products: PRODUCTS });
  const world = createWorld({ settings, ids: countingIds() });
  await postedDigests(world.allDesks, [digestRow(document)]);
  return openDesk({ from: world, settings });
}

/** A tab on the page of a desk that has posted the digest. */
async function tabOn(document: Digest, path: string, screen: BrowserContextOptions = {}): Promise<Page> {
  const { url } = await deskWith(document);
  return watchedTab(browser, withKey(url, path), screen, faults);
}

async function allFaultsOf(page: Page): Promise<string[]> {
  await unfold(page);
  return [...(await faultsOf(page)), ...faults.splice(0)];
}

test.each([
  ["full, on a light desktop", fullWeek, DESKTOP],
  ["full, on a dark phone", fullWeek, PHONE],
  ["with few answers, on a dark phone", fewAnswers, PHONE],
  ["empty, on a light desktop", emptyWeek, DESKTOP],
])("the page of a week is accessible and fits: %s", async (_, make, screen) => {
  const page = await tabOn(make(), `/digest/${WEEK}?name=Ash`, screen);
  expect(await allFaultsOf(page)).toEqual([]);
  await page.context().close();
});

test("the list of weeks is accessible and fits on a phone", async () => {
  const page = await tabOn(fullWeek(), "/digest", PHONE);
  expect(await allFaultsOf(page)).toEqual([]);
  await page.context().close();
});

/** The colour of the picture's first words, and the height of its lowest ones in pixels. */
const PICTURE_WORDS = `(() => {
  const words = [...document.querySelectorAll(".picture svg text")];
  return [getComputedStyle(words[0]).fill, Math.min(...words.map((text) => text.getBoundingClientRect().height))];
})()`;

test("the picture takes the colours of the page, and its words can be read on a phone", async () => {
  const inks = new Set<string>();
  for (const screen of [DESKTOP, PHONE]) {
    const page = await tabOn(fullWeek(), `/digest/${WEEK}`, screen);
    const [ink, least] = (await page.evaluate(PICTURE_WORDS)) as [string, number];
    inks.add(ink);
    expect(least).toBeGreaterThan(11);
    await page.context().close();
  }
  expect(inks.size).toBe(2);
});

test("a person decides on the board with the keyboard, and the page says so in place", async () => {
  const page = await tabOn(fullWeek(), `/digest/${WEEK}?name=Ash`);
  await page.waitForLoadState();
  await page.locator("#decide-app > summary").press("Enter");
  await page.locator('#form-app input[value="keep"]').press("Space");
  await page.fill("#sentence-app", "It does what it should.");
  await page.locator("#form-app button").press("Enter");
  await page.locator("#board-app .decision", { hasText: "Decided by Ash on" }).waitFor();
  expect(await page.locator("#board-app .decision").textContent()).toContain("It does what it should.");
  expect(faults.splice(0)).toEqual([]);
  await page.context().close();
});

test("a week's page weighs less than 100 kB", async () => {
  const desk = await deskWith(fullWeek());
  const answers = await Promise.all(
    [`/digest/${WEEK}?name=Ash`, "/public/desk.css", "/public/desk.js"].map((path) => desk.sit(path)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const sizes = await Promise.all(answers.map(async (one) => (await one.arrayBuffer()).byteLength));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
});
