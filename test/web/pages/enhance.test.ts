import { expect, it } from "vitest";
import { customer } from "../../world.ts";
import { openDesk } from "../open-desk.ts";

const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });

it("lists what passives would have changed, plans it with a sentence, and keeps what was typed where it cannot", async () => {
  const { world, sit } = await openDesk();
  const { id: surveyId } = await world.asked();
  const comment = "It needs a <b>dark mode</b>.";
  await world.handle({ kind: "score-given", surveyId, by: customer, score: 8, comment, via: "form" });
  const page = async () => (await sit("/team/enhance?name=Birch")).text();
  expect(await page()).toContain("It needs a &lt;b&gt;dark mode&lt;/b&gt;.");
  expect(await page()).not.toContain("8/10");
  expect(await (await sit("/team/enhance")).text()).not.toContain("Plan it");
  const [item] = await world.store.list("enhancement", {});
  const act = (name: string, note: string) =>
    sit("/team/enhance", form({ name: "Birch", act: `enhance-${name}`, subject: item?.id ?? "", note }));
  const refused = await act("plan", "  ");
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Please say in a few words");
  expect((await act("plan", "In May.")).status).toBe(303);
  expect(await page()).toMatch(/planned, by Birch[\s\S]*<q dir="auto">In May\.<\/q>/);
  expect((await act("finish", "It has one now.")).status).toBe(303);
  expect(await page()).toContain("Done or withdrawn lately");
  expect(await world.store.list("enhancement", {})).toMatchObject([{ state: "done" }]);
});
