import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Route } from "playwright-core";
import { afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { type OpenDesk, openDesk } from "../web/open-desk.ts";
import { MINUTE, SECOND, settingsOf } from "../world.ts";
import { faultsOf } from "./axe.ts";
import { theBrowser } from "./browser.ts";
import { watchedTab } from "./desk.ts";

const LANGUAGES = ["en", "de", "es", "fr", "ja", "pt-BR"];
const PHONE = { viewport: { width: 360, height: 600 } };
const agent = { address: "web:agent:ash", role: "agent", name: "Ash" } as const;
const ask = { delay: "0s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s" };
const desk = { brand: "Acme", name: "Acme Support" };

let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  browser = await theBrowser();
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(faults.splice(0)).toEqual([]);
});

/** Where the question, the numbers and both ends are, what of the page they can be seen in, and how each number looks. */
const MEASURED = `(() => {
  const box = (element) => { const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    return { left, right, top, bottom, width, height }; };
  const numbers = [...document.querySelectorAll(".scores .score, .scores button")];
  const looks = numbers.map((one) => { const { color, backgroundColor, borderColor, fontWeight, fontSize } = getComputedStyle(one.querySelector("span") ?? one);
    return [color, backgroundColor, borderColor, fontWeight, fontSize].join(); });
  return { lang: document.documentElement.lang, view: box(document.querySelector(".log") ?? document.documentElement),
    question: box(document.querySelector(".is-question > .words, .survey-page h1")), ends: [...document.querySelectorAll(".ends span")].map(box),
    numbers: numbers.map(box), looks: new Set(looks).size, checked: document.querySelectorAll(".scores :checked").length };
})()`;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

interface Measured {
  readonly lang: string;
  readonly view: Box;
  readonly question: Box;
  readonly ends: readonly Box[];
  readonly numbers: readonly Box[];
  readonly looks: number;
  readonly checked: number;
}

/** Whether the first words of the thanks can be read in the log. */
const IS_SEEN = `(() => {
  const [log, words] = [".log", ".is-thanks > .words"].map((one) => document.querySelector(one).getBoundingClientRect());
  return words.top >= log.top && words.bottom <= log.bottom;
})()`;

/** What stands in the way of answering freely, on a page of that size. */
function bent({ view, question, ends, numbers, looks, checked }: Measured, count: number): string[] {
  const [low, high] = ends;
  const [first, last] = [numbers[0], numbers[numbers.length / 2 > 5 ? 5 : 4]];
  const lowest = Math.max(...numbers.map(({ bottom }) => bottom));
  const all = [question, ...numbers, ...ends];
  const [top, bottom] = [Math.max(0, view.top), Math.min(600, view.bottom)];
  const isOutside = (box: Box) => box.top < top || box.bottom > bottom || box.left < 0 || box.right > 360;
  const faults: Record<string, boolean> = {
    "not every number is there": numbers.length !== count,
    "something is out of sight": all.some(isOutside),
    "an end is not under its end":
      !low ||
      !high ||
      !first ||
      !last ||
      low.top < lowest ||
      Math.abs(low.left - first.left) > 4 ||
      Math.abs(high.right - last.right) > 4,
    "the numbers differ in size":
      new Set(numbers.map(({ width, height }) => `${Math.round(width)} ${Math.round(height)}`)).size !== 1,
    "a number is too small to be tapped": numbers.some(({ width, height }) => Math.min(width, height) < 44),
    "the numbers differ in looks": looks !== 1,
    "a number is chosen already": checked !== 0,
  };
  return Object.keys(faults).filter((name) => faults[name]);
}

/** A question to somebody of each language; gives the addresses of their pages. */
async function questions({ world }: OpenDesk, languages: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const locale of languages) {
    const where = `web:chat:chat-${locale}`;
    await world.writes({ address: `web:customer:chat-${locale}`, role: "customer", locale }, "Hello", where);
    await world.writes(agent, "Hello", where);
    await world.resolves(agent, { where });
    await world.pass(SECOND, SECOND);
    const { id: interactionId } = await world.interaction(where);
    const [survey] = await world.store.list("survey", { where: { interactionId } });
    paths.push(`/survey/${survey?.token}`, `/customer?me=chat-${locale}&chat=chat-${locale}`);
  }
  return paths;
}

