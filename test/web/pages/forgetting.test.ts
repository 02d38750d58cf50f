import { join } from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import { openStore, temporaryFolder } from "../../database/open-store.ts";
import { keptBeside, marksIn, rowsWith } from "../../privacy/bytes.ts";
import { agent, createWorld, MINUTE, settingsOf } from "../../world.ts";
import { openDesk } from "../open-desk.ts";

const MARKS = ["quirin7me", "quirin7chat", "zebedaeus", "kumquat", "marzipan"];
const SEAT = { me: "quirin7me", chat: "quirin7chat" };
const PAGE = "/customer?me=quirin7me&chat=quirin7chat";

test("a customer of the web chat is forgotten at a press, by bytes, and a second press finds nothing", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  const world = createWorld({ store, settings: settingsOf({ ask: { delay: "0s", quietHours: "" } }) });
  await keptBeside(path, store, world.bot, world.now, world.log);
  const { sit } = await openDesk({ from: world });
  const send = (to: string, fields: Record<string, string>) =>
    sit(to, { method: "POST", body: new URLSearchParams({ ...SEAT, ...fields }) });
  await send("/customer/message", { form: "f1", text: "The kumquat is gone.", name: "Quirin Zebedaeus" });
  const where = "web:chat:quirin7chat";
  await world.writes(agent, "I see, Quirin Zebedaeus.", where);
  await world.resolves(agent, { where });
  await world.pass(MINUTE);
  const survey = await world.survey();
  await send("/customer/act", { form: "f2", act: "score", subject: survey.id, score: "2", comment: "No marzipan." });
  await world.pass(MINUTE);
  expect(await (await sit(PAGE)).text()).toContain("kumquat");
  await send("/customer/message", { form: "f3", text: "forget me" });
  await world.settle();
  expect(await (await sit(PAGE)).text()).toContain("cannot be undone");
  const press = { act: "forget-sure", subject: "me" };
  const answers = await Promise.all(["f4", "f5"].map((form) => send("/customer/act", { ...press, form })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 303]);
  await world.pass(10 * MINUTE);
  expect(await world.store.list("tombstone", {})).toMatchObject([{ stage: "done" }]);
  expect(await rowsWith(store, DEFAULT_DESK, MARKS)).toEqual([]);
  expect(await marksIn(path, store, MARKS)).toEqual([]);
  expect(await (await sit(PAGE)).text()).not.toMatch(/kumquat|marzipan|Zebedaeus/);
  expect(world.log.faults).toEqual([]);
});
