import { describe, expect, it } from "vitest";
import { manualTime } from "../servers/discord/time.ts";
import { MONDAY_TEN } from "../world.ts";
import { type DiscordDeskOptions, discordDesk, furnishedDiscord } from "./discord-desk.ts";

const PRODUCTS = {
  products: [
    { id: "billing", name: "Billing" },
    { id: "app", name: "Mobile app" },
  ],
};

/** A desk whose forum has tags, with a post in it that has some of them. */
async function posted(tags: readonly string[], discord: DiscordDeskOptions["discord"] = {}) {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time);
  const forum = furnished.discord.addChannel(furnished.guild, "help", {
    type: 15,
    tags: ["Question", "mobile APP", "✅ Solved"],
  });
  const section = { supportChannels: [forum.id], ...discord };
  const desk = await discordDesk({ furnished, time, settings: PRODUCTS, discord: section });
  const [customer, agent] = [desk.discord.user("customer"), desk.discord.user("agent")];
  const post = customer.createsThread(forum, "It crashes", { text: "When I open it.", tags });
  agent.writes(post, "Please update.");
  await desk.settle();
  const tagged = () => {
    const ids = desk.discord.world.channels.get(post.id)?.thread?.appliedTags ?? [];
    return ids.map((id) => forum.tags.find((tag) => tag.id === id)?.name);
  };
  return { desk, agent, post, tagged };
}

describe("the tags of a forum", () => {
  it("give a post its product", async () => {
    const { desk } = await posted(["Question", "mobile APP"]);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ product: "app" }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("resolve a post that gets the one for solved ones", async () => {
    const { desk, agent, post } = await posted(["Question"]);
    agent.tags(post, ["Question", "✅ Solved", "mobile APP"]);
    await desk.settle();
    expect(await desk.store.list("resolution", {})).toMatchObject([{ product: "app", fate: "waiting" }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("are set by /resolve, beside those that are there", async () => {
    const { desk, agent, post, tagged } = await posted(["Question"]);
    await agent.runs("resolve", { in: post });
    await desk.settle();
    expect(tagged()).toEqual(["Question", "✅ Solved"]);
    expect(await desk.store.list("resolution", {})).toHaveLength(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it.each([
    ["the desk does not want that", { setSolvedTag: false }],
    ["none of them is on the desk's list", { solvedTags: ["answered"] }],
  ])("are left alone where %s", async (_, discord) => {
    const { desk, agent, post, tagged } = await posted(["Question"], discord);
    await agent.runs("resolve", { in: post });
    await desk.settle();
    expect(tagged()).toEqual(["Question"]);
    expect(desk.log.faults).toEqual([]);
  });

  it("keep nothing from being resolved where the bot may not set them", async () => {
    const { desk, agent, post } = await posted(["Question"]);
    desk.discord.faults.add({ on: "PATCH /channels/{channel_id}", when: "before", how: { status: 403 } });
    expect((await agent.runs("resolve", { in: post })).text).toBe("This conversation is resolved.");
    await desk.settle();
    expect(await desk.store.list("resolution", {})).toHaveLength(1);
  });
});
