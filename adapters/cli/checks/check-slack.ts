import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Clock, Log } from "../../../src/ports.ts";
import type { Config } from "../../config.ts";
import { packageFile } from "../../package-root.ts";
import { classOf, remedyOf } from "../../slack/api.ts";
import { checkAppToken, checkBlocks, checkGroups, checkScopes } from "../../slack/check.ts";
import { checkChannels } from "../../slack/check-channels.ts";
import { serverTime } from "../../slack/server-time.ts";
import { createWorkspaces } from "../../slack/web-client.ts";
import type { SlackAccess } from "../../slack-access.ts";
import { type Finding, fault, ok, warning } from "./finding.ts";
import { sampleMessages } from "./sample-messages.ts";

const CHECK = "slack";
const TIMEOUT_MS = 5_000;
/** Slack's time comes to the second and takes its way; signed requests older than five minutes are refused. */
const WORST_SKEW_S = 300;
const ODD_SKEW_S = 30;

const silent: Log = { info: () => {}, warn: () => {}, fault: () => {} };

/** The bot scopes that the manifest asks for. */
export function manifestScopes(): string[] {
  const text = readFileSync(packageFile("adapters", "slack", "manifest.yaml"), "utf8");
  return (parse(text) as { oauth_config: { scopes: { bot: string[] } } }).oauth_config.scopes.bot;
}

async function checkSkew(apiUrl: string | null, clock: Clock): Promise<Finding[]> {
  const theirs = await serverTime(apiUrl);
  if (theirs === null) return [];
  const seconds = Math.round(Math.abs(clock.now() - theirs) / 1000);
  const found = `the machine's clock is ${seconds} s from Slack's`;
  const remedy = "Set the machine's clock, best by network time.";
  if (seconds > WORST_SKEW_S) return [fault(CHECK, `${found}, so signed requests are refused`, remedy)];
  return [seconds > ODD_SKEW_S ? warning(CHECK, found, remedy) : ok(CHECK, found)];
}

function tokenFault(reason: string): Finding {
  const found = `a token of SLACK_BOT_TOKEN is not accepted: ${reason}`;
  if (classOf(reason) === "stop") return fault(CHECK, found, `${remedyOf(reason, null)}.`);
  return fault(CHECK, `Slack could not be asked: ${reason}`, "Check the network and SLACK_API_URL, and try again.");
}

async function checkTransport({ transport, apiUrl }: SlackAccess): Promise<Finding> {
  if (transport.kind === "http") {
    return ok(CHECK, "SLACK_SIGNING_SECRET is set; only Slack itself can tell whether it is right");
  }
  const api = createWorkspaces({ tokens: [transport.appToken], ...base(apiUrl) });
  return { check: CHECK, ...(await checkAppToken(api)) };
}

function base(apiUrl: string | null) {
  return { apiUrl: apiUrl ?? undefined, log: silent, timeoutMs: TIMEOUT_MS };
}

/** Tokens, scopes, channels, user groups, clock and blocks, asked of Slack. Changes and posts nothing. */
export async function checkSlack({ slack, settings }: Pick<Config, "slack" | "settings">, clock: Clock) {
  if (slack === null) return [];
  const api = createWorkspaces({ tokens: slack.tokens, ...base(slack.apiUrl) });
  const faults = await api.identify();
  const teams = api.identities().map(({ team }) => team);
  const scopes = manifestScopes();
  const config = { api, teams, settings, scopes, samples: await sampleMessages(settings, clock.now()) };
  const found = [
    ...(await Promise.all(teams.map((team) => checkScopes(api, team, scopes)))).flat(),
    ...(await checkChannels(config)),
    ...(await checkGroups(config)),
    ...(await checkBlocks(config)),
  ];
  return [
    ...faults.map(tokenFault),
    ...teams.map((team) => ok(CHECK, `a token is accepted for the workspace ${team}`)),
    ...(await checkSkew(slack.apiUrl, clock)),
    await checkTransport(slack),
    ...(teams.length === 0 ? [] : found.map((finding) => ({ check: CHECK, ...finding }))),
  ];
}
