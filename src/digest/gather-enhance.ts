import { openAmong } from "../enhance/enhancement-counts.ts";
import { BOUNDS, keptOf } from "../interaction/bounds.ts";
import { unreadAmong } from "../interaction/find-unread.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import type { Reader } from "../ports.ts";
import type { Response } from "../survey/response.ts";
import type { EnhanceWords, ToEnhance } from "./document.ts";

/** So many are looked at first; more where those are all of customers who do not want to be read. */
const LOOKED_AT = 5;

/** The newest words of the product's customers that nobody has acted on yet; null where there are none. */
async function newestOf(store: Reader, product: string): Promise<Response | null> {
  const where = { product, state: "open", hasWords: true } as const;
  for (let limit = LOOKED_AT; ; limit *= 10) {
    const latest = await store.list("enhancement", { where, orderBy: "openedAt", descending: true, limit });
    const customers = latest.map(({ customerId }) => customerId);
    const unread = await unreadAmong({ store }, customers);
    const newest = latest.find(({ customerId }) => !unread.has(customerId));
    if (newest) return store.get("response", newest.responseId);
    if (latest.length < limit) return null;
  }
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
  const newest = (await Promise.all(open.map((product) => newestOf(store, product)))).filter(
    (response) => response !== null,
  );
  const words = await redacted(store, newest, phoneCountry);
  return open.map((product) => ({ product, open: openAmong(counts, product), newest: words.get(product) ?? null }));
}
