import { shippedWording } from "../adapters/locales.ts";

/** The sentences as they ship: they are read once, for no test changes them. */
export const WORDING = shippedWording();
