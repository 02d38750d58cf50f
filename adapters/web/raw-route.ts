import type { RequestListener } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Hono } from "hono";

/** Leads a path to a listener that reads the request and answers it by itself, for `extraRoutes`. */
export function rawRoute(path: string, listener: RequestListener): (app: Hono) => void {
  return (app) => {
    app.all(path, async (context) => {
      const { incoming, outgoing } = context.env as HttpBindings;
      const closed = new Promise<void>((resolve) => outgoing.once("close", () => resolve()));
      listener(incoming, outgoing);
      await closed;
      return RESPONSE_ALREADY_SENT;
    });
  };
}
