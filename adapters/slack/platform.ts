import { HOME } from "../../src/team/home.ts";
import type { ConnectedPlatform, Platform } from "../platform.ts";
import { type SlackAccess, slackAccess, slackOddities, slackVariables } from "./access.ts";
import { channelAddress } from "./address.ts";
import { channelsOf, type SlackSection, slackSection } from "./section.ts";
import { slackSignIn } from "./sign-in.ts";

/** Slack, in Socket Mode or by signed requests. */
export const slack: Platform<SlackSection, SlackAccess> = {
  name: "slack",
  section: slackSection,
  variables: slackVariables,
  access: slackAccess,
  signIn: slackSignIn,
  oddities: (_, desks) => slackOddities(desks),
  claims: (section) => channelsOf(section).map((channel) => `slack:${channel}`),
  teamLanes: ({ teamChannel }, home) => (teamChannel === undefined ? [] : [channelAddress(teamChannel, home ?? HOME)]),
  check: async (access, desks, parts) => (await import("./check-setup.ts")).checkSlack(access, desks, parts),
  async create({ tokens, transport, apiUrl }, desks, store): Promise<ConnectedPlatform> {
    const { createSlackAdapter } = await import("./slack.ts");
    const { EVENTS_PATH } = await import("./bolt-app.ts");
    const reached = { tokens, transport, apiUrl: apiUrl ?? undefined };
    const { requestListener, ...adapter } = createSlackAdapter({ desks, store, ...reached });
    const routes = requestListener === null ? [] : [{ path: EVENTS_PATH, listener: requestListener }];
    return { ...adapter, routes };
  },
  commands: [],
};
