import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome, type Refusal } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import type { WordingKey } from "../wording.ts";
import { addBusinessTime } from "./business-time.ts";
import { type Case, type CaseAct, type CaseStep, progressOf } from "./case.ts";
import { type Acted, afterAct, type Hindered, hindranceOf } from "./case-acts.ts";
import { type CaseFile, caseMessage, updateAlerts } from "./case-messages.ts";

/** The case with what it is about, or null. */
export async function fileOf(context: Context, caseId: string): Promise<CaseFile | null> {
  const item = await context.store.get("case", caseId);
  const response = item && (await context.store.get("response", item.responseId));
  const customer = item && (await context.store.get("customer", item.customerId));
  return item && response && customer && { item, response, customer };
}

/** Somebody of the team takes a step in a case, or takes the last one back. */
export async function workCase(event: EventOf<"case-acted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const file = await fileOf(context, event.caseId);
  if (!may(event.by.role, "work-case")) refuseWithout(context, draft, event.by, "work-case");
  else if (!file) refuse(context, draft, "unknown", "team.caseClosed");
  else if (event.act === "take-back") await takeBack(context, draft, event, file);
  else await act(context, draft, event, file, actedOf(context, event, event.act));
  return draft.outcome();
}

const REFUSALS: Readonly<Record<Hindered, readonly [Refusal["code"], WordingKey]>> = {
  closed: ["late", "team.caseClosed"],
  open: ["late", "team.caseOpen"],
  taken: ["late", "team.caseTaken"],
  "note-needed": ["unclear", "team.noteNeeded"],
  "nobody-named": ["unclear", "team.nobodyNamed"],
};

function refuse(context: Context, draft: Draft, code: Refusal["code"], key: WordingKey): void {
  const { wording, settings } = context;
  draft.refuse({ code, text: wording.say(wording.choose(settings.desk.locale), key) });
}

const SENTENCES: Readonly<Record<CaseAct, WordingKey>> = {
  claim: "team.claimed",
  assign: "team.assigned",
  release: "team.released",
  contact: "team.contacted",
  wait: "team.waiting",
  escalate: "team.escalatedBy",
  note: "team.noted",
  resolve: "team.resolved",
  close: "team.closed",
  reopen: "team.reopened",
  "take-back": "team.takenBack",
};

function actedOf({ settings }: Context, event: EventOf<"case-acted">, act: Acted["act"]): Acted {
  const { by, at, note, to, outcomeKind, cause } = event;
  const { recovery, desk } = settings;
  return {
    ...{ act, at, by: { address: by.address, name: by.name ?? null }, note: note?.trim() || null },
    ...(to ? { to: { address: to.address, name: to.name ?? null } } : {}),
    ...(outcomeKind ? { outcomeKind } : {}),
    ...(cause ? { cause } : {}),
    contactBy: addBusinessTime(at, recovery.contactWithin, desk),
  };
}

async function act(
  context: Context,
  draft: Draft,
  event: EventOf<"case-acted">,
  file: CaseFile,
  acted: Acted,
): Promise<void> {
  const hindrance = hindranceOf(file.item, acted);
  if (hindrance !== null) return refuse(context, draft, ...REFUSALS[hindrance]);
  const item = { ...file.item, ...afterAct(file.item, acted) };
  await putStep(context, draft, event, { file, item, note: acted.note });
}

/** The last step that stands is undone: the case is where it was before it. */
async function takeBack(context: Context, draft: Draft, event: EventOf<"case-acted">, file: CaseFile): Promise<void> {
  const steps = await context.store.list("step", { where: { caseId: file.item.id, takenBack: false } });
  const last = steps.filter(({ act }) => act !== "take-back" && act !== "note").sort((a, b) => b.number - a.number)[0];
  if (!last) return refuse(context, draft, "late", "team.nothingToTakeBack");
  draft.put("step", { ...last, takenBack: true });
  await putStep(context, draft, event, {
    file,
    item: { ...file.item, ...last.earlier },
    note: event.note?.trim() || null,
  });
}

interface CaseMove {
  readonly file: CaseFile;
  readonly item: Case;
  readonly note: string | null;
}

async function putStep(
  context: Context,
  draft: Draft,
  event: EventOf<"case-acted">,
  { file, item: moved, note }: CaseMove,
): Promise<void> {
  const item = { ...moved, stepCount: file.item.stepCount + 1 };
  const { by, act, at } = event;
  const step: CaseStep = {
    ...{ id: context.ids.next(), version: 0, caseId: item.id, number: item.stepCount, act, at, note },
    ...{ byAddress: by.address, byName: by.name ?? null, earlier: progressOf(file.item), takenBack: false },
  };
  draft.put("step", step);
  // The response's version guards against the customer who changes it at this moment.
  draft.put("response", file.response);
  const values = { agent: by.name ?? by.address, to: event.to?.name ?? event.to?.address ?? "" };
  await updateAlerts(context, draft, item, caseMessage(context, { ...file, item }, SENTENCES[act], values));
}
