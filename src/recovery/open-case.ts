import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Agent } from "../interaction/interaction.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { mayBeginFor } from "../survey/find-survey.ts";
import type { Response } from "../survey/response.ts";
import { type Case, isCaseOpen, type StepFacts, type StepKind, UNTOUCHED } from "./case.ts";
import { reopened, withdrawn } from "./case-acts.ts";
import type { CaseFile } from "./case-messages.ts";
import { fileFor } from "./find-case.ts";
import { clocked, contactDue } from "./plan-contact.ts";
import { recordStep } from "./record-step.ts";
import { sayCards } from "./say-case.ts";

const HOUR_MS = 3_600_000;
/** So many changes of an answer in an hour are followed one by one; then the last one of the hour. */
const MOST_IN_AN_HOUR = 10;

/** The case of a response, one that is about to be saved too; or null. */
async function caseOf({ store }: Context, draft: Draft, { id }: Response): Promise<Case | null> {
  const [item] = await store.list("case", { where: { responseId: id }, limit: 1 });
  const drafted = draft
    .outcome()
    .changes.flatMap(({ table, row }) => (table === "case" && row.responseId === id ? [row] : []));
  return drafted.at(-1) ?? item ?? null;
}

/** Whether somebody must go after the answer: it is a detractor's, and it counts. */
function isToFollow({ band, excluded }: Response): boolean {
  return band === "detractor" && excluded === null;
}

function isMoved(before: Response | null, after: Response): boolean {
  if (before === null) return true;
  const { score, comment, excluded, product, creditedAgent } = before;
  const isRighted = product !== after.product || creditedAgent?.address !== after.creditedAgent?.address;
  return score !== after.score || comment !== after.comment || excluded !== after.excluded || isRighted;
}

/**
 * Goes after an unhappy answer: a detractor opens a case at once, one that was left out as soon as it counts again, and later words and
 * scores raise, lower or withdraw it. What was brought in from elsewhere is long past, and what is answered about a case belongs to that case.
 */
export async function followUp(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"response">,
  event: InboundEvent,
): Promise<void> {
  if (event.kind === "answers-imported" || after.purpose === "recovery" || !isMoved(before, after)) return;
  const known = await caseOf(context, draft, after);
  const { product, score } = after;
  if (known)
    await tellOfChange(context, draft, await fileFor(context, { ...known, product, score }), { before, event });
  else if (isToFollow(after) && (await mayBeginFor(context, { before, after })))
    openCase(context, draft, after, Math.max(after.changedAt, event.at));
}

function openCase(context: Context, draft: Draft, response: Response, at: number): void {
  const { id: responseId, interactionId, customerId, product, score } = response;
  const contactBy = contactDue(at, context.settings);
  const about = { id: context.ids.next(), version: 0, responseId, interactionId, customerId, product, score };
  const item: Case = { ...about, ...UNTOUCHED, openedAt: at, contactBy, dueAt: contactBy };
  draft.put("case", clocked(item, context.settings));
}

interface Moved {
  readonly before: Response | null;
  readonly event: Pick<InboundEvent, "kind" | "at">;
}

/** Who has brought the change: whoever leaves an answer out or counts it again, else the customer. */
function doerOf(event: Moved["event"]): Agent | undefined {
  const { by } = event as { by?: { address: string; name?: string | null } };
  return event.kind === "answer-excluded" && by ? { address: by.address, name: by.name ?? null } : undefined;
}

async function tellOfChange(context: Context, draft: Draft, file: CaseFile, { before, event }: Moved): Promise<void> {
  const { item, response } = file;
  // The case's version guards against somebody who works it at this moment.
  draft.put("case", item);
  if (before === null) return;
  const at = Math.max(event.at, response.changedAt);
  if (doerOf(event) === undefined && (await isTooMany(context, response, at - HOUR_MS)))
    return draft.put("case", { ...item, dueAt: Math.min(item.dueAt ?? at + HOUR_MS, at + HOUR_MS) });
  const act = actOf(item, response, before);
  if (act === null) return sayCards(context, draft, file);
  record(context, draft, file, { act, at, by: doerOf(event), facts: factsOf(act, response, before) });
}

/** Whether the customer has changed the answer so often since then that not every change is told. */
async function isTooMany({ store }: Context, { id }: Response, since: number): Promise<boolean> {
  const recent = await store.list("revision", { where: { responseId: id }, atLeast: { at: since + 1 } });
  return recent.length >= MOST_IN_AN_HOUR;
}

/** What a change of the answer is to its case; null where only the card has to follow. */
function actOf(item: Case, response: Response, before: Response): StepKind | null {
  if (isCaseOpen(item) && isToFollow(before) && !isToFollow(response)) return "withdraw";
  if (isToFollow(response)) {
    if (item.state === "withdrawn") return "reopen";
    if (!isCaseOpen(item) && response.score < before.score) return "reopen";
  }
  if (response.score !== before.score) return response.score < before.score ? "lower" : "raise";
  return response.comment === before.comment || response.comment === null ? null : "comment";
}

function factsOf(act: StepKind, response: Response, before: Response): StepFacts {
  const scores = response.score === before.score ? {} : { before: before.score, score: response.score };
  const isNew = act === "lower" || act === "reopen" || (act === "comment" && before.comment === null);
  return { ...scores, ...(isNew ? { isNew } : {}) };
}

interface Recorded {
  readonly act: StepKind;
  readonly at: number;
  readonly by: Agent | undefined;
  readonly facts: StepFacts;
}

function record(context: Context, draft: Draft, { item }: CaseFile, { act, at, by, facts }: Recorded): void {
  const taken = { act, at, facts, ...(by ? { by } : {}) };
  recordStep(context, draft, item, { ...item, ...progressAfter(context, item, act, at) }, taken);
}

function progressAfter({ settings }: Context, item: Case, act: StepKind, at: number): Partial<Case> {
  if (act === "withdraw") return withdrawn(item, at);
  return act === "reopen" ? reopened(item, at, contactDue(at, settings)) : {};
}

/** Where an answer was changed too often to follow each change, the last one is followed now; true where that was so. */
export async function settleAnswer(context: Context, draft: Draft, file: CaseFile, at: number): Promise<boolean> {
  const { item, response } = file;
  if (!(await isTooMany(context, response, at - 2 * HOUR_MS))) return false;
  const isStray = isToFollow(response) ? item.state === "withdrawn" : isCaseOpen(item);
  if (!isStray) {
    const settled = clocked(item, context.settings);
    if (settled.dueAt === item.dueAt) return false;
    draft.put("case", settled);
    await sayCards(context, draft, { ...file, item: settled });
    return true;
  }
  const act = isCaseOpen(item) ? "withdraw" : "reopen";
  record(context, draft, file, { act, at, by: undefined, facts: act === "reopen" ? { isNew: true } : {} });
  return true;
}
