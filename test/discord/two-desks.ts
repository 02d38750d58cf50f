import { createMemoryStore } from "../../adapters/database/memory.ts";
import { discordSection } from "../../adapters/discord/section.ts";
import { manualTime } from "../servers/discord/time.ts";
import { countingIds, MINUTE, MONDAY_TEN, SECOND, settingsOf } from "../world.ts";
import { type DiscordDesk, discordDesk, furnishedDiscord } from "./discord-desk.ts";

/** Words on a direct line are conversations. */
const TALKS = { brand: "Acme", zone: "Europe/Berlin", directMessages: "conversation" };

/** The second desk's id. */
export const BILLING = "billing";

/** A server of two desks, each with channels, agents, brand and products of its own; it can be left and started again. */
export async function twoDesks(ask: Record<string, unknown> = {}) {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time);
  const { discord, guild } = furnished;
  const billers = discord.addRole(guild, "billers", ["ManageThreads"]);
  discord.join(guild, discord.addUser("biller"), [billers]);
  const places = {
    billing: discord.addChannel(guild, "billing"),
    billingTeam: discord.addChannel(guild, "billing-team"),
    billingTickets: discord.addChannel(guild, "billing-tickets", { type: 4 }),
    general: discord.addChannel(guild, "general"),
  };
  const settings = settingsOf({
    recovery: { agentsSeeOwnScores: true },
    ...{ ask, desk: { ...TALKS, brand: "Globex", zone: "Europe/Berlin" } },
    products: [{ id: "invoice", name: "Invoices" }],
    roles: { agents: [`discord:${guild.id}:${billers.id}`] },
  });
  const section = discordSection.parse({
    teamChannel: places.billingTeam.id,
    supportChannels: [places.billing.id],
    ticketCategories: [places.billingTickets.id],
  });
  const same = {
    ...{ time, furnished, store: createMemoryStore(), ids: countingIds() },
    settings: { desk: TALKS, ask, products: [{ id: "app", name: "Mobile app" }] },
    others: [{ id: BILLING, settings, section }],
  };
  const desk = await discordDesk(same);
  const people = {
    ...{ customer: discord.user("customer"), other: discord.user("other") },
    ...{ agent: discord.user("agent"), biller: discord.user("biller") },
  };
  return { desk, same, time, ...places, ...people, second: desk.allDesks.at(BILLING) };
}
export type TwoDesks = Awaited<ReturnType<typeof twoDesks>>;

/** Lets what was done be answered. */
export function aMoment(desk: DiscordDesk): Promise<void> {
  return desk.pass(3 * SECOND, SECOND);
}

/** A conversation in each desk's support channel, both resolved and both customers asked. */
export async function bothAsked() {
  const two = await twoDesks();
  const { desk, customer, other, agent, biller } = two;
  const thread = customer.createsThread(desk.support, "Crash", { text: "It crashes." });
  const billed = other.createsThread(two.billing, "Invoice", { text: "My invoice is wrong." });
  agent.writes(thread, "It is mended.");
  biller.writes(billed, "I have corrected it.");
  await desk.settle();
  await agent.runs("resolve", { in: thread, options: { product: "app" } });
  await biller.runs("resolve", { in: billed, options: { product: "invoice" } });
  await desk.pass(5 * MINUTE);
  await aMoment(desk);
  const [question, billedQuestion] = [customer.sees(thread).at(-1), other.sees(billed).at(-1)];
  if (!question || !billedQuestion) throw new Error("Somebody was not asked");
  return { ...two, thread, billed, question, billedQuestion };
}
