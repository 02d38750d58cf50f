import { type Finding, findingsOf } from "../finding.ts";
import { type ApiAnswer, classOf, isRecord, remedyOf, type SlackApi } from "./api.ts";

/** What `doctor` says of Slack. */
export const { ok, warning, fault } = findingsOf("slack");

/** What became of a call that did not succeed: a fault where Slack refused, a warning where nothing can be told. */
export function refused(what: string, answer: Exclude<ApiAnswer, { kind: "ok" }>, remedy: string): Finding {
  if (answer.kind === "error") {
    const mend = classOf(answer.code) === "stop" ? `${remedyOf(answer.code, answer.needed)}.` : remedy;
    return fault(`${what}: Slack says ${answer.code}`, mend);
  }
  const why = answer.kind === "limited" ? "Slack wants fewer calls" : answer.reason;
  return warning(`${what} could not be looked at: ${why}`, "Run doctor again in a minute.");
}

/** The scopes a workspace has granted; null where the answer does not say. */
export async function grantedScopes(api: SlackApi, team: string): Promise<readonly string[] | null> {
  const answer = await api.call(team, "auth.test", {});
  const metadata = answer.kind === "ok" ? answer.data.response_metadata : null;
  const scopes = isRecord(metadata) ? metadata.scopes : null;
  return Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : null;
}
