import { createWording } from "../../../src/wording.ts";
import { type Finding, fault, ok, reasonOf, warning } from "../../finding.ts";
import { readCatalogues } from "../../locales.ts";

/** Whether every language is complete, and the desk's own is among them. Null: the desk's language is not known. */
export function checkWording(deskLocale: string | null): Finding {
  try {
    const wording = createWording(readCatalogues());
    const found = wording.locales.join(", ");
    const served = wording.choose(deskLocale);
    if (deskLocale === null || served.split("-")[0] === deskLocale.split("-")[0]) return ok("wording", found);
    const remedy = `Choose one of them in desk.locale; until then the desk speaks ${served}.`;
    return warning("wording", `no words for desk.locale ${deskLocale}, only ${found}`, remedy);
  } catch (error) {
    return fault("wording", reasonOf(error), "Install the program anew.");
  }
}
