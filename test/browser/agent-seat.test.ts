import { beforeAll, expect, test } from "vitest";
import { faultsOf } from "./axe.ts";
import { useDesk } from "./desk.ts";
import { asked, opened, takeUp, write } from "./seats.ts";

const desk = useDesk();
const LAPTOP = { viewport: { width: 1366, height: 650 } };
const PHONE = { viewport: { width: 360, height: 640 }, colorScheme: "dark" } as const;
const paths = { seat: "", story: "", person: "" };

/** One customer who waits, and one whose answer was a 3. */
beforeAll(async () => {
  await opened(desk, "Sample Waiting", "Is anybody there?");
  const { customer, id } = await asked(desk, "Sample Answered");
  await customer.click('.scores button[value="3"]');
  await customer.locator(".is-thanks").waitFor();
  paths.seat = `/agent?conversation=${id}&name=Ash`;
  paths.story = `/conversations/${id}?name=Birch`;
  const agent = await desk.tab(paths.story);
  paths.person = (await agent.locator('.aside a[href^="/customers/"]').getAttribute("href")) ?? "";
});

test("on a laptop of 1366x650 each form stands in the pane with its button, and what is new is marked until it is read", async () => {
  await opened(desk, "Sample Laptop", "My invoice is wrong.");
  const agent = await desk.tab("/agent?name=Birch", LAPTOP);
  const queued = agent.locator(".queue li", { hasText: "Sample Laptop" });
  expect(await queued.locator(".fresh").textContent()).toBe("1 new");
  await takeUp(agent, "Sample Laptop");
  for (const fold of ["#resolving", "#pulling"]) {
    await agent.click(`${fold} > summary`);
    const pane = await agent.locator(".conversation").boundingBox();
    const button = await agent.locator(`${fold} button`).boundingBox();
    const bottom = (button?.y ?? 0) + (button?.height ?? Number.NaN);
    expect(bottom).toBeLessThanOrEqual(Math.min(650, (pane?.y ?? 0) + (pane?.height ?? 0)));
    expect(button?.y).toBeGreaterThan(pane?.y ?? Number.NaN);
    expect(
      await agent.evaluate(
        "document.querySelector('.acts').scrollHeight - document.querySelector('.acts').clientHeight",
      ),
    ).toBeLessThanOrEqual(1);
    await agent.click(`${fold} > summary`);
  }
  await write(agent, "Let me see.");
  await agent.goto(`${desk.origin}/agent?name=Birch`);
  expect(await queued.locator(".fresh").count()).toBe(0);
  await agent.getByText("yours").waitFor();
});

test("on a phone list and conversation are a screen each, with a way back, by the keyboard alone", async () => {
  const page = await desk.tab("/agent?name=Ash", PHONE);
  expect(await page.locator(".conversation").isVisible()).toBe(false);
  await page.locator(".queue li a", { hasText: "Sample Waiting" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#conversation-title", { hasText: "Sample Waiting" }).waitFor();
  expect(await page.locator(".queue").isVisible()).toBe(false);
  await page.locator(".back a").focus();
  await page.keyboard.press("Enter");
  await page.locator(".queue li").first().waitFor();
  expect(await page.locator(".conversation").isVisible()).toBe(false);
});

test.each([
  ["light on a laptop", LAPTOP],
  ["dark on a phone", PHONE],
])("the seat, a conversation’s page and a customer’s are accessible and fit, %s", async (_, screen) => {
  const page = await desk.tab("/", screen);
  for (const path of Object.values(paths)) {
    await page.goto(desk.origin + path);
    for (const summary of await page.locator("main .aside summary").all()) await summary.click();
    expect([path, await faultsOf(page)]).toEqual([path, []]);
  }
});

test("an answer is left out and counted again by the keyboard, in place", async () => {
  const page = await desk.tab(paths.story);
  await page.locator("[id^=excluding] > summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Our own test");
  await page.keyboard.press("Enter");
  await page.locator(".left", { hasText: "Not counted in the score: Our own test" }).waitFor();
  await page.locator("[id^=include] button").focus();
  await page.keyboard.press("Enter");
  await page.locator("[id^=excluding]").waitFor();
  expect(await page.locator(".left").count()).toBe(0);
});
