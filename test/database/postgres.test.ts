import { storeContract } from "../contracts/store-contract.ts";
import { postgresStores } from "./postgres-stores.ts";

const stores = postgresStores();

storeContract("Postgres", () => stores.empty());
