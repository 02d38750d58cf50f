import type { z } from "zod";
import type { ConfigFault } from "../fault.ts";
import type { AccessResult, DeskOn } from "../platform.ts";
import { base, token, tokens } from "../variable-kinds.ts";
import type { SlackSection } from "./section.ts";

/** Slack's variables. */
export const slackVariables = {
  SLACK_BOT_TOKEN: tokens.optional().meta({ secret: true }),
  SLACK_APP_TOKEN: token.optional().meta({ secret: true }),
  SLACK_SIGNING_SECRET: token.optional().meta({ secret: true }),
  SLACK_CLIENT_ID: token.optional(),
  SLACK_CLIENT_SECRET: token.optional().meta({ secret: true }),
  SLACK_API_URL: base.optional().meta({ unset: "Slack's own" }),
};

type SlackVariables = z.output<z.ZodObject<typeof slackVariables>>;

/** How Slack reaches us. */
export type SlackTransport =
  | { readonly kind: "socket"; readonly appToken: string }
  | { readonly kind: "http"; readonly signingSecret: string };

/** How Slack and this program reach each other. */
export interface SlackAccess {
  /** Bot tokens, one for each workspace; the first is the team's own. */
  readonly tokens: readonly string[];
  readonly transport: SlackTransport;
  /** Base of the Web API; null: Slack's own. */
  readonly apiUrl: string | null;
}

const TWO_WAYS = "SLACK_APP_TOKEN for Socket Mode, SLACK_SIGNING_SECRET for requests to /slack/events";

/** What does not fit together in Slack's variables. */
function faultsIn(variables: SlackVariables): ConfigFault[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = variables;
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

const NO_AGENTS =
  "Slack is configured, but roles.agents names nobody on Slack: whoever helps there counts as a customer, and no customer is asked. Name a user group.";

function transportOf({ SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }: SlackVariables): SlackTransport | null {
  if (SLACK_APP_TOKEN !== undefined) return { kind: "socket", appToken: SLACK_APP_TOKEN };
  if (SLACK_SIGNING_SECRET !== undefined) return { kind: "http", signingSecret: SLACK_SIGNING_SECRET };
  return null;
}

/** Slack's variables put together. */
export function slackAccess(variables: SlackVariables): AccessResult<SlackAccess> {
  const faults = faultsIn(variables);
  if (faults.length > 0) return { faults };
  const { SLACK_BOT_TOKEN, SLACK_API_URL } = variables;
  const transport = transportOf(variables);
  if (SLACK_BOT_TOKEN === undefined || transport === null) return { access: null };
  return { access: { tokens: SLACK_BOT_TOKEN, transport, apiUrl: SLACK_API_URL ?? null } };
}

function namesAgents({ settings }: DeskOn<SlackSection>): boolean {
  return settings.roles.agents.some((address) => address.startsWith("slack:"));
}

/** What is missing in the settings, without which Slack is connected in vain. */
export function slackOddities(desks: readonly DeskOn<SlackSection>[]): string[] {
  return [
    ...(desks.some(({ section }) => section.supportChannels.length > 0)
      ? []
      : ["Slack is configured, but slack.supportChannels names no channel: only direct messages are heard. Name one."]),
    ...(desks.some(({ section }) => section.teamChannel !== undefined)
      ? []
      : ["Slack is configured, but slack.teamChannel is not set: unhappy answers are told on the web alone. Set it."]),
    ...(desks.some(namesAgents) ? [] : [NO_AGENTS]),
  ];
}
