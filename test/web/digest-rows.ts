import { DEFAULT_DESK } from "../../src/desk.ts";
import { digestIdText } from "../../src/digest/digest-id.ts";
import type { Digest } from "../../src/digest/document.ts";
import type { Store } from "../../src/ports.ts";
import type { DigestRow } from "../../src/rows.ts";

/** The row of a digest as it was posted, Monday at nine in Berlin unless told otherwise. */
export function digestRow(document: Digest, given: Partial<DigestRow> = {}): DigestRow {
  const at = Date.parse(document.window.to) + 9 * 60 * 60_000;
  return {
    ...{ id: digestIdText(document.id), version: 0, ...document.id, document },
    ...{ computedAt: at, postedAt: at, isLate: false, revision: 1, dueAt: null, history: [], chain: [], posts: [] },
    ...given,
  };
}

/** Puts digests into the store as if they had been posted. */
export async function postedDigests(store: Store, rows: readonly DigestRow[]): Promise<void> {
  const changes = rows.map((row) => ({ table: "digest", row }) as const);
  await store.save(DEFAULT_DESK, { id: null, at: 0 }, changes);
}
