import { readCatalogues } from "../adapters/locales.ts";
import { createWording } from "../src/wording.ts";

/** The sentences as they ship: they are read once, for no test changes them. */
export const WORDING = createWording(readCatalogues());
