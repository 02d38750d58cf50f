import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import type { Receipt } from "../../../src/rows.ts";
import type { PageDesk } from "../desk.ts";
import { apiAnswer } from "./answer.ts";
import { ApiProblem } from "./problem.ts";
import { readCall } from "./read-call.ts";

const KEY = /^[\x21-\x7e]{1,255}$/;
const WRITES = ["POST", "PUT", "PATCH", "DELETE"];

/** What a write that came with a key brings of its receipt. */
type KeyedWrite = Pick<Receipt, "id" | "fingerprint">;

declare module "hono" {
  interface ContextVariableMap {
    receipt: KeyedWrite;
    /** The answer was kept with what the write changed. */
    isReceiptKept: boolean;
  }
}

/** The idempotency key a write came with, to be given to its event; nothing where there was none. */
export function receiptOf(context: Context): { readonly receipt?: KeyedWrite } {
  const receipt = context.get("receipt");
  return receipt ? { receipt } : {};
}

async function readReceipt(context: Context, id: string): Promise<KeyedWrite> {
  if (!KEY.test(id)) {
    throw new ApiProblem(400, "Idempotency-Key must be 1 to 255 visible ASCII characters without spaces.");
  }
  const asked = createHash("sha256").update(`${context.req.method} ${context.req.path}\n`);
  return { id, fingerprint: asked.update(new Uint8Array(await context.req.arrayBuffer())).digest("hex") };
}

/** The problem of a key that came with another request before. */
export function usedForAnother(): ApiProblem {
  return new ApiProblem(409, "This Idempotency-Key was used for another request. Use a new key for each new request.");
}

/** Answers a repeated write under `Idempotency-Key` as the first time; refuses the key for anything else with 409. */
export function idempotent(desk: PageDesk): MiddlewareHandler {
  return async (context, next) => {
    const key = WRITES.includes(context.req.method) ? context.req.header("idempotency-key") : undefined;
    if (key === undefined) return next();
    const receipt = await readReceipt(context, key);
    const earlier = await desk.store.get("receipt", receipt.id);
    if (earlier && earlier.fingerprint !== receipt.fingerprint) throw usedForAnother();
    if (earlier?.status != null && earlier.answer !== null) {
      const type = earlier.status < 400 ? "application/json" : "application/problem+json";
      const { answer } = earlier;
      const look = { what: "repeated answer", showsPosts: true } as const;
      const repeated = await readCall(context, desk, look, async () => answer);
      return apiAnswer(repeated, earlier.status, { "content-type": type });
    }
    context.set("receipt", receipt);
    await next();
    const { status } = context.res;
    if (status >= 500 || context.get("isReceiptKept")) return;
    const answer = await context.res.clone().text();
    await desk.bot.handle({
      kind: "receipt-answered",
      id: null,
      at: desk.clock.now(),
      receiptId: receipt.id,
      status,
      answer,
    });
  };
}
