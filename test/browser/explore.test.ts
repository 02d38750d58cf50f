import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { bandOf } from "../../src/survey/score.ts";
import { change, sampleRows } from "../database/sample-rows.ts";
import { openDesk } from "../web/open-desk.ts";
import { countingIds, createWorld, settingsOf } from "../world.ts";
import { faultsOf, unfold } from "./axe.ts";
import { theBrowser } from "./browser.ts";
import { watchedTab } from "./desk.ts";

const DAY = 86_400_000;
const DESKTOP: BrowserContextOptions = { colorScheme: "light", viewport: { width: 1280, height: 800 } };
const PHONE: BrowserContextOptions = { colorScheme: "dark", viewport: { width: 360, height: 740 } };
const faults: string[] = [];

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** A desk with six answers about each of two products. */
async function tabOn(screen: BrowserContextOptions): Promise<{ page: Page; origin: string }> {
  const products = [
    { id: "app", name: "Mobile app" },
    { id: "billing", name: "Billing" },
  ];
  const settings = settingsOf({ products });
  const world = createWorld({ settings, ids: countingIds() });
  const changes = Array.from({ length: 12 }, (_, index) => {
    const { customer, interaction, resolution, survey, response } = sampleRows(`${index}`);
    const product = index % 2 === 0 ? "app" : "billing";
    const score = 10 - (index % 9);
    const at = world.now() - (1 + index) * DAY;
    const asked = {
      askedAt: at,
      deliveredAt: at,
      endedAt: at,
      dueAt: null,
      questionPostId: null,
      state: "answered",
    } as const;
    const answer = {
      score,
      scale: "1-10",
      band: bandOf(score),
      comment: "The price is too high.",
      answeredAt: at,
    } as const;
    return [
      change("customer", { ...customer, readOptOutAt: null }),
      change("interaction", interaction),
      change("resolution", { ...resolution, product, at, fate: "answered", fateReason: null }),
      change("survey", { ...survey, ...asked, product, scale: "1-10", purpose: "recommend", caseId: null }),
      change("response", {
        ...response,
        ...answer,
        product,
        excluded: null,
        purpose: "recommend",
        commentEntryId: null,
      }),
    ];
  });
  expect(await world.allDesks.save(DEFAULT_DESK, { id: null, at: 0 }, changes.flat())).toBe("saved");
  const desk = await openDesk({ from: world, settings });
  const page = await watchedTab(browser, desk.url, screen, faults);
  return { page, origin: desk.origin };
}

async function allFaultsOf(page: Page): Promise<string[]> {
  await unfold(page);
  return [...(await faultsOf(page)), ...faults.splice(0)];
}

test.each([
  ["on a light desktop", DESKTOP],
  ["on a dark phone", PHONE],
])("the pages of figures and of products are accessible and fit: %s", async (_, screen) => {
  const { page, origin } = await tabOn(screen);
  for (const path of [
    "/explore?name=Ash&product=app&against=billing",
    "/explore?name=Ash&from=1&until=2",
    "/products/app?name=Ash",
    "/products",
  ]) {
    await page.goto(`${origin}${path}`);
    expect({ path, faults: await allFaultsOf(page) }).toEqual({ path, faults: [] });
  }
  await page.context().close();
});

test("the figures are filtered, and the filter is taken away, by keyboard alone", async () => {
  const { page, origin } = await tabOn(DESKTOP);
  await page.goto(`${origin}/explore?name=Ash`);
  await page.focus("#explore-product");
  await page.keyboard.type("Bill");
  await page.keyboard.press("Enter");
  await page.focus("#explore-filters button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/product=billing/);
  expect(await page.locator("#score + .score-now + p").textContent()).toContain("from 6 answers");
  await page.focus(".chip");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.searchParams.get("product"));
  await page.focus("#find");
  await page.keyboard.type("price");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?name=Ash&q=price/);
  expect(faults.splice(0)).toEqual([]);
  await page.context().close();
});
