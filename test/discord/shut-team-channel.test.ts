import { PermissionFlagsBits } from "discord.js";
import { expect, it } from "vitest";
import { watchTeamPosts } from "../../adapters/watch-team-posts.ts";
import { HOUR, MINUTE } from "../world.ts";
import { askedOnDiscord, type DiscordDesk, saidTo } from "./discord-desk.ts";

const OTHER = "web:team";
const told = async ({ store }: DiscordDesk) =>
  (await store.list("post", { where: { lane: OTHER } }))
    .map(({ message }) => message.text)
    .filter((text) => text.startsWith("Discord"));

it.each<[string, bigint, RegExp]>([
  ["hides itself from the bot", PermissionFlagsBits.ViewChannel, /no-access/],
  ["takes the permission to write away", PermissionFlagsBits.SendMessages, /missing-permissions/],
])(
  "an unhappy answer for a team channel that %s is shouted elsewhere, and stands there when it is back",
  async (_, deny, reason) => {
    const { desk, customer, agent, question } = await askedOnDiscord({ otherLanes: [OTHER] });
    const lanes = [`discord:${desk.guild.id}:${desk.team.id}:channel`, `discord:home:${desk.team.id}:channel`];
    watchTeamPosts(desk.bot, new Map([["discord", desk.adapter.health]]), () => lanes);
    const { overwrites } = desk.discord.world.channels.get(desk.team.id) ?? {};
    const id = desk.discord.botId;
    overwrites?.set(id, { id, type: 1, allow: 0n, deny });
    await customer.clicks(question, "2");
    await desk.pass(2 * MINUTE);
    expect(await told(desk)).toEqual([expect.stringMatching(reason)]);
    expect(desk.adapter.health.why).toMatch(reason);
    await desk.pass(2 * HOUR, 10 * MINUTE);
    expect(await told(desk)).toHaveLength(1);
    overwrites?.delete(id);
    await desk.pass(HOUR + MINUTE, 10 * MINUTE);
    const cards = saidTo(agent, desk.team).filter((text) => text.includes("customer gave 2 out of 10."));
    expect(cards).toHaveLength(1);
    expect((await told(desk)).slice(1)).toEqual([expect.stringContaining("again")]);
    expect(desk.adapter.health.why).toBeNull();
  },
);
