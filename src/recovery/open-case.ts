import type { Context } from "../context.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Draft } from "../outcome.ts";
import type { Response } from "../survey/response.ts";
import { isWorse } from "../survey/score.ts";
import { addBusinessTime } from "./business-hours.ts";
import { type Case, isCaseOpen } from "./case.ts";
import { type CaseFile, caseMessage, sayToTeam, updateAlerts } from "./case-messages.ts";

/** A response as it was, null for a first answer, and as it is now. */
export interface ResponseChange {
  readonly before: Response | null;
  readonly after: Response;
}

/** The case of a response, or null. */
async function caseOf(context: Context, response: Response): Promise<Case | null> {
  const [item] = await context.store.list("case", { where: { responseId: response.id }, limit: 1 });
  return item ?? null;
}

function newCase(context: Context, response: Response): Case {
  const { recovery, desk } = context.settings;
  const at = response.changedAt;
  const contactBy = addBusinessTime(at, recovery.contactWithin, desk.businessHours, desk.zone);
  return {
    id: context.ids.next(),
    version: 0,
    responseId: response.id,
    interactionId: response.interactionId,
    customerId: response.customerId,
    state: "new",
    openedAt: at,
    contactBy,
    dueAt: contactBy,
    overdueAt: null,
    escalatedAt: null,
    ownerAddress: null,
    ownerName: null,
    contactedAt: null,
    closedAt: null,
    outcome: null,
    alerts: [],
  };
}

/** Goes after an unhappy answer: a new detractor opens a case, and later words or scores reach those who look after it. */
export async function followUp(
  context: Context,
  draft: Draft,
  customer: Customer,
  change: ResponseChange,
): Promise<void> {
  const { before, after } = change;
  const known = before && (await caseOf(context, after));
  if (known) return tellOfChange(context, draft, { item: known, response: after, customer }, before);
  if (after.band !== "detractor") return;
  const item = newCase(context, after);
  const file = { item, response: after, customer };
  const isWorsened = before !== null && isWorse(before.band, after.band);
  const values = isWorsened ? { before: before.score } : {};
  const alerts = sayToTeam(
    context,
    draft,
    caseMessage(context, file, isWorsened ? "team.worsened" : "team.detractor", values),
  );
  draft.put("case", { ...item, alerts });
}

function tellOfChange(context: Context, draft: Draft, file: CaseFile, before: Response): void {
  const { item, response } = file;
  if (response.score !== before.score) {
    const key = response.score < before.score ? "team.worsened" : "team.improved";
    sayToTeam(context, draft, caseMessage(context, file, key, { before: before.score }));
  } else if (response.comment !== before.comment) {
    if (item.state === "new") updateAlerts(context, draft, item, caseMessage(context, file, "team.detractor"));
    else if (isCaseOpen(item) && response.comment !== null)
      sayToTeam(context, draft, caseMessage(context, file, "team.comment"));
  }
}
