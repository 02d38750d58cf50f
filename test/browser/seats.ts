import type { Locator, Page } from "playwright-core";
import { expect, vi } from "vitest";
import type { OpenDesk } from "./desk.ts";

const WAITED = { timeout: 60_000, interval: 20 };

/** Types into the composer, sends it with the keyboard and waits until it is taken. */
export async function write(page: Page, text: string): Promise<void> {
  await page.waitForLoadState();
  await page.fill("#text", text);
  await page.press("#text", "Enter");
  await vi.waitFor(async () => expect(await page.inputValue("#text")).toBe(""), WAITED);
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

/** Id of the conversation of the customer with the name, as the agent's queue has it. */
async function queuedId(desk: OpenDesk, name: string): Promise<string> {
  const queue = await (await desk.sit("/agent?name=Ash")).text();
  const id = new RegExp(`id="queued-([^"]+)"(?:(?!id="queued-)[\\s\\S])*${name}`).exec(queue)?.[1];
  if (id === undefined) throw new Error(`${name} is not in the queue`);
  return id;
}

/** A conversation in which a customer waits. */
export interface SeatedTalk {
  /** Its id. */
  readonly id: string;
  /** The customer's page of it. */
  readonly path: string;
  /** The agent's page of it. */
  readonly seat: string;
}

/** A customer's first message, sent by the form alone: with tabs it takes ten times as long. */
export async function opened(desk: OpenDesk, name: string, text: string): Promise<SeatedTalk> {
  const chat = name.toLowerCase().replace(/\W+/g, "-");
  await desk.sit("/customer/message", { me: `me-${chat}`, chat, name, text });
  const id = await queuedId(desk, name);
  return { id, path: `/customer?me=me-${chat}&chat=${chat}`, seat: `/agent?name=Ash&conversation=${id}` };
}

/** A conversation brought to the question by the forms alone, and the customer's tab, in which it stands. */
export async function asked(desk: OpenDesk, name: string): Promise<SeatedTalk & { readonly customer: Page }> {
  const waiting = await opened(desk, name, "Where is my parcel?");
  const by = { name: "Ash", conversation: waiting.id };
  await desk.sit("/agent/reply", { ...by, text: "It comes tomorrow." });
  await desk.sit("/agent/resolve", by);
  await vi.waitFor(async () => expect(await (await desk.sit(waiting.path)).text()).toContain('class="scores'), WAITED);
  const customer = await desk.tab(waiting.path);
  await customer.locator(".scores").waitFor();
  return { ...waiting, customer };
}
