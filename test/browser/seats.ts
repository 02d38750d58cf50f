import type { Locator, Page } from "playwright-core";
import { expect, vi } from "vitest";

/** Types into the composer, sends it with the keyboard and waits until it is taken. */
export async function write(page: Page, text: string): Promise<void> {
  await page.waitForLoadState();
  await page.fill("#text", text);
  await page.press("#text", "Enter");
  await vi.waitFor(async () => expect(await page.inputValue("#text")).toBe(""), { timeout: 60_000, interval: 20 });
}

/** The post of the bot with those words. */
export function post(page: Page, words: string): Locator {
  return page.locator("article.by-bot", { hasText: words });
}

/** A customer's first message; the address of the tab's page is its own from then on. */
export async function writeIn(page: Page, name: string, text: string): Promise<void> {
  await page.fill("#name", name);
  await write(page, text);
  await page.locator(".by-customer").first().waitFor();
}

/** Opens the customer's conversation from the agent's queue. */
export async function takeUp(page: Page, customer: string): Promise<void> {
  await page.locator(".queue a", { hasText: customer }).first().click();
  await page.locator("#conversation-title", { hasText: customer }).waitFor();
}

/** Resolves the conversation an agent is in; with a reason, nobody is asked. */
export async function resolve(page: Page, skip?: string): Promise<void> {
  await page.click("#resolving > summary");
  if (skip) await page.fill("#skip", skip);
  await page.click("#resolve button");
  await page.locator("#reopen").waitFor();
}

/** A conversation brought to the question: the customer's tab, in which it has just been asked. */
export async function asked(
  desk: { tab(path: string): Promise<Page> },
  name: string,
): Promise<{ customer: Page; agent: Page }> {
  const [customer, agent] = await Promise.all([desk.tab("/customer"), desk.tab("/agent?name=Ash")]);
  await writeIn(customer, name, "Where is my parcel?");
  await takeUp(agent, name);
  await write(agent, "It comes tomorrow.");
  await resolve(agent);
  await customer.locator(".scores").waitFor();
  return { customer, agent };
}
