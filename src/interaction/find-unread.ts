import type { Reader } from "../ports.ts";

/** The ids of all customers whom nobody may read to learn from them, nor quote. */
export async function findUnread(store: Pick<Reader, "list">): Promise<ReadonlySet<string>> {
  const unread = await store.list("customer", { atLeast: { readOptOutAt: 0 } });
  return new Set(unread.map(({ id }) => id));
}
