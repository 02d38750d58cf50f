import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../../src/ports.ts";
import { storeDesksContract } from "../contracts/store-desks-contract.ts";
import { storeExploreContract } from "../contracts/store-explore-contract.ts";
import { storeKeysContract } from "../contracts/store-keys-contract.ts";
import { storeListContract } from "../contracts/store-list-contract.ts";
import { storeListsContract } from "../contracts/store-lists-contract.ts";
import { storeRemovalContract } from "../contracts/store-removal-contract.ts";
import { storeSaveContract } from "../contracts/store-save-contract.ts";
import { storeSearchContract } from "../contracts/store-search-contract.ts";
import { storeTalliesContract } from "../contracts/store-tallies-contract.ts";
import { postgresStores } from "./postgres-stores.ts";

const stores = postgresStores();

describe("Postgres as a store", () => {
  let store: Store;
  beforeEach(async () => {
    store = await stores.empty();
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
