import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../database/open-store.ts";
import { createWorld } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder({ withDatabase: true });
const keys = (...given: string[]) => run(["keys", ...given], { EMPTYCHAIR_DATA: folder.path });

async function rows() {
  const store = await openStore(join(folder.path, "emptychair.db"));
  const world = createWorld({ store });
  const found = [await world.store.list("key", {}), await world.store.list("audit", { orderBy: "number" })] as const;
  await store.close();
  return found;
}

it("makes a key, prints it alone and once, lists it without it, and takes it back by name or id", async () => {
  const made = await keys("add", "Ticket system", "--write");
  expect(made.out).toMatch(/^ec_\S+\n$/);
  expect(made).toMatchObject({ code: 0, err: expect.stringContaining("shown only now") });
  expect((await keys("add", "Reports", "--read")).code).toBe(0);
  const [kept, audit] = await rows();
  expect(JSON.stringify([kept, audit])).not.toContain(made.out.trim());
  expect(audit).toMatchObject([
    { act: "key-made", byRole: "admin", via: "command" },
    { act: "key-made", facts: { scope: "read" } },
  ]);
  const listed = await keys("list");
  expect(listed.out).toMatch(/^ID +NAME +MAY +MADE +LAST USED +REVOKED\n/);
  expect(listed.out).toMatch(/Ticket system +read and write .* never/);
  expect(listed.out).not.toContain("ec_");
  const id = kept.find(({ name }) => name === "Reports")?.id ?? "";
  expect((await keys("revoke", id.slice(0, 12))).out).toContain("The key for Reports is revoked.");
  expect((await keys("revoke", "Ticket system")).code).toBe(0);
  const all = JSON.parse((await keys("list", "--format", "json")).out);
  expect(all).toHaveLength(2);
  for (const one of all) expect(one.revokedAt).toMatch(/Z$/);
});

it("says what is missing, taken or unknown", async () => {
  expect((await keys("list")).out).toContain("No key has been made");
  for (const wrong of [["add", "One"], ["add", "One", "--read", "--write"], ["add", "--read"], ["revoke"]])
    expect(await keys(...wrong)).toMatchObject({ code: 2, out: "" });
  await keys("add", "One", "--read");
  expect(await keys("add", "One", "--write")).toMatchObject({ code: 1, err: expect.stringContaining("has that name") });
  expect(await keys("revoke", "Two")).toMatchObject({ code: 1, err: expect.stringContaining("No open key") });
});
