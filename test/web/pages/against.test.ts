import { expect, it } from "vitest";
import { weekOf } from "../../../src/digest/week.ts";
import type { Person } from "../../../src/interaction/customer.ts";
import { customer, MINUTE, type World } from "../../world.ts";
import { openPages, type Pages } from "./pages.ts";

const HELPER: Person = { address: "web:agent:Ash", role: "agent", name: "Ash" };
const OTHER: Person = { address: "web:agent:Birch", role: "agent", name: "Birch" };
const COMMENT = "Great support, but the <b>app</b> still crashes.";

/** The customer gives a 9 whose words complain; gives the conversation's id and the page of the week. */
async function contradicted({ world }: Pages): Promise<{ interactionId: string; path: string }> {
  await world.writes(customer, "My app crashes.");
  await world.writes(HELPER, "Please try again.");
  await world.resolves(HELPER);
  await world.settle();
  const { id: surveyId } = await world.survey();
  const given = { kind: "score-given", surveyId, by: customer, score: 9, via: "form", comment: COMMENT } as const;
  await world.handle(given);
  await world.pass(MINUTE);
  const { id: interactionId } = await world.interaction();
  return { interactionId, path: `/digest/${weekOf(world.now(), "Europe/Berlin")}` };
}

const found = (world: World) => world.store.list("examination", {});
const subjectIn = (page: string) => /name="subject" value="(response:[^"]+)"/.exec(page)?.[1] ?? "";

it("lists them on the week's page, says by which words, and takes down what was found there and on the conversation's own", async () => {
  const pages = openPages();
  const { interactionId, path } = await contradicted(pages);
  const week = await pages.read(`${path}?name=Birch`);
  expect(week).toContain("Words against numbers</summary>");
  expect(week).toContain("A high score, and a complaint");
  expect(week).toContain("Great support, but the &lt;b&gt;app&lt;/b&gt; still crashes.");
  expect(week).toContain("Listed because: “still crashes”.");
  const talk = await pages.read(`/conversations/${interactionId}?name=Birch`);
  expect(talk).toContain("The words and the number disagree");
  const subject = subjectIn(talk);
  expect(subjectIn(week)).toBe(subject);
  const told = { name: "Birch", subject, found: "upside-down", conversation: interactionId };
  const answer = await pages.post("/examine", told);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/conversations/${interactionId}?name=Birch`]);
  expect(await found(pages.world)).toMatchObject([{ id: subject, found: "upside-down", byName: "Birch" }]);
  const seen = "Birch looked at it: Scale read upside down; customer asked.";
  expect(await pages.read(`${path}?name=Birch`)).toContain(seen);
  expect(await pages.read(`/conversations/${interactionId}?name=Birch`)).toContain(seen);
  expect((await pages.world.store.list("response", {})).map(({ score }) => score)).toEqual([9]);
  expect((await pages.post("/examine", { ...told, subject: "response:ghost:1" })).status).toBe(404);
  expect((await pages.post("/examine", { ...told, found: "a nine" })).status).toBe(303);
  expect(await found(pages.world)).toHaveLength(1);
});

it.each([
  ["who helped, not", HELPER, false],
  ["who did not help", OTHER, true],
])("shows it to an agent %s", async (_, reader, isShown) => {
  const pages = openPages({}, reader);
  const { interactionId, path } = await contradicted(pages);
  expect((await pages.read(path)).includes("A high score, and a complaint")).toBe(isShown);
  expect((await pages.read(`/conversations/${interactionId}`)).includes("Listed because")).toBe(isShown);
});

it("is not taken from an executive, who reads and works no case", async () => {
  const pages = openPages({}, { address: "web:executive:Elm", role: "executive", name: "Elm" });
  await contradicted(pages);
  const [response] = await pages.world.store.list("response", {});
  const subject = `response:${response?.id}:${response?.revisionCount}`;
  expect((await pages.post("/examine", { subject, found: "as-given" })).status).toBe(403);
  expect(await found(pages.world)).toEqual([]);
});
