import { lookup } from "node:dns/promises";
import { request as requestOpenly } from "node:http";
import { request as requestSafely } from "node:https";
import type { LookupFunction } from "node:net";
import { isPrivateAddress, isPrivateHost } from "./private-network.ts";

/** An address by which a host is reached. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** Every address of a host. Rejects where there is none. */
export type ResolveHost = (host: string) => Promise<readonly HostAddress[]>;

/** Every address of a host, as the machine knows it. */
export const resolveHost: ResolveHost = (host) => lookup(host, { all: true });

/** A request that is made once: no redirect is followed, and no more of the answer is read than is told. */
export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowPrivate: boolean;
  readonly resolve: ResolveHost;
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

/** The request would have gone into a private network. Nothing was sent. */
export class PrivateNetworkError extends Error {
  override readonly name = "PrivateNetworkError";
}

const MOST_READ = 1_024;
const MOST_TOLD = 200;

/** The addresses that were looked at are those to which it connects: a name that leads elsewhere the next moment gains nothing. */
function checkedLookup({ resolve, allowPrivate }: WebhookRequest): LookupFunction {
  const addressesOf = async (host: string) => {
    const found = await resolve(host);
    const inner = found.find(({ address }) => isPrivateAddress(address));
    if (inner && !allowPrivate)
      throw new PrivateNetworkError(`${host} leads to ${inner.address}, which is in a private network`);
    return found;
  };
  return (host, { all }, tell) => {
    addressesOf(host).then(
      (found) => {
        const [first] = found;
        if (first === undefined) tell(new Error(`${host} has no address`), "");
        else if (all) tell(null, [...found]);
        else tell(null, first.address, first.family);
      },
      (error) => tell(error, ""),
    );
  };
}

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

/** Makes the request. Rejects where no answer came, and with {@link PrivateNetworkError} where it would have gone into a private network. */
export async function sendRequest(given: WebhookRequest): Promise<WebhookAnswer> {
  const { url, headers, body, allowPrivate, signal } = given;
  const { protocol, hostname } = new URL(url);
  if (!allowPrivate && isPrivateHost(hostname)) throw new PrivateNetworkError(`${hostname} is in a private network`);
  const request = protocol === "https:" ? requestSafely : requestOpenly;
  const options = { method: "POST", headers, signal, agent: false, lookup: checkedLookup(given) } as const;
  return new Promise((resolve, reject) => {
    const sent = request(url, options, async (answer) => {
      const status = answer.statusCode ?? 0;
      const isTaken = status >= 200 && status < 300;
      const said = isTaken ? "" : await beginningOf(answer);
      answer.on("error", () => {}).destroy();
      resolve({ status, retryAfter: answer.headers["retry-after"], said });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
