import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Route } from "../platform.ts";

/** A web server that listens. */
export interface Listening {
  readonly port: number;
  /** Takes no more requests, lets those under way end within five seconds, and closes every connection. */
  close(): Promise<void>;
}

const DRAIN = 5_000;
const SWEEP = 25;

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new Error(`Port ${port} of ${host} is in use; stop what uses it, or choose another with --port or PORT`);
  }
  if (error.code === "EACCES") {
    return new Error(`Port ${port} may not be used by this account; choose one above 1023 with --port or PORT`);
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new Error(`${host} is no address of this machine; set HOST to one, e.g. 127.0.0.1`);
  }
  return error;
}

/** Answers a request with the app past all of its rules; null or undefined where they are to be gone through. */
export type Past = (request: IncomingMessage) => Hono["fetch"] | null | undefined;

/** Leads each route to its own listener, which sees the request as it came, and everything else to the app. */
function ledBy(routes: readonly Route[], app: RequestListener): RequestListener {
  const own = new Map(routes.map(({ path, listener }) => [path, listener]));
  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?", 1);
    (own.get(path) ?? app)(request, response);
  };
}

/** The app, and for what may go past its rules whatever answers that. */
function appOr(past: Past, app: Hono): RequestListener {
  return getRequestListener((request, env) => {
    const answering = past((env as HttpBindings).incoming) ?? app.fetch;
    return answering(request, env);
  });
}

/** Where a server listens, and what it serves beside the app. */
export interface ListenConfig {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly routes?: readonly Route[];
  readonly past: Past;
}

/** Starts to serve the app; rejects with what is wrong and how to mend it. */
export async function listen(app: Hono, { host, port, past, routes = [] }: ListenConfig): Promise<Listening> {
  const server = createServer(ledBy(routes, appOr(past, app)));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(whyNot(error, host, port)));
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/** A kept connection counts as idle only after its last answer has left, so idle ones are looked for until none is left. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}
