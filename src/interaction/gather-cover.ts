import { gatherById } from "../gather-by-id.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import { gatherNames } from "./gather-names.ts";
import { redact } from "./redaction.ts";

/** The words without what could name or harm a person, the people of that conversation among them. */
export type Cover = (text: string, interactionId: string) => string;

/** Where the people of conversations are found, and in which country their telephone numbers are written. */
export interface CoverSource {
  readonly store: Reader;
  readonly settings: { readonly desk: Pick<Settings["desk"], "phoneCountry"> };
}

/** How words from these conversations are redacted: with the names of everybody who took part in each. Rejects as the store does. */
export async function coverOf({ store, settings }: CoverSource, interactionIds: Iterable<string>): Promise<Cover> {
  const interactions = await gatherById(interactionIds, (id) => store.list("interaction", { where: { id } }));
  const behind = interactions.map(({ id, customerId }) => ({ id, interactionId: id, customerId, creditedAgent: null }));
  const names = await gatherNames(store, behind);
  return (text, interactionId) => redact(text, names.get(interactionId) ?? [], settings.desk.phoneCountry);
}
