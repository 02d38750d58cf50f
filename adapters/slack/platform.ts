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
  mapPlaces: (section, place) => ({
    ...section,
    ...(section.teamChannel === undefined ? {} : { teamChannel: place(section.teamChannel) }),
    supportChannels: section.supportChannels.map(place),
  }),
  setUp: {
    title: "Slack",
    tokens: [
      {
        variable: "SLACK_BOT_TOKEN",
        found:
          "api.slack.com/apps, your app, Install App (xoxb-...). No app yet: Create New App, From a manifest, adapters/slack/manifest.yaml",
      },
      {
        variable: "SLACK_APP_TOKEN",
        found: "your app, Basic Information, App-Level Tokens, with the scope connections:write (xapp-...)",
      },
    ],
    hasCategories: false,
    offer: async (access) => (await import("./offer.ts")).offerOfSlack(access),
  },
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
