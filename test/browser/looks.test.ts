import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { faultsOf, unfold } from "./axe.ts";
import { useDesk } from "./desk.ts";
import { asked, opened, write } from "./seats.ts";

const desk = useDesk();
const paths: Record<string, string> = {};

/** What a score button looks like, one text for each. */
const LOOKS = `[...document.querySelectorAll(".scores button")].map((button) => {
  const { color, backgroundColor, borderColor, fontWeight, fontSize } = getComputedStyle(button);
  return [color, backgroundColor, borderColor, fontWeight, fontSize].join();
})`;

const here = (page: Page) => page.url().replace(desk.origin, "");

/** A desk with a conversation in every state, and the address of each. */
beforeAll(async () => {
  const waiting = await opened(desk, "Sample Waiting", "Is anybody there?");
  paths["a conversation that waits"] = waiting.path;
  const unclear = await asked(desk, "Sample Unclear");
  await write(unclear.customer, "7.5");
  await unclear.customer.locator(".scores").waitFor();
  paths["a question asked again"] = here(unclear.customer);
  const { customer, seat } = await asked(desk, "Sample Answered");
  await customer.click('.scores button[value="3"]');
  await customer.locator(".is-thanks").waitFor();
  paths["an answer given"] = here(customer);
  paths["an agent in a resolved conversation"] = seat;
  const agent = await desk.tab("/agent?name=Ash");
  await agent.locator(".queue a", { hasText: "Sample Waiting" }).click();
  paths["an agent in an open conversation"] = here(agent);
  Object.assign(paths, {
    "the lobby": "/",
    "a new chat": "/customer",
    "a new chat in German": "/customer?lang=de",
    "an agent without a name": "/agent",
    "the queue": "/agent?name=Ash",
    "the feed": "/team?name=Ash",
    "the feed without a name": "/team",
    "the executive's seat": "/executive",
    "a search": "/search?name=Ash&q=anybody+-never&week=",
    "a search without a name": "/search?q=anybody",
  });
});

const SCREENS = {
  "light on a desktop": { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  "dark on a phone": { colorScheme: "dark", viewport: { width: 360, height: 740 } },
} as const;

test.each(Object.entries(SCREENS))("every page is accessible and fits, %s", async (_, screen) => {
  const page = await desk.tab("/", screen);
  const faults: Record<string, string[]> = {};
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(desk.origin + path);
    await unfold(page);
    const found = await faultsOf(page);
    if (found.length > 0) faults[name] = found;
  }
  expect(Object.keys(paths)).toHaveLength(15);
  expect(faults).toEqual({});
});

test("a page on which something is wrong is found out", async () => {
  const page = await desk.tab("/");
  expect(await faultsOf(page)).toEqual([]);
  await page.evaluate(`{
    const main = document.querySelector("main");
    main.innerHTML = '<img src="/public/none.png"><p>pale</p><div>wide</div>';
    Object.assign(main.children[1].style, { color: "#ccc", background: "#fff" });
    main.children[2].style.width = "3000px";
  }`);
  const found = (await faultsOf(page)).map((fault) => fault.replace(/:.*/s, ""));
  expect(found).toEqual(expect.arrayContaining(["color-contrast", "image-alt"]));
  expect(found.at(-1)).toMatch(/^\d+ pixels too wide$/);
});

test("a page with all it loads weighs less than 100 kB", async () => {
  const page = await desk.tab("/");
  for (const path of Object.values(paths)) {
    const sizes: Promise<number>[] = [];
    page.removeAllListeners("response");
    page.on("response", (response) => {
      if (!response.url().endsWith("/live"))
        sizes.push(
          response.body().then(
            ({ length }) => length,
            () => 0,
          ),
        );
    });
    await page.goto(desk.origin + path, { waitUntil: "load" });
    const all = await Promise.all(sizes);
    expect(all.length).toBeGreaterThanOrEqual(2);
    expect(all.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  }
});

test("score buttons are equal in size and colour, in one row on a desktop and in neat fives on a phone", async () => {
  const path = paths["a question asked again"] ?? "";
  const rows = { 1280: 1, 360: 2 };
  for (const [width, count] of Object.entries(rows)) {
    const page = await desk.tab(path, { viewport: { width: Number(width), height: 800 } });
    const buttons = await page.locator(".scores button").all();
    const boxes = await Promise.all(buttons.map((button) => button.boundingBox()));
    const looks = await page.evaluate(LOOKS);
    expect(new Set(looks as string[]).size).toBe(1);
    expect(new Set(boxes.map((box) => Math.round(box?.width ?? 0))).size).toBe(1);
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(count);
    expect(Math.min(...boxes.map((box) => Math.min(box?.width ?? 0, box?.height ?? 0)))).toBeGreaterThanOrEqual(40);
  }
});
