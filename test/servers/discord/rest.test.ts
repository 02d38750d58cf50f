import { AttachmentBuilder, Events } from "discord.js";
import { expect, test } from "vitest";
import { makeRequest } from "../../../adapters/discord/rest.ts";
import { bot, channelOf, desk, POST, scoreButtons, until } from "./desk.ts";
import { manualTime } from "./time.ts";

test("a send whose answer is lost after the commit is there twice, but once with a nonce that is enforced", async () => {
  const time = manualTime(Date.now());
  const { discord, support, customer } = await desk({ time });
  const { client } = await bot(discord);
  const lose = (how: { status: number } | "reset") => discord.faults.add({ on: POST, when: "after-commit", how });
  lose({ status: 502 });
  await channelOf(client, support).send("plain");
  lose("reset");
  await channelOf(client, support).send({ content: "careful", nonce: "post-1", enforceNonce: true });
  const written = () => customer.sees(support).map(({ content }) => content);
  expect(written()).toEqual(["plain", "plain", "careful"]);
  time.advance(3 * 60_000);
  await channelOf(client, support).send({ content: "careful", nonce: "post-1", enforceNonce: true });
  expect(written()).toEqual(["plain", "plain", "careful", "careful"]);
});

test("a clean end or a slow answer after the commit leaves one copy and an error when nothing is retried", async () => {
  const { discord, support, customer } = await desk();
  const { client } = await bot(discord, { rest: { retries: 0, timeout: 1_000 } });
  discord.faults.add({ on: POST, when: "after-commit", how: "end" });
  await expect(channelOf(client, support).send("one")).rejects.toThrow();
  discord.faults.add({ on: POST, when: "after-commit", how: { slowMs: 1_400 } });
  await expect(channelOf(client, support).send("two")).rejects.toThrow();
  discord.faults.add({ on: POST, when: "before", how: { status: 503 } });
  await expect(channelOf(client, support).send("three")).rejects.toThrow();
  expect(customer.sees(support).map(({ content }) => content)).toEqual(["one", "two"]);
});

