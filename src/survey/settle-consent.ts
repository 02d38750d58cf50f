import type { Context } from "../context.ts";
import type { Draft, RowChange } from "../outcome.ts";

/** Other words, or another judgement, than those that may be quoted: the consent was to the ones that were shown. */
export async function settleConsent(
  { store }: Context,
  draft: Draft,
  { before, after }: RowChange<"response">,
): Promise<void> {
  if (before === null || (before.comment === after.comment && before.band === after.band)) return;
  const response = (await store.get("response", after.id)) ?? after;
  if (response.quoteConsentAt !== null) draft.put("response", { ...response, quoteConsentAt: null });
}

/** Whoever wants not to be asked any more, or not to be read, is not to be quoted either. */
export async function settleConsents(
  { store }: Context,
  draft: Draft,
  { before, after }: RowChange<"customer">,
): Promise<void> {
  const hasLeft = (field: "optedOutAt" | "readOptOutAt") => after[field] !== null && before?.[field] == null;
  if (!hasLeft("optedOutAt") && !hasLeft("readOptOutAt")) return;
  const where = { customerId: after.id };
  for (const response of await store.list("response", { where, atLeast: { quoteConsentAt: 0 } }))
    draft.put("response", { ...response, quoteConsentAt: null });
}
