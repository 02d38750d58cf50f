import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";

/** Keeps the first answer to a write under its idempotency key; later ones change nothing. */
export async function settleReceipt(event: EventOf<"receipt-answered">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const receipt = await context.store.get("receipt", event.receiptId);
  const { status, answer } = event;
  if (receipt && receipt.status === null) draft.put("receipt", { ...receipt, status, answer });
  return draft.outcome();
}
