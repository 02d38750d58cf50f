import { openAmong } from "../enhance/enhancement-counts.ts";
import { BOUNDS, keptOf } from "../interaction/bounds.ts";
import { findUnread } from "../interaction/find-unread.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import type { Reader } from "../ports.ts";
import type { Response } from "../survey/response.ts";
import type { EnhanceWords, ToEnhance } from "./document.ts";

/** The newest words of the product's customers that nobody has acted on yet; null where there are none. */
async function newestOf(store: Reader, product: string, unread: ReadonlySet<string>): Promise<Response | null> {
  const where = { product, state: "open", hasWords: true } as const;
  const limit = unread.size + 1;
  const latest = await store.list("enhancement", { where, orderBy: "openedAt", descending: true, limit });
  const newest = latest.find(({ customerId }) => !unread.has(customerId));
  return newest ? store.get("response", newest.responseId) : null;
}

async function redacted(
  store: Reader,
  responses: readonly Response[],
  phoneCountry: string,
): Promise<Map<string, EnhanceWords>> {
  const cover = await coverOf(
    { store, settings: { desk: { phoneCountry } } },
    responses.map(({ interactionId }) => interactionId),
  );
  const words = responses.map((response) => {
    const { text } = keptOf(response.comment ?? "", BOUNDS.comment);
    const shown = cover(text, response.interactionId).trim();
    return [response.product ?? "", { responseId: response.id, text: shown }] as const;
  });
  return new Map(words.filter(([, { text }]) => text !== ""));
}

/** What is to be made better by product, as of now: how much that is, and the newest words, redacted. */
export async function gatherEnhance(store: Reader, phoneCountry: string): Promise<ToEnhance[]> {
  const counts = await store.countEnhancements();
  const products = [...new Set(counts.map(({ product }) => product))].filter((product) => product !== null);
  const open = products.filter((product) => openAmong(counts, product) > 0).toSorted();
  const unread = await findUnread(store);
  const newest = (await Promise.all(open.map((product) => newestOf(store, product, unread)))).filter(
    (response) => response !== null,
  );
  const words = await redacted(store, newest, phoneCountry);
  return open.map((product) => ({ product, open: openAmong(counts, product), newest: words.get(product) ?? null }));
}
