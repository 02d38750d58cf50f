import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { readTombstones } from "../../adapters/database/tombstones.ts";
import { tap } from "../conversations/talk.ts";
import { openStore } from "../database/open-store.ts";
import { createWorld, customer, MINUTE, type World } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder();
const database = () => join(folder.path, "emptychair.db");
const running = (...given: string[]) => run(given, { EMPTYCHAIR_DATA: folder.path });
const PERSON = { ...customer, email: "one@example.com" };

async function withWorld<R>(work: (world: World) => Promise<R>): Promise<R> {
  const store = await openStore(database());
  const result = await work(createWorld({ store }));
  await store.close();
  return result;
}

beforeEach(() =>
  withWorld(async (world) => {
    await world.writes(PERSON, "The kumquat is broken.");
    await world.writes({ address: "web:agent:ash", role: "agent", name: "Ash" }, "Mended.");
    await world.resolves();
    await world.pass(5 * MINUTE);
    await world.handle(tap((await world.survey()).id, 3));
    await world.settle();
  }),
);

it("forgets by e-mail address, once asked or told, and leaves no byte", async () => {
  expect(await running("forget", "one@example.com")).toMatchObject({ code: 2, out: "" });
  const { code, out, err } = await running("forget", "one@example.com", "--yes");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Forgotten.");
  expect(readTombstones(`${database()}.forgotten.jsonl`)).toHaveLength(1);
  for (const word of ["kumquat", "one@example.com", customer.address, "Customer One"])
    expect(readFileSync(database()).includes(word), word).toBe(false);
  expect(await running("forget", "one@example.com", "--yes")).toMatchObject({ code: 1 });
});

it("prints everything that is kept about a customer, and the audit log tells of it", async () => {
  const { code, out } = await running("customer-data", customer.address);
  expect(code).toBe(0);
  const held = JSON.parse(out);
  expect(held).toMatchObject({ customer: { email: "one@example.com" }, addresses: [customer.address] });
  expect(held.conversations[0].entries[0].text).toBe("The kumquat is broken.");
  expect(held.conversations[0].answers[0]).toMatchObject({ score: 3 });
  expect(out).not.toContain("token");
  const audits = await withWorld((world) => world.store.list("audit", { where: { act: "exported" } }));
  expect(audits).toMatchObject([{ via: "command", byRole: "admin", subjectTable: "customer" }]);
});

it("says what is too old, and takes it away when told", async () => {
  const before = await running("retention", "--dry-run", "--format", "json");
  expect(JSON.parse(before.out)).toMatchObject({
    dryRun: true,
    rows: [{ kind: "transcripts", count: 0 }, {}, {}, {}, {}],
  });
  expect((await running("retention")).code).toBe(0);
});
