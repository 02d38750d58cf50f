import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import { type Case, type CaseStep, progressOf, type StepFacts, type StepKind } from "./case.ts";
import { clocked } from "./plan-contact.ts";

/** A step that is being taken. */
export interface TakenStep {
  readonly act: StepKind;
  /** Who takes it; nobody where the clock or the customer brings it. */
  readonly by?: { readonly address: string; readonly name?: string | null | undefined };
  readonly at: number;
  readonly note?: string | null;
  readonly facts?: StepFacts;
}

/** Records the step and the case as it stands after it, with its clock set; what is shown and told of it follows. */
export function recordStep(context: Context, draft: Draft, earlier: Case, after: Case, taken: TakenStep): Case {
  const { act, by, at, note = null, facts = {} } = taken;
  const item = clocked({ ...after, stepCount: earlier.stepCount + 1 }, context.settings);
  const step: CaseStep = {
    ...{ id: context.ids.next(), version: 0, caseId: item.id, number: item.stepCount, act, at, note, facts },
    ...{ byAddress: by?.address ?? null, byName: by?.name ?? null, earlier: progressOf(earlier), takenBack: false },
  };
  draft.put("step", step);
  draft.put("case", item);
  return item;
}
