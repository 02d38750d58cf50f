import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { packageFile } from "../../adapters/package-root.ts";

/** As it is shipped for pages: half as long as what `import` gives, and this process need not run it. */
const AXE = readFileSync(packageFile("node_modules", "axe-core", "axe.min.js"), "utf8");

/** Tells of what is wrong alone: to describe and hand over every element that is right takes axe most of its time. */
const LOOK = `axe.run({ resultTypes: ["violations"], selectors: false, preload: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`;

/** What keeps people from using the page as it stands: each rule that is broken, with the elements that break it, and how much wider it is than its window. */
export async function faultsOf(page: Page): Promise<string[]> {
  const [found, overflow] = (await page.evaluate(
    `${AXE};\n${LOOK}.then((found) => [found, document.documentElement.scrollWidth - innerWidth])`,
  )) as [string[], number];
  return overflow > 0 ? [...found, `${overflow} pixels too wide`] : found;
}

/** Opens what is folded on the page, as far as it is seen: one after the other, as what is inside one is seen once that is open. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(
    'for (const one of document.querySelectorAll("main summary")) if (one.checkVisibility()) one.click()',
  );
}
