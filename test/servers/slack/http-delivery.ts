import { createHmac } from "node:crypto";
import { parseJson } from "./json.ts";
import type { Limits } from "./limits.ts";
import type { TimeSource } from "./time.ts";
import type { Parcel, Receipt, Transport } from "./transport.ts";

/** What delivery over HTTP needs to know. */
export interface HttpDeliveryConfig {
  /** The app's request URL. */
  readonly url: string;
  readonly signingSecret: string;
  readonly limits: Limits;
  readonly time: TimeSource;
}

/** Posts signed bodies to the app's request URL. The signature's moment is the real one: the app holds it against its own clock. */
export function createHttpDelivery({ url, signingSecret, limits, time }: HttpDeliveryConfig): Transport {
  return {
    async deliver(parcel) {
      const deadline = new AbortController();
      const forget = time.after(limits.ackMs, () => deadline.abort());
      try {
        const response = await fetch(url, {
          ...signed(parcel, signingSecret, Math.floor(Date.now() / 1000)),
          redirect: "manual",
          signal: deadline.signal,
        });
        return await receipt(response);
      } catch {
        return { ok: false, reason: deadline.signal.aborted ? "http_timeout" : "connection_failed", stop: false };
      } finally {
        forget();
      }
    },
  };
}

async function receipt(response: Response): Promise<Receipt> {
  const text = await response.text();
  if (response.status >= 200 && response.status < 300) {
    const json = response.headers.get("content-type")?.includes("json") ?? false;
    return { ok: true, body: text === "" ? undefined : json ? parseJson(text) : text };
  }
  const reason = response.status >= 300 && response.status < 400 ? "too_many_redirects" : "http_error";
  return { ok: false, reason, stop: response.headers.get("x-slack-no-retry") === "1" };
}

function signed(parcel: Parcel, secret: string, seconds: number): { method: string; headers: Headers; body: string } {
  const [type, body] = encoded(parcel);
  const headers = new Headers({
    "content-type": type,
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    "x-slack-request-timestamp": String(seconds),
    "x-slack-signature": signature(secret, seconds, body),
  });
  if (parcel.retry) {
    headers.set("x-slack-retry-num", String(parcel.retry.num));
    headers.set("x-slack-retry-reason", parcel.retry.reason);
  }
  return { method: "POST", headers, body };
}

function encoded({ kind, payload }: Parcel): readonly [type: string, body: string] {
  if (kind === "events_api") return ["application/json", JSON.stringify(payload)];
  const fields = kind === "interactive" ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return ["application/x-www-form-urlencoded", new URLSearchParams(fields).toString()];
}

/** Slack's request signature over a raw body. */
export function signature(secret: string, seconds: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`;
}
