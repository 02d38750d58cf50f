import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Change } from "../../src/outcome.ts";
import type { Rows } from "../../src/rows.ts";
import { openStore, temporaryFolder } from "./open-store.ts";
import { DESK, sampleRows } from "./sample-rows.ts";

const ROWS = sampleRows();

/** The same database as two programs have it. */
async function openTwice() {
  const path = join(temporaryFolder(), "desk.db");
  const [one, other] = [await openStore(path), await openStore(path)];
  onTestFinished(async () => {
    await one.close();
    await other.close();
  });
  return { one, other };
}

const save = (store: Awaited<ReturnType<typeof openStore>>, ...changes: Change[]) =>
  store.save(DESK, { id: null, at: 0 }, changes);

function customer(changes: Partial<Rows["customer"]> = {}): Change {
  return { table: "customer", row: { ...ROWS.customer, version: 0, ...changes } };
}

it("sees at once what another program has changed, however often it has read the row before", async () => {
  const { one, other } = await openTwice();
  await save(one, customer({ name: "Before" }));
  const { id } = ROWS.customer;
  const read = async () => (await one.at(DESK).get("customer", id))?.name;
  expect([await read(), await read()]).toEqual(["Before", "Before"]);
  expect(await save(other, customer({ version: 1, name: "After" }))).toBe("saved");
  expect(await read()).toBe("After");
  expect(await save(one, customer({ version: 1, name: "Too late" }))).toBe("stale");
  expect(await save(other, { ...customer({ version: 2 }), remove: true } as Change)).toBe("saved");
  expect(await one.at(DESK).get("customer", id)).toBeNull();
});

it("gives the row as its own saves leave it, and finds a conversation by no name that it has given up", async () => {
  const { one, other } = await openTwice();
  const row = { ...ROWS.interaction, version: 0, state: "open" as const, resolutionId: null, conversation: "web:a" };
  expect(await save(one, customer({ id: row.customerId }), { table: "interaction", row })).toBe("saved");
  const find = async (conversation: string) =>
    (await one.at(DESK).list("interaction", { where: { conversation }, limit: 1 })).map(({ entryCount }) => entryCount);
  expect(await find("web:a")).toEqual([row.entryCount]);
  await save(one, { table: "interaction", row: { ...row, version: 1, entryCount: 7 } });
  expect(await find("web:a")).toEqual([7]);
  await save(one, { table: "interaction", row: { ...row, version: 2, conversation: "web:b" } });
  expect([await find("web:a"), await find("web:b")]).toEqual([[], [row.entryCount]]);
  await save(other, { table: "interaction", row: { ...row, version: 3, conversation: "web:a", entryCount: 9 } });
  expect([await find("web:a"), await find("web:b")]).toEqual([[9], []]);
});

it("hears of a listener who came or went meanwhile", async () => {
  const { one, other } = await openTwice();
  const talk = { ...ROWS.interaction, version: 0, state: "open" as const, resolutionId: null };
  const row = { ...ROWS.listener, version: 0, interactionId: talk.id, state: "listening" as const, endedAt: null };
  await save(one, customer({ id: talk.customerId }), { table: "interaction", row: talk });
  const count = async () =>
    (await one.at(DESK).list("listener", { where: { interactionId: talk.id, state: "listening" } })).length;
  expect(await count()).toBe(0);
  expect(await save(other, { table: "listener", row })).toBe("saved");
  expect(await count()).toBe(1);
  expect(await save(one, { table: "listener", row: { ...row, version: 1, state: "ended", endedAt: 1 } })).toBe("saved");
  expect(await count()).toBe(0);
});
