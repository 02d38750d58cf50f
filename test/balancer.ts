import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** Leads each request to one of several programs in turn, and to the next one where that does not answer. */
export interface Balancer {
  readonly origin: string;
  stop(): Promise<void>;
}

const HEADERS_OF_THE_WAY = new Set(["host", "connection", "content-length", "transfer-encoding", "content-encoding"]);

function headersOf(entries: Iterable<readonly [string, string | string[] | undefined]>): [string, string][] {
  return [...entries].flatMap(([name, value]) =>
    value === undefined || HEADERS_OF_THE_WAY.has(name) ? [] : [[name, String(value)] as [string, string]],
  );
}

/** `origins` names the programs that are up at that moment. */
export async function startBalancer(origins: () => readonly string[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const { method = "GET", url = "/" } = request;
    const headers = headersOf(Object.entries(request.headers));
    turn += 1;
    const up = origins();
    for (const origin of [...up, ...up].slice(turn % Math.max(1, up.length))) {
      const given = method === "GET" ? {} : { body: new Uint8Array(body) };
      const answer = await fetch(`${origin}${url}`, { method, headers, redirect: "manual", ...given }).catch(
        () => null,
      );
      const text = await answer?.arrayBuffer().catch(() => null);
      if (!answer || !text) continue;
      response.writeHead(answer.status, Object.fromEntries(headersOf(answer.headers))).end(Buffer.from(text));
      return;
    }
    response.writeHead(502).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
