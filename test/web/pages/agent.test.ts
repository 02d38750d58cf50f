import { expect, test } from "vitest";
import { agent, customer, MINUTE, SECOND, stranger } from "../../world.ts";
import { openPages, type Pages } from "./pages.ts";

const WHERE = "web:chat:1";

async function answered(pages: Pages, text: string): Promise<string> {
  const { world } = pages;
  await world.writes(customer, "Hello", WHERE);
  await world.writes(agent, "Hi", WHERE);
  await world.resolves(agent, { where: WHERE });
  await world.pass(SECOND, SECOND);
  await world.writes(customer, text, WHERE);
  await world.settle();
  return `/agent?name=Ash&conversation=${(await world.interaction(WHERE)).id}`;
}

test("a typed score is blanked out for agents, in the conversation and in the queue", async () => {
  const pages = openPages();
  const page = await pages.read(await answered(pages, "4"));
  expect(page.match(/Answered the question/g)).toHaveLength(2);
  expect(page).not.toMatch(/>4<|sorry|4 out of 10/);
});

test("an attempt at a score is blanked out as well", async () => {
  const pages = openPages();
  expect(await pages.read(await answered(pages, "3.5"))).not.toContain("3.5");
});

test("the score is shown where the settings let agents see it", async () => {
  const pages = openPages({ recovery: { agentsSeeOwnScores: true } });
  const page = await pages.read(await answered(pages, "4"));
  expect(page).toContain("(4 out of 10)");
  expect(page).not.toContain("Answered the question");
});

test("a number written later, in the reopened conversation, is no answer and stays readable", async () => {
  const pages = openPages();
  const address = await answered(pages, "9");
  await pages.world.pass(MINUTE);
  await pages.world.handle({ kind: "reopened", conversation: WHERE, by: agent });
  await pages.world.writes(agent, "How many are missing?", WHERE);
  await pages.world.writes(customer, "7", WHERE);
  expect(await pages.read(address)).toContain('<p class="words" dir="auto">7</p>');
});

test("whoever has waited longest stands first, and who was answered stands below", async () => {
  const { world, read } = openPages();
  await world.writes({ ...customer, address: "web:customer:9", name: "Customer Nine" }, "Third", "web:chat:9");
  await world.writes(agent, "Yes?", "web:chat:9");
  await world.pass(MINUTE);
  await world.writes(stranger, "First", "web:chat:2");
  await world.pass(MINUTE);
  await world.writes(customer, "Second", WHERE);
  await world.pass(MINUTE);
  await world.writes(stranger, "First, still", "web:chat:2");
  const page = await read("/agent?name=Ash");
  const at = ["Customer Two", "Customer One", "Customer Nine"].map((name) => page.indexOf(name));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(page).toContain("waiting 2 min");
});

test("the fate of a resolution is said in words", async () => {
  const { world, read } = openPages({ ask: { delay: "5m", quietHours: "" } });
  await world.writes(customer, "Hello", WHERE);
  await world.writes(agent, "Hi", WHERE);
  await world.resolves(agent, { where: WHERE });
  expect(await read(`/agent?name=Ash&conversation=${(await world.interaction(WHERE)).id}`)).toContain(
    "Survey goes out at 10:05",
  );
});

test("a conversation that takes place elsewhere cannot be answered from here", async () => {
  const { world, read, post } = openPages();
  await world.writes({ address: "slack:T1:U1", role: "customer", name: "Customer S" }, "Hello", "slack:T1:C1:1");
  const { id } = await world.interaction("slack:T1:C1:1");
  expect(await read(`/agent?name=Ash&conversation=${id}`)).toContain("takes place on Slack");
  await post("/agent/reply", { name: "Ash", conversation: id, form: "f1", text: "Hi" });
  expect(await world.store.list("entry", {})).toHaveLength(1);
});

test("an agent without a name is asked for it and led back to the conversation", async () => {
  const { read } = openPages();
  expect(await read("/agent?conversation=some-id")).toContain('name="conversation" value="some-id"');
});
