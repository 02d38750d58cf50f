import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome, type Refusal } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import { isWithdrawn } from "../survey/response.ts";
import type { WordingKey } from "../wording.ts";
import type { CaseAct } from "./case.ts";
import {
  type Acted,
  afterAct,
  type Hindered,
  hindranceOf,
  lastStanding,
  ownHindrance,
  withoutStep,
} from "./case-acts.ts";
import { type CaseFile, sayOfCase } from "./case-messages.ts";
import { fileOf } from "./find-case.ts";
import { isReason } from "./name-reasons.ts";
import { contactDue } from "./plan-contact.ts";
import { recordStep } from "./record-step.ts";

/** Somebody of the team takes a step in a case, or takes the last one back. */
export async function workCase(event: EventOf<"case-acted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const file = await fileOf(context, event.caseId);
  if (!may(event.by.role, "work-case")) refuseWithout(context, draft, event.by, "work-case");
  else if (!file) refuse(context, draft, "unknown", "team.caseClosed");
  else if (event.to && !may(event.to.role, "work-case")) refuse(context, draft, "unclear", "team.notHelper");
  else await workOn(context, draft, event, file);
  return draft.outcome();
}

async function workOn(context: Context, draft: Draft, event: EventOf<"case-acted">, file: CaseFile): Promise<void> {
  const { settings } = context;
  const rated = settings.recovery.agentsSeeOwnScores ? [] : file.rated;
  const own = ownHindrance(rated, event.act, event.by.address, event.to?.address);
  if (own !== null) return refuse(context, draft, ...REFUSALS[own]);
  const { outcomeKind, cause } = event;
  const isListed =
    (!outcomeKind || isReason(settings, "outcomes", outcomeKind)) && (!cause || isReason(settings, "causes", cause));
  if (!isListed) return refuse(context, draft, "unclear", "team.notListed");
  if (BACK.includes(event.act) && isWithdrawn(file.response)) return refuse(context, draft, "late", "digest.takenBack");
  if (event.act === "take-back") return takeBack(context, draft, event, file);
  takeStep(context, draft, file, actedOf(context, event, event.act));
}

/** The acts by which a case is open again: not where its customer has taken the answer back. */
const BACK: readonly CaseAct[] = ["reopen", "take-back"];

const REFUSALS: Readonly<Record<Hindered, readonly [Refusal["code"], WordingKey]>> = {
  closed: ["late", "team.caseClosed"],
  open: ["late", "team.caseOpen"],
  taken: ["late", "team.caseTaken"],
  "note-needed": ["unclear", "team.noteNeeded"],
  "nobody-named": ["unclear", "team.nobodyNamed"],
  own: ["not-allowed", "team.ownCase"],
  theirs: ["unclear", "team.theirCase"],
};

function refuse(context: Context, draft: Draft, code: Refusal["code"], key: WordingKey): void {
  draft.refuse({ code, text: sayOfCase(context, key) });
}

function actedOf({ settings }: Context, event: EventOf<"case-acted">, act: Acted["act"]): Acted {
  const { by, at, note, to, outcomeKind, cause } = event;
  return {
    ...{ act, at, by: { address: by.address, name: by.name ?? null }, note: note?.trim() || null },
    ...(to ? { to: { address: to.address, name: to.name ?? null } } : {}),
    ...(outcomeKind ? { outcomeKind } : {}),
    ...(cause ? { cause } : {}),
    contactBy: contactDue(at, settings),
  };
}

function takeStep(context: Context, draft: Draft, file: CaseFile, acted: Acted): void {
  const { item } = file;
  const hindrance = hindranceOf(item, acted);
  if (hindrance !== null) {
    refuse(context, draft, ...REFUSALS[hindrance]);
    return;
  }
  guard(draft, file);
  const { by, at, note, to } = acted;
  const facts = to ? { to: to.name ?? to.address } : {};
  recordStep(context, draft, item, { ...item, ...afterAct(item, acted) }, { act: acted.act, by, at, note, facts });
}

/** The response's version guards against the customer who changes it at this moment. */
function guard(draft: Draft, { response }: CaseFile): void {
  draft.put("response", response);
}

/** The last step that stands is undone: the case is where it was before it. */
async function takeBack(context: Context, draft: Draft, event: EventOf<"case-acted">, file: CaseFile): Promise<void> {
  const { item } = file;
  const last = lastStanding(await context.store.list("step", { where: { caseId: item.id } }));
  if (!last) return refuse(context, draft, "late", "team.nothingToTakeBack");
  draft.put("step", { ...last, takenBack: true });
  guard(draft, file);
  const { by, at, act } = event;
  const note = event.note?.trim() || null;
  recordStep(context, draft, item, { ...item, ...withoutStep(item, last) }, { act, by, at, note });
}
