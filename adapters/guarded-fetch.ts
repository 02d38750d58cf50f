import { once } from "node:events";
import { type IncomingMessage, request as requestOpenly } from "node:http";
import { request as requestSafely } from "node:https";
import { checkedLookup, checkHost, PrivateNetworkError, type ResolveHost, resolveHost } from "./checked-lookup.ts";

/** What one request is made of, as `fetch` takes it. */
export interface GuardedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: ConstructorParameters<typeof Response>[0];
  readonly signal?: AbortSignal | undefined;
}

/** Asks an address as `fetch` does. */
export type GuardedFetch = (url: string, request: GuardedRequest) => Promise<Response>;

/** Most that is read of an answer, bytes. */
const MOST_READ = 1_048_576;
const WITHOUT_BODY = [204, 205, 304];

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > MOST_READ) throw new Error(`the answer is longer than ${MOST_READ} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const status = answer.statusCode ?? 0;
  const headers = new Headers(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  const body = await bodyOf(answer);
  return new Response(WITHOUT_BODY.includes(status) ? null : new Uint8Array(body), { status, headers });
}

/**
 * A `fetch` for addresses that somebody else has named: no redirect is followed, only `https://` goes, and never into a private network,
 * by whatever address the name has at that moment. The operator's own host alone may be anywhere. Rejects with a `PrivateNetworkError`.
 * @param ownHost as the operator wrote it, e.g. `id.example.org`
 */
export function createGuardedFetch(ownHost: string, resolve: ResolveHost = resolveHost): GuardedFetch {
  return async (url, { method, headers, body, signal }) => {
    const { protocol, hostname } = new URL(url);
    const allowPrivate = hostname === ownHost;
    if (protocol !== "https:" && !(protocol === "http:" && allowPrivate))
      throw new PrivateNetworkError(`${hostname} is not asked by ${protocol}//`);
    checkHost(hostname, allowPrivate);
    const lookup = checkedLookup({ resolve, allowPrivate });
    const told = body == null ? undefined : Buffer.from(await new Response(body).arrayBuffer());
    const request = protocol === "https:" ? requestSafely : requestOpenly;
    const sent = request(url, { method, headers, agent: false, lookup, ...(signal ? { signal } : {}) });
    sent.end(told);
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    return responseOf(answer);
  };
}
