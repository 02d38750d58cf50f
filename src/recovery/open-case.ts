import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import type { Response } from "../survey/response.ts";
import { isWorse } from "../survey/score.ts";
import { sayLatestToTeam } from "../team/say-latest.ts";
import { sayToTeam } from "../team/say-to-team.ts";
import type { WordingKey } from "../wording.ts";
import { addBusinessTime } from "./business-time.ts";
import { type Case, isCaseOpen, UNTOUCHED } from "./case.ts";
import { reopened } from "./case-acts.ts";
import { type CaseFile, caseMessage, updateAlerts } from "./case-messages.ts";

/** The case of a response, or null. */
async function caseOf(context: Context, response: Response): Promise<Case | null> {
  const [item] = await context.store.list("case", { where: { responseId: response.id }, limit: 1 });
  return item ?? null;
}

function newCase(context: Context, response: Response): Case {
  const { recovery, desk } = context.settings;
  const at = response.changedAt;
  const contactBy = addBusinessTime(at, recovery.contactWithin, desk);
  return {
    id: context.ids.next(),
    version: 0,
    responseId: response.id,
    interactionId: response.interactionId,
    customerId: response.customerId,
    ...UNTOUCHED,
    openedAt: at,
    contactBy,
    dueAt: contactBy,
  };
}

/**
 * Goes after an unhappy answer: a new detractor opens a case, and later words or scores reach those who look after it. What was brought
 * in from elsewhere is long past, and leaving an answer out of the score is no word of the customer's.
 */
export async function followUp(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"response">,
  event: InboundEvent,
): Promise<void> {
  if (event.kind === "answers-imported") return;
  if (before?.score === after.score && before.comment === after.comment) return;
  const customer = await context.store.get("customer", after.customerId);
  if (!customer) throw new Error(`Response ${after.id} has lost its customer`);
  const known = before && (await caseOf(context, after));
  if (known) return tellOfChange(context, draft, { item: known, response: after, customer }, before);
  if (after.band !== "detractor") return;
  const file = { item: newCase(context, after), response: after, customer };
  const isWorsened = before !== null && isWorse(before.band, after.band);
  alert(
    context,
    draft,
    file,
    isWorsened ? { key: "team.worsened", values: { before: before.score } } : { key: "team.detractor" },
  );
}

interface Sentence {
  readonly key: WordingKey;
  readonly values?: Record<string, string | number>;
}

/** Puts the case with a fresh alert in every team channel. */
function alert(context: Context, draft: Draft, file: CaseFile, { key, values = {} }: Sentence): void {
  const alerts = sayToTeam(context, draft, caseMessage(context, file, key, values));
  draft.put("case", { ...file.item, alerts });
}

async function tellOfChange(context: Context, draft: Draft, file: CaseFile, before: Response): Promise<void> {
  const { item, response } = file;
  // The case's version guards against somebody who works it at this moment.
  draft.put("case", item);
  const values = { before: before.score };
  if (response.score !== before.score) {
    const isReopened = !isCaseOpen(item) && response.band === "detractor" && response.score < before.score;
    if (isReopened)
      alert(context, draft, { ...file, item: openedAgain(context, file) }, { key: "team.worsened", values });
    else await sayChange(context, draft, file, { key: changeKey(item, response, before), values });
  } else if (response.comment !== before.comment) {
    if (item.state === "new") await updateAlerts(context, draft, item, caseMessage(context, file, "team.detractor"));
    else if (response.comment !== null) await sayChange(context, draft, file, { key: "team.comment" });
  }
}

/** A change of the answer, which may be one of very many. */
async function sayChange(context: Context, draft: Draft, file: CaseFile, { key, values }: Sentence): Promise<void> {
  await sayLatestToTeam(context, draft, {
    topic: `answer ${file.response.id}`,
    message: caseMessage(context, file, key, values),
    enough: caseMessage(context, file, "team.keepsChanging"),
  });
}

function changeKey(item: Case, response: Response, before: Response): WordingKey {
  if (!isCaseOpen(item)) return "team.changed";
  return response.score < before.score ? "team.worsened" : "team.improved";
}

function openedAgain(context: Context, { item, response }: CaseFile): Case {
  const { openedAt, contactBy } = newCase(context, response);
  return { ...item, ...reopened(item, openedAt, contactBy) };
}
