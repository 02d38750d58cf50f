import axe from "axe-core";
import type { Page } from "playwright-core";

/** Tells of what is wrong alone: to describe and hand over every element that is right takes axe most of its time. */
const LOOK = `axe.run({ resultTypes: ["violations"], selectors: false, preload: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`;

/** What keeps people from using the page as it stands: each rule that is broken, with the elements that break it, and how much wider it is than its window. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate(LOOK)) as string[];
  const overflow = (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number;
  return overflow > 0 ? [...found, `${overflow} pixels too wide`] : found;
}
