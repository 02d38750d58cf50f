import { describe, expect, it } from "vitest";
import { MINUTE, SECOND } from "../world.ts";
import { type DiscordDeskOptions, discordDesk, talkedOnDiscord } from "./discord-desk.ts";
import { overheard } from "./overheard.ts";

/** A customer who has been asked in a thread that is awake. */
async function askedAwake(options: DiscordDeskOptions = {}) {
  const talked = await talkedOnDiscord(options);
  await talked.agent.runs("resolve", { in: talked.thread });
  await talked.desk.pass(5 * MINUTE, MINUTE);
  await talked.desk.pass(2 * SECOND, SECOND);
  const question = talked.customer.sees(talked.thread).at(-1);
  if (!question) throw new Error("Nobody was asked");
  return { ...talked, question };
}

describe("a reaction to a message of the bot", () => {
  it("is heard with the emoji itself, and a keycap under the question is an answer", async () => {
    const heard = overheard();
    const { desk, customer, thread, question } = await askedAwake({ between: heard.between });
    customer.reacts(question, "9️⃣");
    await desk.settle();
    const conversation = `discord:${desk.guild.id}:${thread.id}:channel`;
    const by = { address: `discord:${desk.guild.id}:${customer.id}`, role: "customer", name: "customer" };
    expect(heard.of("reacted")).toMatchObject([{ conversation, by, reaction: "9️⃣" }]);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9 }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is nothing under somebody else's message, or somewhere else", async () => {
    const heard = overheard();
    const { desk, customer, agent, thread } = await askedAwake({ between: heard.between });
    const [own] = customer.sees(thread);
    if (own) agent.reacts(own, "👍");
    const elsewhere = agent.writes(desk.team, "Lunch?");
    agent.reacts(elsewhere, "👍");
    await desk.settle();
    expect(heard.of("reacted")).toEqual([]);
  });
});

describe("a direct message to the bot", () => {
  it("is heard as one, from whoever writes it, with their role, and so is its edit", async () => {
    const heard = overheard();
    const desk = await discordDesk({ between: heard.between });
    const [customer, agent] = [desk.discord.user("customer"), desk.discord.user("agent")];
    const line = (who: { id: string }) => `discord:${desk.guild.id}:${who.id}`;
    const first = customer.writesDm("my invoice is wrong");
    agent.writesDm("status");
    await desk.settle();
    expect(heard.of("message")).toMatchObject([
      { conversation: line(customer), author: { address: line(customer), role: "customer" }, isDirect: true },
      { conversation: line(agent), author: { address: line(agent), role: "agent" }, isDirect: true, text: "status" },
    ]);
    customer.edits(first, "my invoice 7 is wrong");
    await desk.settle();
    expect(heard.of("message-edited")).toMatchObject([{ conversation: line(customer), text: "my invoice 7 is wrong" }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("may be reacted to, also after a start that knows no direct line yet", async () => {
    const heard = overheard();
    const { desk, customer } = await askedAwake();
    customer.writesDm("hello");
    await desk.settle();
    const dm = desk.discord.world.channels;
    const channel = [...dm.values()].find(({ guildId }) => guildId === null);
    await desk.stop();
    const next = await discordDesk({ furnished: desk, time: desk.time, store: desk.allDesks, between: heard.between });
    const own = channel?.messages.find(({ authorId }) => authorId === desk.discord.botId);
    if (own) customer.reacts({ id: own.id, channel_id: own.channelId }, "👍");
    await next.settle();
    expect(heard.of("reacted").map(({ reaction }) => reaction)).toEqual(own ? ["👍"] : []);
  });
});
