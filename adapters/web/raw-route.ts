import type { RequestListener } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Hono } from "hono";

// Where a server ran before this module was loaded, the marker is a response of the server's own kind, which it would write although all is sent: a copy is a plain one.
const alreadySent = () => RESPONSE_ALREADY_SENT.clone();

/** Leads a path to a listener that reads the request and answers it by itself, for `extraRoutes`. */
export function rawRoute(path: string, listener: RequestListener): (app: Hono) => void {
  return (app) => {
    app.all(path, async (context) => {
      const { incoming, outgoing } = context.env as HttpBindings;
      const closed = new Promise<void>((resolve) => outgoing.once("close", () => resolve()));
      listener(incoming, outgoing);
      await closed;
      return alreadySent();
    });
  };
}
