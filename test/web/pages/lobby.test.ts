import { expect, test } from "vitest";
import { loadFigures, loadToDo } from "../../../adapters/web/pages/lobby/figures.ts";
import { agent, customer, DAY, SECOND } from "../../world.ts";
import { openPages } from "./pages.ts";

async function resolved(world: ReturnType<typeof openPages>["world"], name: string, skip?: string): Promise<void> {
  const where = `web:chat:${name}`;
  await world.writes({ address: `web:customer:${name}`, role: "customer", name }, "Hello", where);
  await world.writes(agent, "Hi", where);
  await world.resolves(agent, { where, ...(skip ? { skip } : {}) });
  await world.pass(SECOND, SECOND);
}

test("the lobby counts every resolution once, silence and reasons included", async () => {
  const pages = openPages();
  const { world } = pages;
  await resolved(world, "silent");
  await world.pass(15 * DAY, DAY / 24);
  await resolved(world, "happy");
  await world.writes({ address: "web:customer:happy", role: "customer" }, "10", "web:chat:happy");
  await resolved(world, "skipped", "a test");
  await resolved(world, "waiting");
  const figures = await loadFigures({ store: world.store, clock: { now: world.now } });
  const { fates, mayStillAnswer } = figures.ledger;
  expect([fates.resolved, mayStillAnswer, figures.bands]).toEqual([4, 1, { promoter: 1, passive: 0, detractor: 0 }]);
  expect(fates).toMatchObject({
    waiting: 1,
    answered: 1,
    silent: 1,
    declined: 0,
    notAsked: { "skipped-by-person": 1 },
  });
  const page = await pages.read("/");
  expect(page).toContain("<b>1</b> question went unanswered");
  expect(page).toContain("Not asked, and why: skipped by the team (1).");
  expect(page).toContain("1 answer<");
});

test("a desk where nothing has happened says how to begin", async () => {
  const page = await openPages().read("/");
  expect(page).toContain("No conversation has been resolved yet");
});

test("what is older than thirteen weeks is no longer counted", async () => {
  const { world } = openPages();
  await resolved(world, "old", "a test");
  const later = world.now() + 92 * DAY;
  expect((await loadFigures({ store: world.store, clock: { now: () => later } })).ledger.fates.resolved).toBe(0);
});

test("the lobby says what waits, the most urgent first, and of many only that there are more", async () => {
  const pages = openPages();
  const { world } = pages;
  const nothing = await pages.read("/");
  expect(nothing).toContain("Nothing is waiting for you.");
  for (let count = 1; count <= 22; count += 1)
    await world.handle({
      kind: "opened",
      conversation: `web:chat:${count}`,
      customer: { address: `web:customer:${count}`, role: "customer" },
      by: "customer",
    });
  await world.asked();
  await world.writes(customer, "2");
  await world.pass(10 * DAY, DAY);
  expect(await loadToDo({ store: world.store, clock: { now: world.now } })).toEqual({
    open: 1,
    late: 1,
    conversations: 21,
  });
  const page = await pages.read("/?name=Ash");
  const tasks = [...page.matchAll(/class="card task" href="([^"]+)"/g)].map(([, href]) => href);
  expect(tasks.slice(0, 3)).toEqual([
    "/cases?list=late&amp;name=Ash",
    "/cases?list=open&amp;name=Ash",
    "/agent?name=Ash",
  ]);
  expect(page).toContain("<b>1</b> case is late");
  expect(page).toContain("<b>20+</b> conversations are open");
});
