import type { DeskBot } from "../bot.ts";
import type { Person } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Reader } from "../ports.ts";
import type { Asking } from "./find-overview.ts";
import { ownData } from "./find-receipt.ts";
import { lookAt, type Overview, overviewOf } from "./give-overview.ts";

/** The overview as this person may read it, which the audit log tells of; a kind word to whoever may not. */
export async function giveOverview(
  bot: Pick<DeskBot, "read">,
  overview: Overview,
  { by, locale }: Pick<Asking, "by" | "locale">,
): Promise<OutboundMessage | string> {
  const looked = await bot.read(lookAt(overview, by), (context) => overviewOf(overview, { ...context, by, locale }));
  return looked.kind === "given" ? looked.found : looked.text;
}

/** The desk's rows with the words that are this person's own; without any where they are not known here. */
export async function ownRowsOf(
  { store, bot }: { readonly store: Reader; readonly bot: Pick<DeskBot, "ownWords"> },
  { address }: Pick<Person, "address">,
): Promise<Reader> {
  const identity = await store.get("identity", address);
  return identity ? bot.ownWords(identity.customerId) : store;
}

/** The receipt of whoever asks: see `ownData`. */
export async function giveOwnData(
  asking: Asking & { readonly bot: Pick<DeskBot, "ownWords"> },
): Promise<OutboundMessage | string> {
  return ownData({ ...asking, store: await ownRowsOf(asking, asking.by) });
}
