import type { Person } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Reader } from "../ports.ts";
import { type Case, isContactDue, OPEN_CASE_STATES } from "../recovery/case.ts";
import { caseCard } from "../recovery/case-messages.ts";
import { fileFor } from "../recovery/find-case.ts";
import { may } from "../rights.ts";
import type { Settings } from "../settings.ts";
import type { Wording } from "../wording.ts";
import { shownTo } from "./find-shown.ts";

/** So many open cases are read at most. */
const MOST_READ = 500;

/** Who looks at cases, and in which language. */
export interface CaseReader {
  readonly store: Reader;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly locale: string;
  readonly by: Person;
}

/** The open cases in order of urgency: those nobody has been in touch about come first, the longest due of them before the others. */
export async function urgentCases({ store }: Pick<CaseReader, "store">): Promise<Case[]> {
  const open = await store.list("case", { where: { state: OPEN_CASE_STATES }, orderBy: "contactBy", limit: MOST_READ });
  return [...open.filter(isContactDue), ...open.filter((item) => !isContactDue(item))];
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
