import { DEFAULT_DESK } from "../../src/desk.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import { UNLEASED } from "../../src/outbox/lease.ts";
import type { Store } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";

/** A message of nothing but words. */
export const words = (text: string): OutboundMessage => ({ kind: "notice", text, actions: [] });

/** A post that waits since time 0. */
export function pending(id: string, lane: string, message = words(id)): Post {
  const unsent = { sentAt: null, postedAt: null, reference: null, error: null, surveyId: null, ...UNLEASED };
  return { id, version: 0, lane, message, state: "pending", attempts: 0, createdAt: 0, dueAt: 0, ...unsent };
}

/** Puts posts in the outbox as they are. */
export async function plant(store: Store, posts: readonly Post[]): Promise<void> {
  await store.save(
    DEFAULT_DESK,
    { id: null, at: 0 },
    posts.map((row) => ({ table: "post", row }) as const),
  );
}
