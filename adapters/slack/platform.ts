import { HOME } from "../../src/team/home.ts";
import type { ConnectedPlatform, Platform } from "../platform.ts";
import { type SlackAccess, slackAccess, slackOddities, slackVariables } from "./access.ts";
import { channelAddress } from "./address.ts";
import { type SlackSection, slackSection } from "./section.ts";

/** Ids of channels are unique over all of Slack, so a channel is claimed without its workspace. */
function claimsOf({ teamChannel, supportChannels }: SlackSection): string[] {
  const team = teamChannel === undefined ? [] : [teamChannel.split(":").at(-1) ?? teamChannel];
  return [...team, ...supportChannels].map((channel) => `slack:${channel}`);
}

/** Slack, in Socket Mode or by signed requests. */
export const slack: Platform<SlackSection, SlackAccess> = {
  name: "slack",
  section: slackSection,
  variables: slackVariables,
  access: slackAccess,
  oddities: (_, desks) => slackOddities(desks),
  claims: claimsOf,
  teamLanes: ({ teamChannel }, home) => (teamChannel === undefined ? [] : [channelAddress(teamChannel, home ?? HOME)]),
  check: async (access, desks, parts) => (await import("./check-setup.ts")).checkSlack(access, desks, parts),
  async create({ tokens, transport, apiUrl }, [desk]): Promise<ConnectedPlatform> {
    const { createSlackAdapter } = await import("./slack.ts");
    const { EVENTS_PATH } = await import("./bolt-app.ts");
    const reached = { tokens, transport, apiUrl: apiUrl ?? undefined };
    const { requestListener, ...adapter } = createSlackAdapter({ ...desk, ...reached });
    const routes = requestListener === null ? [] : [{ path: EVENTS_PATH, listener: requestListener }];
    return { ...adapter, routes };
  },
  commands: [],
};
