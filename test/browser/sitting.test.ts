import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./axe.ts";
import { SETTINGS, useDesk } from "./desk.ts";
import { asked, opened, write } from "./seats.ts";

const desk = useDesk({ ...SETTINGS, shadowing: { waitingRoom: true } });

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}

const shown = (page: Page) => page.locator("#played > .said:visible").count();
const PHONE = { colorScheme: "dark", viewport: { width: 360, height: 740 } } as const;

test("a whole sitting goes by the keyboard alone, plays, and is fit for everybody on a phone in the dark", async () => {
  const { customer } = await asked(desk, "Sample Sitting");
  await customer.click('.scores button[value="3"]');
  await customer.locator(".is-thanks").waitFor();
  const page = await desk.tab("/executive", PHONE);
  expect(await faultsOf(page)).toEqual([]);
  await tabTo(page, "#name");
  await page.keyboard.type("Elm");
  await page.keyboard.press("Enter");
  await page.locator(".sit-now").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await tabTo(page, ".sit-now button");
  await page.keyboard.press("Enter");
  await page.locator("#player").waitFor();
  expect([await shown(page), await page.locator("#progress").textContent()]).toEqual([1, "1 / 2"]);
  expect(await page.content()).not.toContain("out of 10</h2>");
  await page.keyboard.press("ArrowRight");
  expect(await shown(page)).toBe(2);
  await page.keyboard.press("ArrowLeft");
  expect(await shown(page)).toBe(1);
  await page.keyboard.press("Space");
  await expect.poll(() => shown(page)).toBe(2);
  expect(await faultsOf(page)).toEqual([]);
  await tabTo(page, '.guess button[value="5"]');
  await page.keyboard.press("Enter");
  await page.locator("#reveal:focus", { hasText: "3 out of 10" }).waitFor();
  expect(await page.locator("#reveal").textContent()).toContain("You guessed 5. 2 points from your guess.");
  expect(await shown(page)).toBeGreaterThan(1);
  expect(await faultsOf(page)).toEqual([]);
  await tabTo(page, "#surprised");
  await page.keyboard.type("They waited politely.");
  await tabTo(page, ".lesson-form .primary");
  await page.keyboard.press("Enter");
  await page.locator("#onward", { hasText: "That was the last one." }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${desk.origin}/executive?name=Elm`);
  await page.locator(".guess-chart").waitFor();
  expect(await page.locator(".open-lessons").textContent()).toContain("They waited politely.");
  expect(await faultsOf(page)).toEqual([]);
});

test("without a script all of a conversation stands there and can be guessed", async () => {
  const { customer } = await asked(desk, "Sample Scriptless");
  await customer.click('.scores button[value="9"]');
  await customer.locator(".is-thanks").waitFor();
  const page = await desk.tab("/executive?name=Fir", { javaScriptEnabled: false });
  await page.click(".sit-now button");
  expect([await shown(page), await page.locator("#player").isVisible()]).toEqual([2, false]);
  await page.click('.guess button[value="9"]');
  await page.locator("#reveal").waitFor();
});

test("a conversation that goes on arrives for whoever listens within two seconds, without names", async () => {
  const { seat } = await opened(desk, "Sample Listened", "Is anybody there?");
  const agent = await desk.tab(seat);
  const page = await desk.tab("/executive?name=Elm", PHONE);
  await page.locator(".talks button").first().click();
  await page.locator(".listening .said", { hasText: "Is anybody there?" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await write(agent, "Yes, Sample Listened, I am.");
  await page.locator(".listening .said", { hasText: "Yes, [name], I am." }).waitFor({ timeout: 2_000 });
  await agent.locator(".listened", { hasText: "Elm is listening to your conversation" }).waitFor();
  await page.fill("#text", "Thank Ash.");
  await page.click("text=Keep the note");
  await page.locator(".noted", { hasText: "Thank Ash." }).waitFor();
  await page.click("text=Stop listening");
  await page.locator(".nothing", { hasText: "It is over, or you have left it." }).waitFor();
  await agent.locator(".listened").waitFor({ state: "detached" });
});
