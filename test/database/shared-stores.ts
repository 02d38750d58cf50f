import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { Store } from "../../src/ports.ts";
import { openStore, temporaryFolder } from "./open-store.ts";

/** One store as two processes reach it. */
export const SHARED_STORES: [string, () => Promise<readonly [Store, Store]>][] = [
  [
    "in memory",
    async () => {
      const store = createMemoryStore();
      return [store, store];
    },
  ],
  [
    "in one file",
    async () => {
      const path = join(temporaryFolder(), "desk.db");
      const stores = [await openStore(path, { durable: false }), await openStore(path, { durable: false })] as const;
      onTestFinished(async () => {
        for (const store of stores) await store.close();
      });
      return stores;
    },
  ],
];
