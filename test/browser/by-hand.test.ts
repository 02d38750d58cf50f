import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useDesk } from "./desk.ts";
import { resolve, takeUp, write, writeIn } from "./seats.ts";

const desk = useDesk();
const PLAIN = { javaScriptEnabled: false };

async function until(page: Page, selector: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.reload();
      return page.locator(selector).count();
    })
    .toBeGreaterThan(0);
}

test("everything works by plain forms, without a script", async () => {
  const customer = await desk.tab("/customer?lang=en", PLAIN);
  await customer.fill("#name", "Sample Plain");
  await customer.fill("#text", "Does this work without scripts?");
  await customer.click("#composer button");
  await customer.locator(".by-customer").waitFor();
  const agent = await desk.tab("/agent?name=Ash", PLAIN);
  await takeUp(agent, "Sample Plain");
  await agent.fill("#text", "It does.");
  await agent.click("#composer button");
  await agent.locator(".by-agent").waitFor();
  await agent.click("#resolving > summary");
  await agent.click("#resolve button");
  await agent.locator("#reopen").waitFor();
  await until(customer, ".scores");
  await customer.click('.scores button[value="5"]');
  await until(customer, ".is-thanks");
  const reason = customer.locator(".is-thanks .reason", { hasText: "Your reason" });
  await reason.locator("textarea").fill("It was slow.");
  await reason.locator("button").click();
  await customer.locator(".by-customer", { hasText: "It was slow." }).waitFor();
  const team = await desk.tab("/team?name=Lime", PLAIN);
  await until(team, '.post button:has-text("I will take it")');
  await team.locator(".post button", { hasText: "I will take it" }).click();
  await until(team, '.post details:has-text("Mark as resolved")');
  const closing = team.locator(".post details", { hasText: "Mark as resolved" });
  await closing.locator("summary").click();
  await closing.locator("textarea").fill("   ");
  await closing.locator("button").click();
  await team.locator(".form-note", { hasText: "what was done" }).waitFor();
  await team.locator(".post details[open] textarea").fill("Apologised and sped it up.");
  await team.locator(".post details[open] button").click();
  await until(team, '.post:has-text("Apologised and sped it up.")');
});

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}

test("the keyboard alone is enough, from the first word to the reason", async () => {
  const customer = await desk.tab("/customer");
  await tabTo(customer, "#name");
  await customer.keyboard.type("Sample Keys");
  await tabTo(customer, "#text");
  await customer.keyboard.type("Hello");
  await tabTo(customer, "#composer button");
  await customer.keyboard.press("Space");
  await customer.locator(".by-customer").waitFor();
  const agent = await desk.tab("/agent?name=Ash");
  await takeUp(agent, "Sample Keys");
  await write(agent, "Good morning.");
  await resolve(agent);
  await customer.locator(".scores").waitFor();
  await customer.locator(".log").focus();
  await tabTo(customer, '.scores button[value="6"]');
  expect(await customer.locator(":focus").getAttribute("aria-label")).toBe("6 out of 10");
  await customer.keyboard.press("Enter");
  await customer.locator(".is-thanks").waitFor();
  await tabTo(customer, ".is-thanks textarea");
  await customer.keyboard.type("Too many keys");
  await tabTo(customer, ".is-thanks .reason button");
  await customer.keyboard.press("Enter");
  await customer.locator(".by-customer", { hasText: "Too many keys" }).waitFor();
});

test("a form that cannot be sent says so and keeps what was typed", async () => {
  const customer = await desk.tab("/customer");
  await writeIn(customer, "Sample Offline", "Hello");
  await customer.context().setOffline(true);
  await customer.fill("#text", "lost on the way?");
  await customer.click("#composer button");
  await customer.locator(".form-note", { hasText: "Not sent" }).waitFor();
  expect(await customer.inputValue("#text")).toBe("lost on the way?");
  await customer.context().setOffline(false);
  await customer.click("#composer button");
  await customer.locator(".by-customer", { hasText: "lost on the way?" }).waitFor();
  expect(await customer.locator(".by-customer").count()).toBe(2);
});
