import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../../src/ports.ts";
import { storeDesksContract } from "./store-desks-contract.ts";
import { storeExploreContract } from "./store-explore-contract.ts";
import { storeKeysContract } from "./store-keys-contract.ts";
import { storeListContract } from "./store-list-contract.ts";
import { storeListsContract } from "./store-lists-contract.ts";
import { storeRemovalContract } from "./store-removal-contract.ts";
import { storeSaveContract } from "./store-save-contract.ts";
import { storeSearchContract } from "./store-search-contract.ts";
import { storeTalliesContract } from "./store-tallies-contract.ts";

/** What any store must do. `open` gives an empty one; the suite closes it. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    storeSaveContract(() => store);
    storeRemovalContract(() => store);
    storeKeysContract(() => store);
    storeDesksContract(() => store);
    storeListContract(() => store);
    storeListsContract(() => store);
    storeTalliesContract(() => store);
    storeExploreContract(() => store);
    storeSearchContract(() => store);
  });
}
