import { createMemoryStore } from "../../adapters/database/memory.ts";
import { storeContract } from "../contracts/store-contract.ts";

storeContract("Memory", async () => createMemoryStore());
