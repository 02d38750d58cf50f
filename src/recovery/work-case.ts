import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome, type Refusal } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import type { WordingKey } from "../wording.ts";
import { type Case, isCaseOpen } from "./case.ts";
import { type CaseFile, caseMessage, updateAlerts } from "./case-messages.ts";

/** The case with what it is about, or null. */
export async function fileOf(context: Context, caseId: string): Promise<CaseFile | null> {
  const item = await context.store.get("case", caseId);
  const response = item && (await context.store.get("response", item.responseId));
  const customer = item && (await context.store.get("customer", item.customerId));
  return item && response && customer && { item, response, customer };
}

/** Somebody of the team claims a case, has made contact, or closes it with what was done. */
export async function workCase(event: EventOf<"case-acted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const file = await fileOf(context, event.caseId);
  const refusal = refusalOf(event, file?.item ?? null);
  if (!may(event.by.role, "work-case")) refuseWithout(context, draft, event.by, "work-case");
  else if (refusal) refuse(context, draft, ...refusal);
  else if (file) await act(context, draft, event, file);
  return draft.outcome();
}

function refusalOf(event: EventOf<"case-acted">, item: Case | null): [Refusal["code"], WordingKey] | null {
  if (!item) return ["unknown", "team.caseClosed"];
  if (!isCaseOpen(item)) return ["late", "team.caseClosed"];
  if (event.act === "claim" && item.ownerAddress !== null) return ["late", "team.caseTaken"];
  const isClosing = event.act === "resolve" || event.act === "unreachable";
  return isClosing && !event.note?.trim() ? ["unclear", "team.noteNeeded"] : null;
}

function refuse(context: Context, draft: Draft, code: Refusal["code"], key: WordingKey): void {
  const { wording, settings } = context;
  draft.refuse({ code, text: wording.say(wording.choose(settings.desk.locale), key) });
}

const SENTENCES = {
  claim: "team.claimed",
  contact: "team.contacted",
  resolve: "team.resolved",
  unreachable: "team.unreachable",
} as const satisfies Record<EventOf<"case-acted">["act"], WordingKey>;

async function act(context: Context, draft: Draft, event: EventOf<"case-acted">, file: CaseFile): Promise<void> {
  const item = afterAct(event, file.item);
  // The response's version guards against the customer who changes it at this moment.
  draft.put("response", file.response);
  const agent = event.by.name ?? event.by.address;
  await updateAlerts(context, draft, item, caseMessage(context, { ...file, item }, SENTENCES[event.act], { agent }));
}

function afterAct(event: EventOf<"case-acted">, item: Case): Case {
  const owner = { ownerAddress: event.by.address, ownerName: event.by.name ?? null };
  if (event.act === "claim") return { ...item, ...owner, state: item.state === "new" ? "claimed" : item.state };
  const owned = item.ownerAddress === null ? { ...item, ...owner } : item;
  if (event.act === "contact")
    return { ...owned, state: "contacted", contactedAt: item.contactedAt ?? event.at, dueAt: null };
  const contactedAt = event.act === "resolve" ? (item.contactedAt ?? event.at) : item.contactedAt;
  const state = event.act === "resolve" ? "resolved" : "unreachable";
  return { ...owned, state, contactedAt, dueAt: null, closedAt: event.at, outcome: event.note?.trim() ?? null };
}