test.each([
  ["1-10", 10, ["de", "fr"]],
  ["0-10", 11, LANGUAGES],
] as const)(
  "on a small phone the question, all numbers and both ends are seen at once in every language: %s",
  async (scale, count, languages) => {
    const open = await openDesk({ settings: settingsOf({ desk, ask, question: { scale } }) });
    const paths = await questions(open, languages);
    const page = await watchedTab(browser, open.url, PHONE, faults);
    const found: Record<string, readonly string[]> = {};
    const spoken: string[] = [];
    for (const path of paths) {
      await page.goto(open.origin + path);
      const measured = (await page.evaluate(MEASURED)) as Measured;
      spoken.push(measured.lang);
      const isOnce = count === 10 && measured.lang === "de";
      const all = [...bent(measured, count), ...(isOnce ? await faultsOf(page) : [])];
      if (all.length > 0) found[path] = all;
    }
    expect(spoken).toEqual(languages.flatMap((locale) => [locale, locale]));
    expect(found).toEqual({});
  },
);

test("after sending nothing asks again, and the answer can be changed by a small link", async () => {
  const open = await openDesk({ settings: settingsOf({ desk, ask }) });
  const [path = ""] = await questions(open, ["en"]);
  const page = await watchedTab(browser, `${open.origin}${path}?score=9`, { ...PHONE, colorScheme: "dark" }, faults);
  expect(await page.locator(":checked").inputValue()).toBe("9");
  await page.locator("button.primary").click();
  await page.locator("h1", { hasText: "Thank you for the 9!" }).waitFor();
  expect(await page.locator('[name="score"]').count()).toBe(0);
  expect(await page.locator(".hint", { hasText: "We keep conversations" }).count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  await page.locator("a", { hasText: "Change my answer" }).click();
  await page.locator('label.score:has([value="3"])').click();
  await page.locator("button.primary").click();
  await page.locator(".own-score", { hasText: "3 out of 10" }).waitFor();
});

/** A site of somebody else with a strict policy, on which the widget stands. */
async function siteWith(script: () => string, policy: () => string): Promise<string> {
  const server = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.setHeader("Content-Security-Policy", policy());
    answer.end(`<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width, initial-scale=1"><title>A shop</title></head>
<body><main><h1>A shop</h1><button id="own">Buy</button></main>${script()}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("the widget serves a customer on a foreign page with a strict policy, from the first word to the answer", async () => {
  const at = { origin: "" };
  const site = await siteWith(
    () => `<script src="${at.origin}/widget.js" async></script>`,
    () => `default-src 'none'; script-src ${at.origin}; connect-src ${at.origin}; require-trusted-types-for 'script'`,
  );
  const open = await openDesk({ settings: settingsOf({ desk, ask, chat: { public: true, sites: [site] } }) });
  const { world } = open;
  at.origin = open.origin;
  const page = await watchedTab(browser, site, { ...PHONE, colorScheme: "dark" }, faults);
  const launch = page.locator("button.launch");
  await launch.waitFor();
  await launch.press("Enter");
  expect(await page.locator("[role=dialog] #text:focus").count()).toBe(1);
  expect(await page.locator(".panel").boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 600 });
  await page.keyboard.type("Where is my parcel?");
  const loseAnswer = (route: Route) => route.fetch().then(() => route.abort());
  await page.route("**/widget/message*", loseAnswer, { times: 1 });
  await page.locator(".compose button.primary").press("Enter");
  await page.locator(".compose .note", { hasText: "Not sent. Please try again." }).waitFor();
  await page.locator(".item.customer", { hasText: "Where is my parcel?" }).waitFor();
  await page.locator(".compose button.primary").press("Enter");
  await expect.poll(() => page.locator("#text").inputValue()).toBe("");
  expect(await page.locator(".item.customer").count()).toBe(1);
  const [interaction] = await world.store.list("interaction", {});
  const where = interaction?.conversation ?? "";
  await world.writes(agent, "It comes tomorrow.", where);
  await page.locator(".item.agent", { hasText: "It comes tomorrow." }).waitFor();
  for (const key of ["Shift+Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab"]) {
    await page.keyboard.press(key);
    expect(await page.locator("[role=dialog] :focus").count()).toBe(1);
  }
  await page.keyboard.press("Escape");
  expect(await page.locator("button.launch:focus").count()).toBe(1);
  await world.resolves(agent, { where });
  await world.pass(SECOND, SECOND);
  await page.locator("button.launch.new").click();
  expect((await page.locator("h2").boundingBox())?.height).toBeLessThan(40);
  const buttons = await page.locator(".scores button").all();
  const boxes = await Promise.all(buttons.map((button) => button.boundingBox()));
  expect(new Set(boxes.map((box) => `${Math.round(box?.width ?? 0)} ${Math.round(box?.height ?? 0)}`)).size).toBe(1);
  expect(Math.min(...boxes.map((box) => Math.min(box?.width ?? 0, box?.height ?? 0)))).toBeGreaterThanOrEqual(44);
  expect(await page.locator(".ends span").allTextContents()).toEqual([
    "1 = not at all likely",
    "10 = extremely likely",
  ]);
  expect(await faultsOf(page)).toEqual([]);
  await page.locator(".scores button", { hasText: "9" }).click();
  await page.locator(".item.customer", { hasText: "9 out of 10" }).waitFor();
  await world.pass(SECOND, SECOND);
  await page.locator(".acts textarea").fill("Quick help.");
  await page.locator(".acts form button.primary").click();
  await page.locator(".item.customer", { hasText: "Quick help." }).waitFor();
  expect(await world.store.list("response", {})).toMatchObject([{ score: 9, comment: "Quick help." }]);
  await page.reload();
  await page.locator("button.launch").click();
  await page.locator(".item.customer", { hasText: "Quick help." }).waitFor();
});

test("the widget speaks the page's language, and is not there for a site that is not named", async () => {
  const at = { origin: "" };
  const tag = () => `<script src="${at.origin}/widget.js" data-lang="de" async></script>`;
  const policy = () => `script-src ${at.origin}; connect-src ${at.origin}`;
  const [named, stranger] = [await siteWith(tag, policy), await siteWith(tag, policy)];
  const open = await openDesk({ settings: settingsOf({ desk, ask, chat: { public: true, sites: [named] } }) });
  at.origin = open.origin;
  const page = await watchedTab(browser, named, {}, []);
  await page.locator("button.launch", { hasText: "Nachricht an Acme" }).click();
  expect(await page.locator("[role=dialog]").innerText()).toContain("ein Mensch wird Ihnen antworten");
  const refused = page.waitForEvent("requestfailed", (request) => request.url().includes("/widget/words"));
  await page.goto(stranger);
  await refused;
  expect(await page.locator("button.launch").count()).toBe(0);
});

test("the chat that needs no key goes from the first word to the answer, after a restart too", async () => {
  const settings = settingsOf({ desk, ask, chat: { public: true } });
  const first = await openDesk({ settings });
  const { world } = first;
  const page = await watchedTab(browser, `${first.origin}/chat`, PHONE, faults);
  expect(await page.locator("header.top a.brand span").textContent()).toBe("Acme");
  expect(await page.locator("header.top a").count()).toBe(2);
  await page.fill("#text", "Where is my parcel?");
  await page.click("#composer button");
  await page.locator(".by-customer", { hasText: "Where is my parcel?" }).waitFor();
  await first.platform.stop();
  await page.locator(".offline", { hasText: "You’re offline" }).waitFor();
  await openDesk({ settings, from: world, port: first.port });
  const [interaction] = await world.store.list("interaction", {});
  const where = interaction?.conversation ?? "";
  await world.writes(agent, "It comes tomorrow.", where);
  await page.locator(".by-agent", { hasText: "It comes tomorrow." }).waitFor();
  await world.resolves(agent, { where });
  await world.pass(MINUTE, MINUTE);
  await page.locator(".scores").waitFor();
  expect(new URL(page.url()).search).toBe("");
  await page.fill("#text", "10");
  await page.press("#text", "Enter");
  await expect.poll(() => world.store.list("response", {})).toMatchObject([{ score: 10 }]);
  await world.pass(SECOND, SECOND);
  await page.locator(".is-thanks").waitFor();
  await expect.poll(() => page.evaluate(IS_SEEN)).toBe(true);
});
