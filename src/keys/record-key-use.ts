import type { Context } from "../context.ts";
import type { KeyUsed } from "../key-events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { isUseNews } from "./api-key.ts";

/** Notes that a key was used, where that was not noted of late. */
export async function recordKeyUse({ keyId, at }: KeyUsed, { store }: Context): Promise<Outcome> {
  const draft = createDraft();
  const key = await store.get("key", keyId);
  if (key !== null && isUseNews(key, at)) draft.put("key", { ...key, lastUsedAt: at });
  return draft.outcome();
}
