import type { Settings } from "../../src/settings.ts";
import { HOME } from "../../src/team/home.ts";
import type { Finding } from "../finding.ts";
import type { SampleMessage } from "../platform.ts";
import type { SlackApi } from "./api.ts";
import { fault, grantedScopes, ok, refused, warning } from "./check-finding.ts";
import { groupsOf } from "./directory.ts";
import { render } from "./render.ts";
import type { SlackSection } from "./section.ts";

export interface SlackCheckConfig {
  readonly api: SlackApi;
  /** The workspaces whose token is accepted, the team's own first. */
  readonly teams: readonly string[];
  readonly settings: Settings;
  readonly section: SlackSection;
  readonly samples: readonly SampleMessage[];
}

/** The scopes that can be done without. */
const PICTURES = "files:write";
const NAMES = ["channels:read", "groups:read"];

/** The granted scopes against those of the manifest, both ways. */
export async function checkScopes(api: SlackApi, team: string, wanted: readonly string[]): Promise<Finding[]> {
  const granted = await grantedScopes(api, team);
  if (granted === null) return [warning(`${team} does not say which scopes it granted`, "Compare them by hand.")];
  const lacking = wanted.filter((scope) => !granted.includes(scope));
  const missing = lacking.filter((scope) => scope !== PICTURES && !NAMES.includes(scope));
  const names = lacking.filter((scope) => NAMES.includes(scope)).join(", ");
  const surplus = granted.filter((scope) => !wanted.includes(scope));
  const remedy = "Put manifest.yaml into the app's settings and install the app anew.";
  return [
    ...(missing.length === 0
      ? [ok(`${team} granted every scope that is needed`)]
      : [fault(`${team} has not granted ${missing.join(", ")}`, remedy)]),
    ...(lacking.includes(PICTURES)
      ? [warning(`${team} has not granted ${PICTURES}: the digest comes without its picture`, remedy)]
      : []),
    ...(names === ""
      ? []
      : [
          warning(
            `${team} has not granted ${names}: channels are known by their ids alone, and an invitation is not heard`,
            remedy,
          ),
        ]),
    ...(surplus.length === 0
      ? []
      : [
          warning(`${team} granted more than is needed: ${surplus.join(", ")}`, "Take them from the app, or leave it."),
        ]),
  ];
}

/** Whether the settings name anybody on Slack who helps. */
function namesHelpers({ roles }: Settings): boolean {
  return [roles.agents, roles.leads, roles.admins].flat().some((address) => address.startsWith("slack:"));
}

/** Whether anybody on Slack is named who helps, where customers write there: else every conversation counts as too short to ask about. */
export function checkHelpers({ settings, section }: Pick<SlackCheckConfig, "settings" | "section">): Finding[] {
  if (section.supportChannels.length === 0 || namesHelpers(settings)) return [];
  const found =
    "roles.agents names nobody on Slack: nobody there can resolve, and no answer there counts as the team's";
  return [warning(found, 'Name a user group or people, such as agents: ["slack:T1:S123"].')];
}

/** The user groups that settings name, and workspaces named there without a token. */
export async function checkGroups({ api, teams, settings }: SlackCheckConfig): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const team of teams) {
    for (const group of groupsOf(settings.roles, team)) {
      const answer = await api.call(team, "usergroups.users.list", { usergroup: group });
      const users = answer.kind === "ok" && Array.isArray(answer.data.users) ? answer.data.users : [];
      const remedy = "Take the group's id from its address in Slack (S...), and make sure that it is not turned off.";
      if (answer.kind !== "ok") findings.push(refused(`user group ${group} of ${team}`, answer, remedy));
      else if (users.length === 0)
        findings.push(warning(`user group ${group} of ${team} has no members`, "Add the people who resolve."));
      else findings.push(ok(`user group ${group} of ${team} can be read, members: ${users.length}`));
    }
  }
  const named = Object.values(settings.roles).flat();
  const strangers = named
    .map((address) => address.split(":"))
    .flatMap(([platform, team = ""]) => (platform === "slack" && !teams.includes(team) ? [team] : []));
  for (const team of new Set(strangers))
    findings.push(
      fault(`roles name the workspace ${team}, which no token is for`, "Add its bot token, or mend the id."),
    );
  return findings;
}

/** What the desk would post, held to Slack's own rules where it lets itself be asked. */
export async function checkBlocks({ api, teams, samples }: SlackCheckConfig): Promise<Finding[]> {
  const [team] = teams;
  if (team === undefined) return [];
  const findings: Finding[] = [];
  for (const { name, message } of samples) {
    const answer = await api.call(team, "blocks.validate", { blocks: render(message).blocks });
    if (answer.kind === "ok") findings.push(ok(`${name}: Slack accepts the blocks`));
    else if (answer.kind === "error" && answer.code === "unknown_method")
      return [ok("blocks not looked at: this Slack does not know blocks.validate")];
    else
      findings.push(refused(`${name}, its blocks`, answer, "Report it with your settings; the words may be too long."));
  }
  return findings;
}

/** Whether Slack would open a socket for the app-level token. */
export async function checkAppToken(api: SlackApi): Promise<Finding> {
  const answer = await api.call(HOME, "apps.connections.open", {});
  if (answer.kind === "ok") return ok("SLACK_APP_TOKEN opens a socket");
  const remedy = "Turn Socket Mode on, and make an app-level token (xapp-...) with the scope connections:write.";
  if (answer.kind === "error") return fault(`SLACK_APP_TOKEN: Slack says ${answer.code}`, remedy);
  return refused("SLACK_APP_TOKEN", answer, remedy);
}
