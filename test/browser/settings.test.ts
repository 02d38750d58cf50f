import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { faultsOf } from "./axe.ts";
import { useDesk } from "./desk.ts";

const desk = useDesk();
/** Where pictures of the pages go, for somebody to look at; nowhere unless named. */
const SHOTS = process.env.EMPTYCHAIR_SHOTS;

const PAGES = {
  desk: "/settings",
  asking: "/settings?group=ask",
  products: "/settings?group=products",
  webhooks: "/settings?group=webhooks",
  found: "/settings?q=customers",
  work: "/settings/work",
  keys: "/settings/keys",
  doctor: "/settings/doctor",
};
const SCREENS = {
  "light on a laptop": { colorScheme: "light", viewport: { width: 1366, height: 650 } },
  "dark on a phone": { colorScheme: "dark", viewport: { width: 360, height: 740 } },
} as const;

test.each(Object.entries(SCREENS))("the pages about settings are accessible and fit, %s", async (name, screen) => {
  const page = await desk.tab("/settings", screen);
  const faults: Record<string, string[]> = {};
  const look = async (of: string) => {
    const found = await faultsOf(page);
    if (found.length > 0) faults[of] = found;
    if (SHOTS === undefined) return;
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: `${SHOTS}/${of}-${name.replaceAll(" ", "-")}.png`, fullPage: true });
  };
  for (const [of, path] of Object.entries(PAGES)) {
    await page.goto(desk.origin + path);
    await look(of);
  }
  for (const [program, scope] of [["The tickets' exporter", "read"] as const, [`Tickets, ${name}`, "write"] as const]) {
    await page.goto(`${desk.origin}/settings/keys`);
    await page.fill("#key-name", program);
    await page.selectOption("#key-scope", scope);
    await page.click("button.primary");
    await page.locator("#one-time").waitFor();
  }
  await look("key made");
  await page.click("button[aria-label*='exporter']");
  await page.locator("h2", { hasText: "Revoked" }).waitFor();
  await look("key revoked");
  expect(faults).toEqual({});
});

test("a setting is found, changed with a fault first, and put back, by keyboard alone", async () => {
  const page = await desk.tab("/settings");
  await page.locator("#q").focus();
  await page.keyboard.type("first answer");
  await page.keyboard.press("Enter");
  const field = page.locator("#setting-shadowing-firstAnswerWithin-value");
  await field.focus();
  await page.keyboard.type("soon");
  await page.keyboard.press("Enter");
  await page.locator(".faults").waitFor();
  expect(await field.inputValue()).toBe("soon");
  await field.fill("20m");
  await page.keyboard.press("Enter");
  await page.locator(".done").waitFor();
  expect(await field.inputValue()).toBe("20m");
  await page.locator("#setting-shadowing-firstAnswerWithin button[value=reset]").press("Enter");
  await expect.poll(() => page.locator("#setting-shadowing-firstAnswerWithin .tag").innerText()).toBe("default");
});

test("everything is looked at, and a file is brought in", async () => {
  const page = await desk.tab("/settings/doctor");
  await page.click("text=Check now");
  await page.locator(".findings li").first().waitFor();
  await page.goto(`${desk.origin}/settings/work`);
  const rows = "customer,score,answered_at\nc-1,9,2026-11-02T09:00:00Z\n";
  await page.setInputFiles("#file", { name: "old.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await page.click("text=Check the file");
  await page.click("text=Import it");
  await page.locator("text=old.csv was imported").waitFor();
});