test("each kind of rate limit is told as Discord tells it", async () => {
  const { discord, support } = await desk({ limits: { routes: { [POST]: { calls: 2, perMs: 1_000 } } } });
  const { client } = await bot(discord, { rest: { rejectOnRateLimit: () => true } });
  const send = () => channelOf(client, support).send("x");
  for (const scope of ["user", "shared", "global"] as const) {
    discord.strikesLimit({ on: POST, scope, retryAfterMs: 400 });
    const before = discord.invalidRequests;
    await expect(send()).rejects.toMatchObject({ scope, global: scope === "global" });
    expect(discord.invalidRequests - before).toBe(scope === "shared" ? 0 : 1);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
  }
  const plain = () =>
    fetch(`${discord.apiUrl}/v10/channels/${support.id}/messages`, {
      method: "POST",
      headers: { authorization: `Bot ${discord.token}`, "content-type": "application/json" },
      body: JSON.stringify({ content: "y" }),
    });
  await plain();
  const second = await plain();
  expect(second.headers.get("x-ratelimit-remaining")).toBe("0");
  const third = await plain();
  expect(third.status).toBe(429);
  expect(await third.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
  expect(third.headers.get("x-ratelimit-scope")).toBe("user");
});

test("too many invalid requests shut the door for ten minutes", async () => {
  const time = manualTime(Date.now());
  const { discord, support } = await desk({ time, invalidRequestLimit: 3 });
  const ask = (token: string) =>
    fetch(`${discord.apiUrl}/v10/channels/${support.id}`, { headers: { authorization: `Bot ${token}` } });
  for (let count = 0; count < 3; count += 1) expect((await ask("wrong")).status).toBe(401);
  const barred = await ask(discord.token);
  expect([barred.status, barred.headers.get("content-type")]).toEqual([429, "text/html"]);
  time.advance(10 * 60_000 + 1);
  expect((await ask(discord.token)).status).toBe(200);
});

test("one 401 makes the client forget its token", async () => {
  const { discord, support } = await desk();
  const { client } = await bot(discord);
  discord.faults.add({ on: POST, when: "before", how: { status: 401 } });
  await expect(channelOf(client, support).send("x")).rejects.toThrow();
  await expect(channelOf(client, support).send("x")).rejects.toThrow("token");
});

test("unknown routes and fields are refused and remembered, and so is what breaks a limit", async () => {
  const { discord, support } = await desk();
  const { client } = await bot(discord);
  await expect(client.rest.get("/no/such/route")).rejects.toMatchObject({ status: 404 });
  await expect(
    client.rest.post(`/channels/${support.id}/messages`, { body: { content: "x", colour: 1 } }),
  ).rejects.toMatchObject({
    code: 50035,
  });
  await expect(channelOf(client, support).send("x".repeat(2_001))).rejects.toMatchObject({ code: 50035 });
  await expect(channelOf(client, support).send({ content: "?", components: [scoreButtons("9", "9")] })).rejects.toThrow(
    "duplicated",
  );
  await expect(channelOf(client, support).send(" ")).rejects.toMatchObject({ code: 50006 });
  expect(discord.complaints.map((complaint) => complaint.split(":")[0])).toEqual([
    "There is no route GET /api/v10/no/such/route.",
    POST,
    POST,
    POST,
  ]);
});

test("attachments are uploaded, and their addresses expire", async () => {
  const time = manualTime(Date.now());
  const { discord, support, customer } = await desk({ time });
  const { client } = await bot(discord, { rest: { makeRequest } });
  const file = new AttachmentBuilder(Buffer.from("a chart"), { name: "chart.txt", description: "A chart" });
  await channelOf(client, support).send({ files: [file] });
  const [shown] = customer.sees(support);
  const address = shown?.attachments[0]?.url ?? "";
  expect(await (await fetch(address)).text()).toBe("a chart");
  time.advance(24 * 3_600_000);
  expect((await fetch(address)).status).toBe(404);
  expect(discord.complaints).toEqual([]);
});

test("a file that an embed shows stands in the embed alone, and needs its permission in an edit too", async () => {
  const { discord, support, agent, customer } = await desk();
  const { client } = await bot(discord, { rest: { makeRequest } });
  const file = new AttachmentBuilder(Buffer.from("a chart"), { name: "chart.png", description: "A chart" });
  const embed = { title: " Week ", image: { url: "attachment://chart.png" } };
  const sent = await channelOf(client, support).send({ content: "x", embeds: [embed], files: [file] });
  const [shown] = customer.sees(support);
  expect(shown).toMatchObject({ attachments: [], embeds: [{ title: "Week", image: { description: "A chart" } }] });
  expect(await (await fetch(shown?.embeds[0]?.image?.url ?? "")).text()).toBe("a chart");
  agent.setsAccess(support, { who: discord.botId, deny: ["AttachFiles"] });
  await expect(sent.edit({ embeds: [embed], files: [file] })).rejects.toMatchObject({ code: 50013 });
  await sent.edit({ embeds: [], attachments: [] });
  expect(customer.sees(support)[0]).toMatchObject({ attachments: [], embeds: [] });
  expect(discord.complaints).toEqual([]);
});

test("embeds without their permission are dropped beside words, and refused where there are none", async () => {
  const { discord, support, agent, customer } = await desk();
  const { client } = await bot(discord);
  agent.setsAccess(support, { who: discord.botId, deny: ["EmbedLinks"] });
  await channelOf(client, support).send({ content: "x", embeds: [{ title: "Week" }] });
  expect(customer.sees(support)[0]).toMatchObject({ content: "x", embeds: [] });
  const wordless = channelOf(client, support).send({ embeds: [{ title: "Week" }] });
  await expect(wordless).rejects.toMatchObject({ code: 50013 });
});

test("reactions are given, seen and taken back", async () => {
  const { discord, support, customer } = await desk();
  const { client } = await bot(discord);
  const heard: string[] = [];
  client.on(Events.MessageReactionAdd, ({ emoji }, user) => void heard.push(`${user.id} ${emoji.name}`));
  const message = await channelOf(client, support).send("?");
  await message.react("👀");
  customer.reacts({ id: message.id, channel_id: support.id }, "✅");
  await until(() => expect(heard).toEqual([`${discord.botId} 👀`, `${customer.id} ✅`]));
  await message.reactions.cache.get("👀")?.users.remove(discord.botId);
  expect(customer.sees(support)[0]?.reactions?.map(({ emoji, me }) => [emoji.name, me])).toEqual([["✅", true]]);
});
