import type { DeskConfig } from "../../../src/desk-config.ts";
import { createWording, type Wording } from "../../../src/wording.ts";
import { type Finding, fault, ofDesk, ok, reasonOf, warning } from "../../finding.ts";
import { readCatalogues } from "../../locales.ts";

function checkLocale(wording: Wording, locale: string): Finding {
  const found = wording.locales.join(", ");
  const served = wording.choose(locale);
  if (served.split("-")[0] === locale.split("-")[0]) return ok("wording", found);
  const remedy = `Choose one of them in desk.locale; until then the desk speaks ${served}.`;
  return warning("wording", `no words for desk.locale ${locale}, only ${found}`, remedy);
}

/** Whether every language is complete, and each desk's own is among them. No desk: what they speak is not known. */
export function checkWording(desks: readonly DeskConfig[]): Finding[] {
  try {
    const wording = createWording(readCatalogues());
    if (desks.length === 0) return [ok("wording", wording.locales.join(", "))];
    return desks.flatMap(({ id, settings }) => ofDesk(id, desks, [checkLocale(wording, settings.desk.locale)]));
  } catch (error) {
    return [fault("wording", reasonOf(error), "Install the program anew.")];
  }
}
