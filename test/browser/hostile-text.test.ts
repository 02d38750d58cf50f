import { expect, test } from "vitest";
import { useDesk } from "./desk.ts";
import { takeUp, write, writeIn } from "./seats.ts";

const desk = useDesk();
const RIGHT_TO_LEFT_OVERRIDE = "\u202e";
const HOSTILE = {
  markup: `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>&lt;b&gt; "'\``,
  "right to left": `${RIGHT_TO_LEFT_OVERRIDE}gnp.exe שלום, איפה החבילה שלי?`,
  "very long": `${"word ".repeat(500)}${"x".repeat(2_500)}`,
  emoji: "👩🏽‍🚀🧵 family: 👨‍👩‍👧‍👦 flag: 🏳️‍🌈",
};

test.each(Object.entries(HOSTILE))(
  "%s arrives literally and does no harm, for the customer and the agent",
  async (_, text) => {
    const customer = await desk.tab("/customer");
    const agent = await desk.tab("/agent?name=Ash");
    const name = `<b>Sample</b> ${_}`;
    await writeIn(customer, name, text);
    await write(customer, text);
    await takeUp(agent, name);
    for (const page of [customer, agent]) {
      expect(await page.locator(".by-customer .words").allTextContents()).toEqual([text.trim(), text.trim()]);
      expect(await page.title()).not.toContain("taken");
      expect(await page.locator(".log img, .log script, .log b, .queue img").count()).toBe(0);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    }
  },
);

test("an agent's name is text as well", async () => {
  const agent = await desk.tab(`/agent?name=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
  expect(await agent.locator(".me").textContent()).toContain('"><img src=x onerror=alert(1)>');
  expect(await agent.locator("main img").count()).toBe(0);
});
