import { expect, test } from "vitest";
import { loadFigures } from "../../../adapters/web/pages/lobby/figures.ts";
import { agent, DAY, SECOND } from "../../world.ts";
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
  expect(figures).toEqual({
    resolved: 4,
    fates: { waiting: 1, answered: 1, silent: 1, declined: 0, "not-asked": 1, undeliverable: 0 },
    notAsked: [["skipped-by-person", 1]],
    bands: { promoter: 1, passive: 0, detractor: 0 },
  });
  const page = await pages.read("/");
  expect(page).toContain("<b>1</b> question went unanswered");
  expect(page).toContain("<b>1</b> skipped by the team");
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
  expect((await loadFigures({ store: world.store, clock: { now: () => later } })).resolved).toBe(0);
});
