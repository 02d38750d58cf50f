import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";

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

/** Starts to serve the app; rejects with what is wrong and how to mend it. */
export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(whyNot(error, host, port)));
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/** A kept connection counts as idle only after its last answer has left, so idle ones are looked for until none is left. */
function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const isHttp1 = "closeIdleConnections" in server;
    const sweep = setInterval(() => isHttp1 && server.closeIdleConnections(), SWEEP);
    const cut = setTimeout(() => isHttp1 && server.closeAllConnections(), DRAIN);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}
