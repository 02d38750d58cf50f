import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { tap } from "../conversations/talk.ts";
import { openStore } from "../database/open-store.ts";
import { createWorld, type World } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder();
const excluding = (...given: string[]) => run(["exclude", ...given], { EMPTYCHAIR_DATA: folder.path });

async function withWorld<R>(work: (world: World) => Promise<R>): Promise<R> {
  const store = await openStore(join(folder.path, "emptychair.db"));
  const result = await work(createWorld({ store }));
  await store.close();
  return result;
}

beforeEach(() => withWorld(async (world) => world.handle(tap((await world.asked()).id, 3))));

it("leaves an answer out by the id of its conversation and counts it again, in the name that is given", async () => {
  const id = await withWorld(async (world) => (await world.interaction()).id);
  const done = await excluding(id, "--reason", "our own test", "--as", "Lead Birch");
  expect(done).toMatchObject({ code: 0, err: "" });
  expect(done.out).toContain("left out of the score");
  const [response] = await withWorld((world) => world.store.list("response", {}));
  expect(response?.excluded).toBe("our own test");
  expect(await excluding(response?.id ?? "", "--take-back", "--as", "Lead Birch")).toMatchObject({ code: 0 });
  const kept = await withWorld(async ({ store }) => [
    await store.list("response", {}),
    await store.list("audit", { orderBy: "number" }),
  ]);
  expect(kept).toMatchObject([
    [{ excluded: null }],
    [
      { act: "excluded", byName: "Lead Birch", byRole: "admin", via: "command", facts: { reason: "our own test" } },
      { act: "counted-again" },
    ],
  ]);
});

it("refuses what it cannot find, and what says neither or both", async () => {
  expect(await excluding("nobody", "--reason", "x", "--as", "Birch")).toMatchObject({ code: 1 });
  for (const given of [[], ["--reason", "x", "--take-back"]])
    expect(await excluding("some-id", ...given, "--as", "Birch")).toMatchObject({ code: 2, out: "" });
  expect(await excluding("some-id", "--reason", "x")).toMatchObject({ code: 2 });
});
