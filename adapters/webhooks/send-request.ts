import { request as requestOpenly } from "node:http";
import { request as requestSafely } from "node:https";
import { checkedLookup, checkHost, type LookupReach } from "../checked-lookup.ts";

/** A request that is made once: no redirect is followed, and no more of the answer is read than is told. */
export interface WebhookRequest extends LookupReach {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ends it before it is answered. */
  readonly signal: AbortSignal;
}

/** How a program answered. */
export interface WebhookAnswer {
  readonly status: number;
  /** The Retry-After header as it came. */
  readonly retryAfter: string | undefined;
  /** The beginning of what it said, on one line; nothing where it took what was sent. */
  readonly said: string;
}

const MOST_READ = 1_024;
const MOST_TOLD = 200;

function oneLine(text: string): string {
  return text
    .replace(/[\s\p{C}]+/gu, " ")
    .trim()
    .slice(0, MOST_TOLD);
}

/** The beginning of an answer's body; empty where it breaks off. */
async function beginningOf(body: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of body) {
      pieces.push(piece);
      if (pieces.reduce((sum, { length }) => sum + length, 0) >= MOST_READ) break;
    }
  } catch {
    return "";
  }
  return oneLine(Buffer.concat(pieces).subarray(0, MOST_READ).toString("utf8"));
}

/** So many letters in a row that stand in what was sent are no coincidence. */
const ECHO = 16;
const ECHOED = "an answer that repeats what was sent to it, and is not kept";

/** What a program said, unless it repeats what was sent, which has customers' words and links in it: the answer is kept, shown and logged. */
function withoutEcho(said: string, body: string): string {
  const starts = Array.from({ length: Math.max(0, said.length - ECHO + 1) }, (_, start) => start);
  return starts.some((start) => body.includes(said.slice(start, start + ECHO))) ? ECHOED : said;
}

/** Makes the request. Rejects where no answer came, and with a `PrivateNetworkError` where it would have gone into a private network. */
export async function sendRequest(given: WebhookRequest): Promise<WebhookAnswer> {
  const { url, headers, body, allowPrivate, signal } = given;
  const { protocol, hostname } = new URL(url);
  checkHost(hostname, allowPrivate);
  const request = protocol === "https:" ? requestSafely : requestOpenly;
  const options = { method: "POST", headers, signal, agent: false, lookup: checkedLookup(given) } as const;
  return new Promise((resolve, reject) => {
    const sent = request(url, options, async (answer) => {
      const status = answer.statusCode ?? 0;
      const isTaken = status >= 200 && status < 300;
      const said = isTaken ? "" : withoutEcho(await beginningOf(answer), body);
      answer.on("error", () => {}).destroy();
      resolve({ status, retryAfter: answer.headers["retry-after"], said });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
