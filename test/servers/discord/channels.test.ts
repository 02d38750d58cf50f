import { ChannelType, Events } from "discord.js";
import { expect, test } from "vitest";
import { bot, channelOf, desk, threadOf, until } from "./desk.ts";
import { manualTime } from "./time.ts";

test("writing in an archived thread wakes it, but not where it is locked", async () => {
  const { discord, support, customer, agent } = await desk();
  const { client } = await bot(discord);
  const updates: (boolean | null)[] = [];
  client.on(Events.ThreadUpdate, (_, { archived }) => void updates.push(archived));
  const made = customer.createsThread(support, "My trouble", { text: "help" });
  const thread = await threadOf(client, made);
  agent.archives(made);
  await thread.send("How was it?");
  await until(() => expect(updates).toEqual([true, false]));
  agent.archives(made, { lock: true });
  await expect(thread.send("again")).rejects.toMatchObject({ code: 50083 });
  expect(() => customer.unarchives(made)).toThrow("Missing Permissions");
  await thread.setArchived(false);
  await until(() => expect(updates).toEqual([true, false, true, false, false]));
  await thread.setArchived(true);
  await expect(thread.setLocked(false)).rejects.toMatchObject({ code: 50083 });
  expect(discord.complaints).toEqual([]);
});

test("a thread is archived after its time without messages", async () => {
  const time = manualTime(Date.now());
  const { discord, support, customer } = await desk({ time });
  const { client } = await bot(discord);
  const made = customer.createsThread(support, "Quiet", { text: "help", autoArchive: 60 });
  time.advance(59 * 60_000);
  customer.writes(made, "still here");
  time.advance(59 * 60_000);
  expect((await threadOf(client, made)).archived).toBe(false);
  time.advance(60_000);
  const { threads } = await channelOf(client, support).threads.fetchArchived({ type: "public" });
  expect(threads.map(({ name }) => name)).toEqual(["Quiet"]);
  const active = await channelOf(client, support).threads.fetchActive();
  expect(active.threads.size).toBe(0);
});

test("forum posts hold their first message, and private threads only reach those inside and moderators", async () => {
  const { discord, guild, customer, agent } = await desk();
  const forum = discord.addChannel(guild, "questions", { type: ChannelType.GuildForum, tags: ["billing"] });
  const hidden = discord.addChannel(guild, "internal", { access: [{ who: guild.id, deny: ["ViewChannel"] }] });
  const { client } = await bot(discord);
  const seen: string[] = [];
  client.on(Events.ThreadCreate, ({ name }) => void seen.push(name));
  const post = customer.createsThread(forum, "An invoice", { text: "Where is it?", tags: ["billing"] });
  await until(() => expect(seen).toEqual(["An invoice"]));
  expect((await (await threadOf(client, post)).fetchStarterMessage())?.id).toBe(post.id);
  const inside = customer.createsThread("support", "Just us", { private: true });
  expect(agent.sees(inside)).toEqual([]);
  expect(() => customer.writes(hidden, "x")).toThrow("Missing Access");
  await expect(client.channels.fetch(hidden.id, { force: true })).rejects.toMatchObject({ code: 50001 });
});

test("ticket channels are renamed, moved, closed to their opener and deleted, and the bot hears of each", async () => {
  const { discord, guild, customer, agent } = await desk();
  const open = discord.addChannel(guild, "tickets", { type: ChannelType.GuildCategory });
  const closed = discord.addChannel(guild, "closed", { type: ChannelType.GuildCategory });
  const { client } = await bot(discord);
  const heard: string[] = [];
  client.on(Events.ChannelCreate, ({ name }) => void heard.push(`created ${name}`));
  client.on(Events.ChannelUpdate, (_, channel) => {
    if (channel.isDMBased()) return;
    heard.push(
      `${channel.name} in ${channel.parent?.name} for ${channel.permissionsFor(customer.id)?.has("ViewChannel")}`,
    );
  });
  client.on(Events.ChannelDelete, () => void heard.push("deleted"));
  await client.guilds.cache.get(guild.id)?.members.fetch(customer.id);
  const ticket = agent.createsChannel(guild, "ticket-1", {
    parent: open,
    access: [{ who: customer.id, allow: ["ViewChannel"] }],
  });
  agent.renames(ticket, "closed-1");
  agent.movesToCategory(ticket, closed);
  agent.setsAccess(ticket, { who: customer.id, deny: ["ViewChannel"] });
  agent.deletesChannel(ticket);
  await until(() => expect(heard.at(-1)).toBe("deleted"));
  expect(heard).toEqual([
    "created ticket-1",
    "closed-1 in tickets for true",
    "closed-1 in closed for true",
    "closed-1 in closed for false",
    "deleted",
  ]);
  await expect(client.channels.fetch(ticket.id, { force: true })).rejects.toMatchObject({ code: 10003 });
});

test("direct messages are refused by who does not take them and who has left", async () => {
  const { discord, guild, customer } = await desk();
  const { client } = await bot(discord);
  const user = await client.users.fetch(customer.id);
  await user.send("hello");
  expect(customer.seesDms().map(({ content }) => content)).toEqual(["hello"]);
  customer.takesDms(false);
  await expect(user.send("again")).rejects.toMatchObject({ code: 50007 });
  customer.takesDms(true);
  discord.leave(guild, customer);
  await expect(user.send("again")).rejects.toMatchObject({ code: 50278 });
});

test("a bot that opens direct messages too fast is refused with 40003", async () => {
  const { discord, customer, agent } = await desk({ directMessageLimit: 1 });
  const { client } = await bot(discord);
  await (await client.users.fetch(customer.id)).send("hello");
  await expect((await client.users.fetch(agent.id)).send("hello")).rejects.toMatchObject({ code: 40003 });
});

test("a bot that is named in a private thread is taken in and hears from then on", async () => {
  const { discord, customer } = await desk({ bot: [] });
  const { client } = await bot(discord);
  const heard: string[] = [];
  client.on(Events.ThreadCreate, ({ name }) => void heard.push(name));
  client.on(Events.MessageCreate, ({ content }) => void heard.push(content));
  const made = customer.createsThread("support", "Just us", { private: true, text: "not for the bot" });
  customer.writes(made, `<@${discord.botId}> help`);
  await until(() => expect(heard).toEqual(["Just us", `<@${discord.botId}> help`]));
});
