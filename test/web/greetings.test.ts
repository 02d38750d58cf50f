import { expect, test } from "vitest";
import { fullWeek, WEEK } from "../chart/digests.ts";
import { agent, customer, DAY, HOUR } from "../world.ts";
import { digestRow, postedDigests } from "./digest-rows.ts";
import { openPages } from "./pages/pages.ts";

async function withGreeting() {
  const ask = { delay: "0s", quietHours: "", expireAfter: "3d" };
  const pages = openPages({ ask });
  const { world } = pages;
  await world.writes(customer, "Hello?");
  await world.writes(agent, "Hello!");
  await world.resolves(agent);
  await world.pass(7 * DAY, 6 * HOUR);
  const [greeting] = await world.store.list("greeting", {});
  if (!greeting) throw new Error("Nobody was drawn");
  return { pages, greeting };
}

test("the feed lists who is to be greeted, and takes what came of it next to each", async () => {
  const { pages, greeting } = await withGreeting();
  const feed = await pages.read("/team?name=Ash");
  expect(feed).toMatch(/<h3 dir="auto">Customer One<\/h3>\s*<p dir="auto">Agent Ash says hello\.<\/p>/);
  expect(feed).toContain("Customer One: what came of it</summary>");
  expect(feed).toContain('<option value="unreached">I couldn’t reach them</option>');
  const place = /name="place" value="([^"]*)"/.exec(feed)?.[1] ?? "";
  const told = { name: "Ash", place, act: "greet", subject: greeting.id };
  const wrong = await pages.post("/team/act", { ...told, score: "", note: "They <i>hung</i> up" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toMatch(/They &lt;i&gt;hung&lt;\/i&gt; up[\s\S]*Please choose the score they named/);
  expect((await pages.post("/team/act", { ...told, score: "7", note: "Fine." })).status).toBe(303);
  expect(await pages.world.store.get("greeting", greeting.id)).toMatchObject({ score: 7, words: "Fine." });
  await pages.world.settle();
  expect(await pages.read("/team?name=Ash")).toContain("passed on what they said");
});

test("the page of a week tells what the silent think, who came back and how honestly was asked, escaped", async () => {
  const { pages, greeting } = await withGreeting();
  const { interactionId, customerId } = greeting;
  const within = [
    { days: 30, share: 0.5, interval95: [0.25, 0.75] as const, atRisk: 20 },
    { days: 90, share: null, interval95: null, atRisk: 0 },
  ];
  const silence = {
    ...{ drawn: 20, greeted: 16, reached: 12, weeks: 4, answered: 40, greetedNps: -17, overall: -2.8 },
    ...{ interval95: [-40.1, 35.2] as const, stillNeeded: 9, keyCustomers: [{ customerId, interactionId }] },
  };
  const kinds = { reopened: 0, waited: 1, long: 0, unsettled: 2 };
  const skips = [{ by: "Agent <Ash>", count: 2, kinds, reasons: ["<b>angry</b>"], conversations: [] }];
  const asking = { skips, begging: [{ interactionId, sentence: "Give us a <10>!" }] };
  const document = { ...fullWeek(), silence, asking, heardAgain: [{ fate: "silent" as const, customers: 40, within }] };
  await postedDigests(pages.world.allDesks, [digestRow(document)]);
  const page = await pages.read(`/digest/${WEEK}`);
  expect(page).toContain(
    "Everybody’s score over the 4 weeks before, the silent included, is about −3, plausibly from −40 to +35.",
  );
  expect(page).toContain("9 more greetings, and we know everybody’s score to ±20 points.");
  expect(page).toContain("<bdi>Customer One</bdi>");
  expect(page).toContain("Those who said nothing, 40 in all: 50% within 30 days (25% to 75%).");
  expect(page).toContain("Agent &lt;Ash&gt; chose not to ask 2 customers (1 after a wait of a day or more and 2 who");
  expect(page).toContain("&lt;b&gt;angry&lt;/b&gt;");
  expect(page).toContain("One message asks a customer for a high score.");
  expect(page).toContain("Give us a &lt;10&gt;!");
});
