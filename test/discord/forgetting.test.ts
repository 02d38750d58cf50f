import { join } from "node:path";
import { expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import { keptBeside, marksIn, rowsWith } from "../privacy/bytes.ts";
import { MINUTE, SECOND } from "../world.ts";
import { buttonOf, type DiscordDesk, discordDesk, saidTo } from "./discord-desk.ts";

const WORDS = ["kumquat", "marzipan", "loganberry"];
const posted = (desk: DiscordDesk) => desk.pass(2 * SECOND, SECOND);

async function wellKnown() {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  const desk = await discordDesk({ store, settings: { products: [{ id: "app", name: "Mobile app" }] } });
  await keptBeside(path, store, desk.bot, desk.time.now, desk.log);
  const [customer, agent, lead] = [
    desk.discord.user("customer"),
    desk.discord.user("agent"),
    desk.discord.user("lead"),
  ];
  const thread = customer.createsThread(desk.support, "A kumquat", { text: "The kumquat on our page does not load." });
  await desk.settle();
  await lead.runs("shadow live", { in: desk.team });
  await posted(desk);
  const open = lead.seesDms().at(-1);
  if (open) await lead.clicks(open, buttonOf(open, "live-follow"));
  await posted(desk);
  customer.writes(thread, "It was a loganberry, of all things.");
  agent.writes(thread, "I see your kumquat.");
  await posted(desk);
  agent.archives(thread);
  await desk.settle();
  await desk.pass(5 * MINUTE);
  await posted(desk);
  const question = customer.sees(thread).at(-1);
  if (question) await customer.clicks(question, "3");
  await posted(desk);
  customer.writes(thread, "Because the marzipan was missing again.");
  await posted(desk);
  await lead.runs("shadow now", { in: desk.team });
  await posted(desk);
  const offer = lead.seesDms().at(-1);
  if (offer) await lead.clicks(offer, buttonOf(offer, "sit-next"));
  await posted(desk);
  return { path, store, desk, customer, agent, lead, thread };
}

it.each(["the command", "a direct message"])(
  "leaves nothing of a person who wants to be forgotten by %s",
  async (how) => {
    const { path, store, desk, customer, agent, lead } = await wellKnown();
    const marks = [...WORDS, customer.id];
    const standing = () =>
      [...lead.seesDms().map(({ content }) => content), ...saidTo(agent, desk.team)].filter((text) =>
        WORDS.some((word) => text.includes(word)),
      );
    expect(standing().length).toBeGreaterThan(3);
    if (how === "the command") {
      const asked = await (await customer.runs("feedback forget", { in: desk.support })).settled();
      expect([asked.ephemeral, JSON.stringify(asked.message)]).toEqual([true, expect.stringContaining("undone")]);
      if (asked.message) await customer.clicks(asked.message, buttonOf(asked.message, "forget-sure"));
      if (asked.message) await customer.clicks(asked.message, buttonOf(asked.message, "forget-sure"));
    } else {
      customer.writesDm("forget me");
      await posted(desk);
      customer.writesDm("yes");
    }
    // The client's own limit of calls a second is of real time.
    const stages = async () => {
      await desk.pass(MINUTE);
      return (await desk.store.list("tombstone", {})).map(({ stage }) => stage);
    };
    await expect.poll(stages, { timeout: 20_000 }).toEqual(["done"]);
    expect(standing()).toEqual([]);
    expect(await rowsWith(store, DEFAULT_DESK, marks)).toEqual([]);
    expect(await marksIn(path, store, marks)).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
    expect(desk.log.faults).toEqual([]);
  },
);
