import { type Context, Hono } from "hono";
import { addressesIn } from "../address-list.ts";
import { peerOf, unmapped } from "./caller.ts";

/** What whoever watches the program may read, and who that is. */
export interface MetricsDoor {
  /** All of it as it stands now. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
  /** Who may read it beside this machine: `any`, or addresses and ranges such as `10.0.0.0/8`. */
  readonly readers: readonly string[];
}

const LOOPBACK = ["127.0.0.0/8", "::1"];
const REFUSED =
  "The metrics are for callers on this machine. Set EMPTYCHAIR_METRICS to the addresses that may read them, or to any.\n";

/** Whoever is named as the one for whom a proxy asks; null where nobody is. */
function forwardedFor(context: Context): string | null {
  const named = context.req.header("x-forwarded-for") ?? context.req.header("forwarded");
  return named === undefined ? null : unmapped((named.split(",").at(-1) ?? "").trim());
}

/** Tells whether who asks may read. Behind a proxy both it and whom it names must: a name alone anybody may give. */
export function readerRule(readers: readonly string[]): (context: Context) => boolean {
  if (readers.includes("any")) return () => true;
  const isNamed = addressesIn(readers);
  const isNear = addressesIn([...LOOPBACK, ...readers]);
  return (context) => {
    const forwarded = forwardedFor(context);
    return isNear(peerOf(context)) && (forwarded === null || isNamed(forwarded));
  };
}

/** `/metrics`: no key, but for callers on this machine alone unless others are named. */
export function metricsRoutes({ text, contentType, readers }: MetricsDoor): Hono {
  const mayRead = readerRule(readers);
  const app = new Hono();
  app.get("/metrics", async (context) => {
    if (!mayRead(context)) return context.text(REFUSED, 403);
    return context.body(await text(), 200, { "Content-Type": contentType, "Cache-Control": "no-store" });
  });
  return app;
}
