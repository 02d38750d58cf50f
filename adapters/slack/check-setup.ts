import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Clock, Log } from "../../src/ports.ts";
import { type Finding, ofDesk } from "../finding.ts";
import { packageFile } from "../package-root.ts";
import type { CheckParts, DeskOn } from "../platform.ts";
import type { SlackAccess } from "./access.ts";
import { classOf, remedyOf } from "./api.ts";
import { checkAppToken, checkBlocks, checkGroups, checkHelpers, checkScopes, type SlackCheckConfig } from "./check.ts";
import { checkChannels } from "./check-channels.ts";
import { fault, ok, warning } from "./check-finding.ts";
import type { SlackSection } from "./section.ts";
import { serverTime } from "./server-time.ts";
import { createWorkspaces } from "./web-client.ts";

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
  if (seconds > WORST_SKEW_S) return [fault(`${found}, so signed requests are refused`, remedy)];
  return [seconds > ODD_SKEW_S ? warning(found, remedy) : ok(found)];
}

function tokenFault(reason: string): Finding {
  const found = `a token of SLACK_BOT_TOKEN is not accepted: ${reason}`;
  if (classOf(reason) === "stop") return fault(found, `${remedyOf(reason, null)}.`);
  return fault(`Slack could not be asked: ${reason}`, "Check the network and SLACK_API_URL, and try again.");
}

function base(apiUrl: string | null) {
  return { apiUrl: apiUrl ?? undefined, log: silent, timeoutMs: TIMEOUT_MS };
}

async function checkTransport({ transport, apiUrl }: SlackAccess): Promise<Finding> {
  if (transport.kind === "http")
    return ok("SLACK_SIGNING_SECRET is set; only Slack itself can tell whether it is right");
  return checkAppToken(createWorkspaces({ tokens: [transport.appToken], ...base(apiUrl) }));
}

/** What one desk names: its channels, its user groups, and how its messages would look. */
async function checkDesk(config: SlackCheckConfig): Promise<Finding[]> {
  const people = [...checkHelpers(config), ...(await checkGroups(config))];
  return [...(await checkChannels(config)), ...people, ...(await checkBlocks(config))];
}

/** Tokens, scopes, clock, and each desk's channels, user groups and blocks, asked of Slack. Changes and posts nothing. */
export async function checkSlack(
  access: SlackAccess,
  desks: readonly DeskOn<SlackSection>[],
  { clock, samples }: CheckParts,
): Promise<Finding[]> {
  const api = createWorkspaces({ tokens: access.tokens, ...base(access.apiUrl) });
  const faults = await api.identify();
  const teams = api.identities().map(({ team }) => team);
  const findings = [
    ...faults.map(tokenFault),
    ...teams.map((team) => ok(`a token is accepted for the workspace ${team}`)),
    ...(await checkSkew(access.apiUrl, clock)),
    await checkTransport(access),
  ];
  if (teams.length === 0) return findings;
  const scopes = manifestScopes();
  findings.push(...(await Promise.all(teams.map((team) => checkScopes(api, team, scopes)))).flat());
  for (const { id, settings, section } of desks) {
    const found = await checkDesk({ api, teams, settings, section, samples: await samples(settings) });
    findings.push(...ofDesk(id, desks, found));
  }
  return findings;
}
