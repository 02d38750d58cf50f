import { expect, it } from "vitest";
import { watchTeamPosts } from "../../adapters/watch-team-posts.ts";
import { readable } from "../servers/slack/readable.ts";
import { HOUR, MINUTE } from "../world.ts";
import { type SlackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { askedOnSlack } from "./talk.ts";

const OTHER = "web:team";
const channelOf = ({ slack }: SlackDesk) => slack.world.ofChannel(TEAM_CHANNEL).channel;
const told = async ({ store }: SlackDesk) =>
  (await store.list("post", { where: { lane: OTHER } }))
    .map(({ message }) => message.text)
    .filter((text) => text.startsWith("Slack"));

it.each<[string, string, (desk: SlackDesk, isShut: boolean) => void]>([
  [
    "is archived",
    "is-archived",
    (desk, isShut) => {
      channelOf(desk).archived = isShut;
    },
  ],
  [
    "has thrown the bot out",
    "not-in-channel",
    (desk, isShut) => {
      const bot = desk.slack.workspace().botUser;
      if (isShut) channelOf(desk).members.delete(bot);
      else channelOf(desk).members.add(bot);
    },
  ],
])(
  "an unhappy answer for a team channel that %s is shouted elsewhere, and stands there when it is back",
  async (_, reason, turn) => {
    const { desk, question } = await askedOnSlack({ otherLanes: [OTHER] });
    watchTeamPosts(desk.bot, new Map([["slack", desk.adapter.health]]), () => ["slack:T1:C9", "slack:home:C9"]);
    turn(desk, true);
    await desk.slack.user("U1").clicks(question, "score:2");
    await desk.pass(2 * MINUTE);
    expect(await told(desk)).toEqual([
      expect.stringMatching(new RegExp(`^Slack takes nothing .+ \\(C9\\): ${reason}\\. `)),
    ]);
    expect(desk.adapter.health.why).toContain(`: ${reason}.`);
    await desk.pass(2 * HOUR, 10 * MINUTE);
    expect(await told(desk)).toHaveLength(1);
    expect(desk.slack.messages(TEAM_CHANNEL)).toEqual([]);
    turn(desk, false);
    await desk.pass(HOUR + MINUTE, 10 * MINUTE);
    expect(desk.slack.messages(TEAM_CHANNEL).map(readable)).toEqual([
      expect.stringContaining("customer one gave 2 out of 10."),
    ]);
    expect((await told(desk)).slice(1)).toEqual([expect.stringContaining("again")]);
    expect(desk.adapter.health.why).toBeNull();
    expect(desk.slack.complaints).toEqual([]);
  },
);
