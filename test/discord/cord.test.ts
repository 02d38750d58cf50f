import { expect, it } from "vitest";
import { emojiNamed } from "../../adapters/discord/reactions.ts";
import { MINUTE, SECOND } from "../world.ts";
import { buttonOf, type DiscordDesk, saidTo, talkedOnDiscord } from "./discord-desk.ts";

const products = [{ id: "app", name: "Mobile app" }];
const moment = (desk: DiscordDesk) => desk.pass(2 * SECOND, SECOND);

const cards = (desk: DiscordDesk) =>
  desk.discord
    .user("lead")
    .sees(desk.team)
    .filter(({ components }) => JSON.stringify(components).includes("the cord"));

it.each([
  ["rotating_light", "🚨"],
  [" :rotating_light: ", "🚨"],
  ["🚨", "🚨"],
  ["⚠️", "⚠"],
  [":our_alarm:", ":our_alarm:"],
  ["two words", null],
  ["", null],
])("takes the setting %j as the reaction that is meant", (given, emoji) => {
  expect(emojiNamed(given)).toBe(emoji);
});

it("is pulled by a colleague's reaction in a conversation, and not by a customer's; they are thanked alone and say why", async () => {
  const { desk, customer, agent, thread } = await talkedOnDiscord({ settings: { products } });
  const [first] = customer.sees(thread);
  if (!first) throw new Error("Nobody wrote");
  customer.reacts(first, "🚨");
  await moment(desk);
  expect(await desk.store.list("cord", {})).toEqual([]);
  agent.reacts(first, "🚨");
  await moment(desk);
  expect(cards(desk)).toHaveLength(1);
  expect(saidTo(customer, thread).join()).not.toContain("Thank you for speaking up");
  const thanks = agent.seesDms().at(-1);
  expect(thanks?.content).toContain("Thank you for speaking up.");
  const form = await agent.clicks(thanks as never, "Say what goes wrong");
  await agent.submitsModal(form.modal?.customId ?? "", { note: "The login loops.", product: ["app"] });
  await moment(desk);
  expect(JSON.stringify(cards(desk))).toMatch(/on Mobile app.*The login loops\./);
  expect(desk.discord.complaints).toEqual([]);
});

it("is pulled by command and by a message's menu, joins what stands, and is answered by a lead in a form", async () => {
  const { desk, agent, customer, thread } = await talkedOnDiscord({ settings: { products } });
  await agent.runs("chair cord", { in: thread, options: { sentence: "It is down.", product: "app" } });
  await moment(desk);
  expect(saidTo(agent, thread).at(-1)).toContain("Thank you for speaking up.");
  const [message] = customer.sees(thread);
  const menu = await agent.usesMessageMenu("Pull the cord", message as never);
  await agent.submitsModal(menu.modal?.customId ?? "", { note: "It is down once more.", product: ["app"] });
  await moment(desk);
  expect(await desk.store.list("cord", {})).toMatchObject([{ line: "app", pulls: [{}, {}] }]);
  await agent.runs("chair status", { in: desk.team });
  await agent.runs("chair cord", { in: desk.team, options: { sentence: "Elsewhere." } });
  expect(saidTo(agent, desk.team).join("\n")).toContain("The cord on Mobile app has been pulled since");
  expect(saidTo(agent, desk.team).join("\n")).toContain("there is no cord to pull here");
  const [card] = cards(desk);
  if (!card) throw new Error("No card");
  const lead = desk.discord.user("lead");
  const form = await lead.clicks(card, buttonOf(card, "cord-answer"));
  await lead.submitsModal(form.modal?.customId ?? "", { note: "Rolled back." });
  await moment(desk);
  expect(JSON.stringify(cards(desk)[0]?.components)).toContain("Rolled back.");
  expect(() => buttonOf(cards(desk)[0] as never, "cord-answer")).toThrow();
  expect(desk.discord.complaints).toEqual([]);
});

it("tells customers what was done by a command's form: a preview to the lead alone, then in the thread", async () => {
  const { desk, customer, agent, thread } = await talkedOnDiscord({ settings: { products } });
  await agent.runs("resolve", { in: thread, options: { product: "app" } });
  await desk.pass(5 * MINUTE);
  await moment(desk);
  await customer.clicks(customer.sees(thread).at(-1) as never, "3");
  await moment(desk);
  const lead = desk.discord.user("lead");
  const form = await lead.runs("chair told", { in: desk.team });
  await lead.submitsModal(form.modal?.customId ?? "", { about: ["product:app"], note: "It works again." });
  await moment(desk);
  const preview = lead.seesDms().at(-1);
  expect(preview?.content).toContain("One customer who raised Mobile app will read this, word for word:");
  await lead.clicks(preview as never, "Tell them");
  await moment(desk);
  await moment(desk);
  expect(customer.sees(thread).map(({ content }) => content)).toContainEqual(
    expect.stringContaining("You told us, and we did something about it: It works again."),
  );
  expect(desk.discord.complaints).toEqual([]);
});
