import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { channelAddress } from "../../adapters/discord/address.ts";
import { SHARD_LEASE_MS } from "../../adapters/discord/held-shards.ts";
import { parseShards, shardOf } from "../../adapters/discord/shards.ts";
import { pending, plant } from "../outbox/posts.ts";
import { manualTime } from "../servers/discord/time.ts";
import { countingIds, MONDAY_TEN } from "../world.ts";
import { type DiscordDesk, furnishedDiscord, unstartedDesk } from "./discord-desk.ts";

/** Programs on one database and one Discord, by the part of the shards that each was given; none has started. */
async function replicas(...parts: readonly string[]) {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time, { shards: 2, maxConcurrency: 2 });
  const same = { time, furnished, store: createMemoryStore(), ids: countingIds() };
  const desks: DiscordDesk[] = [];
  for (const [index, part] of parts.entries())
    desks.push(await unstartedDesk({ ...same, shards: parseShards(part) ?? "auto", owner: `replica ${index}` }));
  return { desks, time, furnished };
}

const served = ({ discord }: Pick<DiscordDesk, "discord">) =>
  discord.gateway.sessions
    .filter(({ webSocket }) => webSocket !== null)
    .map(({ shard }) => shard.join("/"))
    .toSorted();

const takesPart = async ({ adapter }: DiscordDesk) => {
  await adapter.start();
  await expect
    .poll(() => adapter.shards.connections.every((one) => one.gateway?.isReady), { timeout: 60_000 })
    .toBe(true);
};

describe("shards that several programs are given", () => {
  it("are served by one at a time, and by another once that one has stopped", async () => {
    const { desks, furnished } = await replicas("0-0/2", "0-1/2", "0-1/2");
    for (const desk of desks) await takesPart(desk);
    const [first, second, third] = desks as [DiscordDesk, DiscordDesk, DiscordDesk];
    expect(desks.map(({ adapter }) => adapter.shards.connections.length)).toEqual([1, 1, 0]);
    expect(served(furnished)).toEqual(["0/2", "1/2"]);
    await first.adapter.stop();
    await third.adapter.shards.look();
    await second.adapter.shards.look();
    await expect.poll(() => served(furnished), { timeout: 60_000 }).toEqual(["0/2", "1/2"]);
    expect(desks.map(({ adapter }) => adapter.shards.connections.length)).toEqual([0, 1, 1]);
    expect(third.adapter.health.why).toBeNull();
    expect(furnished.discord.complaints).toEqual([]);
  });

  it("are taken over when the lease of one that died has run out, and given up by one that was only away", async () => {
    const { desks, time, furnished } = await replicas("0-1/2", "0-1/2");
    const [away, other] = desks as [DiscordDesk, DiscordDesk];
    await takesPart(away);
    await takesPart(other);
    time.advance(SHARD_LEASE_MS - 1);
    await other.adapter.shards.look();
    expect(other.adapter.shards.connections).toHaveLength(0);
    time.advance(1);
    await other.adapter.shards.look();
    expect(other.adapter.shards.connections).toHaveLength(1);
    await away.adapter.shards.look();
    expect(away.adapter.shards.connections).toHaveLength(0);
    await expect.poll(() => served(furnished), { timeout: 60_000 }).toEqual(["0/2", "1/2"]);
  });

  it("are posted to by the program that serves them, and by no other", async () => {
    const { desks } = await replicas("auto", "auto");
    const [first, second] = desks as [DiscordDesk, DiscordDesk];
    await takesPart(first);
    await takesPart(second);
    await plant(first.allDesks, [pending("p1", channelAddress(first.guild.id, first.support.id))]);
    expect(await second.dispatcher.drain()).toBe(0);
    expect(await first.dispatcher.drain()).toBe(1);
    await plant(first.allDesks, [pending("p2", channelAddress(first.guild.id, first.support.id))]);
    await first.adapter.stop();
    await second.adapter.shards.look();
    expect(await second.dispatcher.drain()).toBe(1);
  });
});

describe("the shard of a server", () => {
  it("is by its id as Discord has it, and the first for what is in none", () => {
    expect([shardOf("197038439483310086", 16), shardOf("81384788765712384", 2), shardOf("", 16)]).toEqual([
      Number((197038439483310086n >> 22n) % 16n),
      Number((81384788765712384n >> 22n) % 2n),
      0,
    ]);
  });
});
