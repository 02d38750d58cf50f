import { join } from "node:path";
import { expect, it } from "vitest";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import { openStore, temporaryFolder } from "../../database/open-store.ts";
import { keptBeside, marksIn, rowsWith } from "../../privacy/bytes.ts";
import { createWorld, MINUTE, settingsOf } from "../../world.ts";
import { openDesk } from "../open-desk.ts";

const MARKS = ["zebedaeus", "zeb.example", "kumquat", "mail-77131", "tangerine"];

it("keeps nothing of what programs were answered about a forgotten person under keys of their own", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  const settings = settingsOf({ ask: { quietHours: "" }, webhooks: [{ id: "crm", url: "https://crm.example/hook" }] });
  const world = createWorld({ store, settings });
  await keptBeside(path, store, world.bot, world.now, world.log);
  const desk = await openDesk({ from: world, settings });
  let keys = 0;
  const keyed = (to: string, body: unknown) => desk.call(to, body, { headers: { "Idempotency-Key": `k${++keys}` } });
  const customer = { id: "zebedaeus-7", name: "Quirin Zebedaeus", email: "q@zeb.example" };
  await keyed("/interactions", { id: "mail-77131", customer });
  await keyed("/interactions", { id: "mail-77131", customer: { id: "other" } });
  await keyed("/interactions/mail-77131/entries", { author: "customer", text: "The kumquat is gone." });
  await keyed("/interactions/mail-77131/entries", { author: "agent", name: "Ash", text: "Which tangerine?" });
  await keyed("/interactions/mail-77131/resolve", { by: "Ash" });
  await keyed("/interactions", { id: "other-1", customer: { id: "other" } });
  await world.pass(6 * MINUTE);
  expect((await rowsWith(store, DEFAULT_DESK, MARKS)).filter((row) => row.startsWith("receipt")).length).toBe(4);
  const [identity] = await world.store.list("identity", { where: { id: "api:zebedaeus-7" } });
  const by = { address: "web:agent:root", role: "admin" } as const;
  await world.handle({ kind: "forget-wanted", by, customerId: identity?.customerId ?? "", isSure: true });
  await world.pass(10 * MINUTE);
  expect(await rowsWith(store, DEFAULT_DESK, MARKS)).toEqual([]);
  expect(await marksIn(path, store, MARKS)).toEqual([]);
  expect(await world.store.list("receipt", {})).toHaveLength(1);
});
