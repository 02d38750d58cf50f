import type { Person } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Clock, Reader } from "../ports.ts";
import type { Case } from "../recovery/case.ts";
import { caseCard } from "../recovery/case-messages.ts";
import { casesInOrder, fileFor } from "../recovery/find-case.ts";
import { may } from "../rights.ts";
import type { Settings } from "../settings.ts";
import type { Wording } from "../wording.ts";
import { shownTo } from "./find-shown.ts";

/** Who looks at cases, and in which language. */
export interface CaseReader {
  readonly store: Reader;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly locale: string;
  readonly by: Person;
}

/** A page of the open cases, and how many there are in all. */
export interface UrgentCases {
  readonly items: readonly Case[];
  /** How many stand before the page. */
  readonly from: number;
  readonly count: number;
}

/** The deepest page, so that whoever turns pages by a button reads no further. */
const DEEPEST = 500;

/** Open cases in order of urgency: those nobody has been in touch about come first, the longest due of them before the others. Begins anew where the page has none. */
export async function urgentCases(
  { store, clock }: Pick<CaseReader, "store"> & { readonly clock: Clock },
  { from, most }: { readonly from: number; readonly most: number },
): Promise<UrgentCases> {
  const look = { reader: null, now: clock.now() };
  const start = from < DEEPEST ? from : 0;
  const wish = { ...look, list: "open", sought: {}, after: null, limit: start + most } as const;
  const ids = (await store.listCases(wish)).slice(start);
  if (ids.length === 0 && start > 0) return urgentCases({ store, clock }, { from: 0, most });
  const items = await casesInOrder({ store }, ids);
  return { items, from: start, count: (await store.countCases({}, look)).open };
}

/** The card of a case as this person may read it, with what they may do about it. */
export async function caseFor(
  { store, settings, wording, locale, by }: CaseReader,
  item: Case,
): Promise<OutboundMessage> {
  const file = await fileFor({ store }, item);
  const spoken = { wording, settings: { ...settings, desk: { ...settings.desk, locale } } };
  const message = shownTo(caseCard(spoken, file), by.address);
  const isRated = file.rated.includes(by.address) && !settings.recovery.agentsSeeOwnScores;
  const mayDo = may(by.role, "work-case") ? message.actions.filter(({ name }) => !isRated || name === "case-more") : [];
  return { ...message, actions: mayDo };
}
