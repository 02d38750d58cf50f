import { hash } from "node:crypto";
import { type ApiKey, isOpen, isUseNews, KEY_PREFIX } from "../../../src/keys/api-key.ts";
import type { DeskFinder } from "../../platform.ts";
import type { PageDesk } from "../desk.ts";

/** A desk's key that opens it, and the desk. */
export interface OpenKey {
  readonly key: ApiKey;
  readonly desk: PageDesk;
}

/** The keys that admins have made, at every desk. Its methods reject as the store does. */
export interface KnownKeys {
  /** The key with the secret; null where there is none, or it was revoked. */
  find(secret: string): Promise<OpenKey | null>;
  /** Whether any desk has a key that is open. */
  hasAny(): Promise<boolean>;
  /** Notes that a key was used. Never fails: what cannot be noted now is noted with the next call. */
  noteUse(used: OpenKey): Promise<void>;
}

/** So long a key is taken for what it was when it was last looked up, milliseconds: what another process changes holds after that at the latest. */
const REMEMBERED_FOR = 5_000;
const LONGEST_SECRET = 200;

/** Keys by their hash, as they stood a moment ago; what changes one is heard at once. */
function createRemembered(desks: readonly PageDesk[]) {
  const kept = new Map<string, OpenKey & { readonly since: number }>();
  let era = 0;
  for (const { bot } of desks) {
    bot.onSaved((changes) => {
      for (const { table, row } of changes) {
        if (table !== "key") continue;
        era += 1;
        kept.delete(row.id);
      }
    });
  }
  return {
    get: (id: string): OpenKey | null => {
      const known = kept.get(id);
      if (known && Math.abs(known.desk.clock.now() - known.since) < REMEMBERED_FOR) return known;
      kept.delete(id);
      return null;
    },
    /** What is looked up now is kept by what this gives, unless a key changes meanwhile. */
    keeper: () => {
      const begun = era;
      return (found: OpenKey) => {
        if (begun === era) kept.set(found.key.id, { ...found, since: found.desk.clock.now() });
      };
    },
  };
}

/** Looks keys up by the hash of what is given: how long that takes tells nothing of a secret that is not known already. */
export function createKnownKeys(desks: readonly PageDesk[], finder: DeskFinder): KnownKeys {
  const remembered = createRemembered(desks);
  const ids = desks.map(({ deskId }) => deskId);
  const underWay = new Set<string>();

  const lookUp = async (id: string): Promise<OpenKey | null> => {
    const keep = remembered.keeper();
    const [where] = await finder.desksWith(ids, "key", "id", id);
    const desk = desks.find(({ deskId }) => deskId === where);
    const key = (await desk?.store.get("key", id)) ?? null;
    if (desk === undefined || key === null || !isOpen(key)) return null;
    keep({ key, desk });
    return { key, desk };
  };

  return {
    find: async (secret) => {
      if (!secret.startsWith(KEY_PREFIX) || secret.length > LONGEST_SECRET) return null;
      const id = hash("sha256", secret);
      return remembered.get(id) ?? lookUp(id);
    },
    hasAny: async () => {
      const open = desks.map(({ store }) => store.list("key", { where: { revokedAt: null }, limit: 1 }));
      return (await Promise.all(open)).some((found) => found.length > 0);
    },
    noteUse: async ({ key, desk: { bot, clock, log } }) => {
      const at = clock.now();
      if (!isUseNews(key, at) || underWay.has(key.id)) return;
      underWay.add(key.id);
      try {
        await bot.handle({ kind: "key-used", id: null, at, keyId: key.id });
      } catch (error) {
        log.warn("That a key of the help-desk API was used could not be noted", { error: String(error) });
      } finally {
        underWay.delete(key.id);
      }
    },
  };
}
