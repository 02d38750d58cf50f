import type { Context } from "../context.ts";
import type { KeyRevoked } from "../key-events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { isOpen } from "./api-key.ts";

/** Revokes a key for an admin: from then on it opens nothing. Its row stays, so that what it did can be told. */
export async function closeKey({ by, keyId, at, via }: KeyRevoked, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const key = await context.store.get("key", keyId);
  if (!may(by.role, "change-settings")) refuseWithout(context, draft, by, "change-settings");
  else if (key === null) refuseWith(context, draft, by, { code: "unknown", key: "keys.unknown" });
  else if (isOpen(key)) {
    draft.put("key", { ...key, revokedAt: at });
    draft.audit({ by, act: "key-revoked", table: "key", subject: key.id, via, facts: { scope: key.scope } });
  }
  return draft.outcome();
}
