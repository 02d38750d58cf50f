import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import { keptOf } from "../interaction/bounds.ts";
import { type Cover, coverOf } from "../interaction/gather-cover.ts";
import type { FoundWord } from "../privacy/disclosure.ts";
import type { Found } from "./finding.ts";
import type { SearchQuery } from "./query.ts";
import { snippetOf } from "./snippet.ts";

/** UTF-16 units of a text that are redacted for a snippet; of longer ones the beginning. */
const LONGEST = 6_000;
/** So much at the end of a text that was cut is not shown: what names a person may have been cut in two there. */
const UNSURE = 400;

type Hit = Omit<FoundWord, "text" | "marks"> & { readonly words: string };

function coveredBy(cover: Cover, { words, interactionId }: Pick<Hit, "words" | "interactionId">): string {
  const { text, dropped } = keptOf(words, LONGEST);
  const covered = cover(text, interactionId);
  return dropped === 0 ? covered : covered.slice(0, -UNSURE);
}

/** What was found, redacted and no longer than a snippet, in the same order; with the scores of answers where they may be shown. Rejects as the store does. */
export async function gatherHits(
  context: Pick<Context, "store" | "settings">,
  found: readonly Found[],
  query: SearchQuery,
  withScores: boolean,
): Promise<FoundWord[]> {
  const { store } = context;
  const idsOf = (kind: Found["kind"]) => found.filter((one) => one.kind === kind).map(({ id }) => id);
  const entries = await gatherById(idsOf("entry"), (id) => store.list("entry", { where: { id } }));
  const responses = await gatherById(idsOf("comment"), (id) => store.list("response", { where: { id } }));
  const interactionIds = found.map(({ interactionId }) => interactionId);
  const interactions = await gatherById(interactionIds, (id) => store.list("interaction", { where: { id } }));
  const cover = await coverOf(context, interactionIds);
  const products = new Map(interactions.map(({ id, product }) => [id, product]));
  const written = entries.map(({ id, text, at, author }): readonly [string, Partial<Hit>] => [
    `entry ${id}`,
    { words: text, at, author: author === "agent" ? "agent" : "customer", score: null },
  ]);
  const given = responses.map(({ id, comment, commentedAt, answeredAt, score }): readonly [string, Partial<Hit>] => [
    `comment ${id}`,
    { words: comment ?? "", at: commentedAt ?? answeredAt, author: "customer", score: withScores ? score : null },
  ]);
  const rows = new Map([...written, ...given]);
  return found.flatMap(({ kind, id, interactionId }) => {
    const row = rows.get(`${kind} ${id}`);
    if (!row) return [];
    const hit = { kind, id, interactionId, product: products.get(interactionId) ?? null, ...row } as Hit;
    const { words, ...rest } = hit;
    return [{ ...rest, ...snippetOf(coveredBy(cover, { words, interactionId }), query) }];
  });
}
