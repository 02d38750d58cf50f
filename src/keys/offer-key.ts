import type { Context } from "../context.ts";
import { hashOf } from "../hash.ts";
import { shortName } from "../interaction/bounds.ts";
import type { KeyWanted } from "../key-events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { keySecret, MOST_KEYS } from "./api-key.ts";

async function hindrance({ store }: Context, name: string) {
  if (name === "") return "keys.needName" as const;
  const open = await store.list("key", { where: { revokedAt: null } });
  if (open.some((key) => key.name === name)) return "keys.nameTaken" as const;
  return open.length >= MOST_KEYS ? ("keys.tooMany" as const) : null;
}

/** Makes a key for an admin. Only its hash is kept; the secret is given to them alone, once. */
export async function offerKey(event: KeyWanted, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, scope, at, via } = event;
  const name = shortName(event.name.trim());
  if (!may(by.role, "change-settings")) {
    refuseWithout(context, draft, by, "change-settings");
    return draft.outcome();
  }
  const key = await hindrance(context, name);
  if (key !== null) {
    refuseWith(context, draft, by, { code: "conflict", key });
    return draft.outcome();
  }
  const secret = keySecret(context.ids.secret(), context.ids.secret());
  const id = await hashOf(secret);
  const made = { madeAt: at, madeByAddress: by.address, madeByName: by.name ?? null };
  draft.put("key", { id, version: 0, name, scope, ...made, lastUsedAt: null, revokedAt: null });
  draft.audit({ by, act: "key-made", table: "key", subject: id, via, facts: { scope } });
  draft.disclose({ kind: "key", keyId: id, secret });
  return draft.outcome();
}
