import type { Settings } from "../src/settings.ts";
import type { Environment } from "./environment.ts";
import type { ConfigFault } from "./fault.ts";

/** How Slack and this program reach each other. */
export interface SlackAccess {
  /** Bot tokens, one for each workspace; the first is the team's own. */
  readonly tokens: readonly string[];
  readonly transport:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string };
  /** Base of the Web API; null: Slack's own. */
  readonly apiUrl: string | null;
}

const TWO_WAYS = "SLACK_APP_TOKEN for Socket Mode, SLACK_SIGNING_SECRET for requests to /slack/events";

/** What does not fit together in Slack's variables. */
export function slackFaults(environment: Environment): ConfigFault[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = environment;
  const both = app !== undefined && secret !== undefined;
  const either = app === undefined ? "SLACK_SIGNING_SECRET" : "SLACK_APP_TOKEN";
  const faults: ConfigFault[] = [];
  if (both) {
    const found = "SLACK_SIGNING_SECRET set as well";
    const remedy = `Keep the one of your way (${TWO_WAYS}) and unset the other.`;
    faults.push({ where: "SLACK_APP_TOKEN", found, allowed: "one of the two", remedy });
  }
  if (bot === undefined && (app !== undefined || secret !== undefined)) {
    const remedy = `Set SLACK_BOT_TOKEN, or unset ${both ? "both" : either} to run without Slack.`;
    faults.push({ where: either, found: "no SLACK_BOT_TOKEN beside it", allowed: "the two together", remedy });
  }
  if (bot !== undefined && app === undefined && secret === undefined) {
    const found = "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET beside it";
    const remedy = `Set one of them (${TWO_WAYS}), or unset SLACK_BOT_TOKEN to run without Slack.`;
    faults.push({ where: "SLACK_BOT_TOKEN", found, allowed: "one of the two", remedy });
  }
  return faults;
}

/** Slack's variables put together; null where it is not to be connected, or where they have faults. */
export function slackAccess(environment: Environment): SlackAccess | null {
  const { SLACK_BOT_TOKEN: tokens, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = environment;
  const apiUrl = environment.SLACK_API_URL ?? null;
  if (tokens === undefined) return null;
  if (appToken !== undefined) return { tokens, transport: { kind: "socket", appToken }, apiUrl };
  if (signingSecret !== undefined) return { tokens, transport: { kind: "http", signingSecret }, apiUrl };
  return null;
}

/** Every secret in it. */
export function slackSecrets({ tokens, transport }: SlackAccess): string[] {
  return [...tokens, transport.kind === "socket" ? transport.appToken : transport.signingSecret];
}

interface Configured {
  readonly slack: SlackAccess | null;
  readonly settings: Settings;
}

/** What is missing beside the variables, without which Slack is connected in vain. */
export function slackOddities({ slack, settings }: Configured): string[] {
  if (slack === null) return [];
  const { supportChannels, teamChannel } = settings.slack;
  const isSomebodyNamed = Object.values(settings.roles).some((role) => role.some((it) => it.startsWith("slack:")));
  return [
    ...(supportChannels.length > 0
      ? []
      : ["Slack is connected, but slack.supportChannels names no channel: only direct messages are heard. Name one."]),
    ...(teamChannel !== undefined
      ? []
      : ["Slack is connected, but slack.teamChannel is not set: unhappy answers are told on the web alone. Set it."]),
    ...(isSomebodyNamed
      ? []
      : ["Slack is connected, but roles.agents names nobody on Slack: nobody there can resolve. Name a user group."]),
  ];
}
