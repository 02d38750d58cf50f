import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { askAgain } from "./ask-again.ts";
import type { Case, StepKind } from "./case.ts";
import { fileOf } from "./find-case.ts";
import { settleAnswer } from "./open-case.ts";
import { dueAtOf, nextWorkingMoment } from "./plan-contact.ts";
import { recordStep } from "./record-step.ts";

/**
 * The clock has reached a case: its owner is reminded, later it is overdue, later still a lead has to step in; each once, and only
 * while the desk works. The customer of a resolved one is asked whether it has been put right.
 */
export async function advanceCase(event: EventOf<"case-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { at } = event;
  const file = await fileOf(context, event.subject);
  if (!file || file.item.dueAt === null || file.item.dueAt > at) return draft.outcome();
  if (await settleAnswer(context, draft, file, at)) return draft.outcome();
  if (file.item.state === "resolved") {
    await askAgain(context, draft, file, at);
    return draft.outcome();
  }
  const due = dueAtOf(file.item, context.settings);
  const works = nextWorkingMoment(at, context.settings);
  const next = due !== null && due <= at ? works : due;
  if (next === null || next > at) draft.put("case", { ...file.item, dueAt: next });
  else advance(context, draft, file.item, at);
  return draft.outcome();
}

function advance(context: Context, draft: Draft, item: Case, at: number): void {
  const tell = (act: StepKind, change: Partial<Case>) =>
    void recordStep(context, draft, item, { ...item, ...change }, { act, at });
  if (item.overdueAt !== null) tell("escalate", { state: "escalated", escalatedAt: at });
  else if (item.contactBy <= at) tell("overdue", { overdueAt: at });
  else tell("remind", { remindedAt: at });
}
