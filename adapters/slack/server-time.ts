/** Base of Slack's own Web API. */
export const SLACK_API = "https://slack.com/api";
const TIMEOUT_MS = 5_000;

/** What Slack's own clock says, in milliseconds and to the second, by the date of an answer; null where there is none. */
export async function serverTime(apiUrl: string | null): Promise<number | null> {
  try {
    const address = `${(apiUrl ?? SLACK_API).replace(/\/+$/, "")}/auth.test`;
    const answer = await fetch(address, { method: "POST", signal: AbortSignal.timeout(TIMEOUT_MS) });
    const time = Date.parse(String(answer.headers.get("date")));
    return Number.isNaN(time) ? null : time;
  } catch {
    return null;
  }
}
