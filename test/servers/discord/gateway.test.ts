import { Events, GatewayIntentBits } from "discord.js";
import { expect, test } from "vitest";
import { bot, channelOf, desk, INTENTS, until } from "./desk.ts";

test("a client logs in, hears what people write and answers it", async () => {
  const { discord, support, customer } = await desk({ portal: { messageContent: true } });
  const { client } = await bot(discord, { intents: [...INTENTS, GatewayIntentBits.MessageContent] });
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot)
      void message.reply({ content: `You said ${message.content}`, allowedMentions: { parse: [] } });
  });
  customer.writes(support, "hello");
  await until(() =>
    expect(customer.sees("support").map(({ content }) => content)).toEqual(["hello", "You said hello"]),
  );
  expect(discord.complaints).toEqual([]);
});

test("without the MessageContent intent the words of others are blank, but not in direct messages or when the bot is named", async () => {
  const { discord, support, customer } = await desk();
  const { client } = await bot(discord);
  const heard: string[] = [];
  client.on(Events.MessageCreate, ({ content }) => void heard.push(content));
  customer.writes(support, "a secret", { files: [{ name: "a.txt", content: "x" }] });
  customer.writes(support, `<@${discord.botId}> help`);
  customer.writesDm("directly");
  await until(() => expect(heard).toEqual(["", `<@${discord.botId}> help`, "directly"]));
  const history = await channelOf(client, support).messages.fetch({ limit: 10, cache: false });
  expect(history.map(({ content }) => content)).toEqual([`<@${discord.botId}> help`, ""]);
  expect(history.last()?.attachments.size).toBe(0);
  expect(discord.complaints).toEqual([]);
});

test("an intent that is not switched on in the portal ends the login with 4014, a wrong token with 401", async () => {
  const { discord } = await desk();
  await expect(bot(discord, { intents: [...INTENTS, GatewayIntentBits.MessageContent] })).rejects.toThrow(
    "Used disallowed intents",
  );
  discord.revokesToken();
  await expect(bot(discord)).rejects.toThrow("invalid token");
});

test("what happened while the connection was cut, or after op 7, comes once with the resume", async () => {
  const { discord, support, customer } = await desk({ portal: { messageContent: true } });
  const { client } = await bot(discord, { intents: [...INTENTS, GatewayIntentBits.MessageContent] });
  const heard: string[] = [];
  client.on(Events.MessageCreate, ({ content }) => void heard.push(content));
  discord.gateway.cuts();
  customer.writes(support, "in the gap");
  await until(() => expect(heard).toEqual(["in the gap"]));
  discord.gateway.asksToReconnect();
  customer.writes(support, "on the way");
  await until(() => expect(discord.gateway.resumes).toBe(2));
  await until(() => expect(heard).toEqual(["in the gap", "on the way"]));
  expect(discord.gateway.identifies).toBe(1);
});

test("lost heartbeat answers end in a resume", async () => {
  const { discord } = await desk({ clocks: { identify: 0, heartbeat: 150 } });
  await bot(discord);
  discord.gateway.ignoresHeartbeats(true);
  await until(() => expect(discord.gateway.sessions.some(({ webSocket }) => webSocket === null)).toBe(true));
  discord.gateway.ignoresHeartbeats(false);
  await until(() => expect(discord.gateway.resumes).toBeGreaterThan(0));
});

test("after an invalid session what happened in between is missed and can be read from the history", async () => {
  const { discord, support, customer } = await desk({ portal: { messageContent: true } });
  const { client } = await bot(discord, { intents: [...INTENTS, GatewayIntentBits.MessageContent] });
  const heard: string[] = [];
  client.on(Events.MessageCreate, ({ content }) => void heard.push(content));
  const before = customer.writes(support, "before");
  await until(() => expect(heard).toEqual(["before"]));
  discord.gateway.invalidatesSessions(false);
  customer.writes(support, "in between");
  await until(() => expect(discord.gateway.identifies).toBe(2));
  await until(() => expect(client.isReady()).toBe(true));
  customer.writes(support, "after");
  await until(() => expect(heard).toEqual(["before", "after"]));
  const missed = await channelOf(client, support).messages.fetch({ after: before.id, limit: 50 });
  expect(missed.map(({ content }) => content)).toEqual(["after", "in between"]);
});
