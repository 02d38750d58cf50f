import type { Change } from "../../src/outcome.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { OPEN_STATES } from "../../src/survey/survey.ts";

/** Columns whose values together no two rows of the table share at one desk, null with none; `among` limits the rule to rows of some states. */
export interface UniqueRule<C extends string = string> {
  readonly columns: readonly C[];
  readonly among?: { readonly column: C; readonly values: readonly string[] };
}

/** What is unique at a desk besides the id, as the migrations have it. */
export const UNIQUE: { readonly [T in Table]?: readonly UniqueRule<keyof Rows[T] & string>[] } = {
  interaction: [{ columns: ["conversation"] }],
  entry: [{ columns: ["interactionId", "position"] }],
  resolution: [{ columns: ["interactionId", "number"] }],
  survey: [
    { columns: ["token"] },
    { columns: ["resolutionId"], among: { column: "purpose", values: ["recommend"] } },
    { columns: ["customerId"], among: { column: "state", values: OPEN_STATES } },
  ],
  response: [{ columns: ["surveyId"] }],
  revision: [{ columns: ["responseId", "number"] }],
  case: [{ columns: ["responseId"] }],
  step: [{ columns: ["caseId", "number"] }],
  digest: [{ columns: ["week", "zone", "team"] }],
  enhancement: [{ columns: ["responseId"] }],
  telling: [{ columns: ["responseId", "stage", "kind"] }],
  promise: [{ columns: ["responseId"] }],
  greeting: [{ columns: ["resolutionId"] }],
  cord: [{ columns: ["line"], among: { column: "state", values: ["pulled"] } }],
  audit: [{ columns: ["number"] }],
  sitting: [{ columns: ["whoAddress", "interactionId"] }, { columns: ["appointmentId", "number"] }],
  lesson: [{ columns: ["sittingId"] }],
  listener: [{ columns: ["whoAddress", "interactionId"], among: { column: "state", values: ["listening"] } }],
  account: [{ columns: ["login"] }, { columns: ["companyId"] }, { columns: ["chatAddress"] }],
};

/** Tables that only grow: no row of theirs is changed or removed. */
export const APPEND_ONLY: readonly Table[] = ["audit"];

/** Which columns name a row of which table at the same desk, as the migrations have it. They are held to once per save, at its end. */
export const REFERENCES: { readonly [T in Table]?: { readonly [C in keyof Rows[T]]?: Table } } = {
  identity: { customerId: "customer" },
  interaction: { customerId: "customer", resolutionId: "resolution" },
  entry: { interactionId: "interaction" },
  resolution: { interactionId: "interaction", customerId: "customer" },
  survey: {
    resolutionId: "resolution",
    interactionId: "interaction",
    customerId: "customer",
    questionPostId: "post",
    caseId: "case",
  },
  response: { surveyId: "survey", interactionId: "interaction", customerId: "customer" },
  revision: { responseId: "response" },
  case: { responseId: "response", interactionId: "interaction", customerId: "customer" },
  step: { caseId: "case" },
  post: { surveyId: "survey" },
  enhancement: { responseId: "response", interactionId: "interaction", customerId: "customer" },
  telling: { responseId: "response", customerId: "customer" },
  promise: { responseId: "response", surveyId: "survey", customerId: "customer" },
  greeting: { resolutionId: "resolution", interactionId: "interaction", customerId: "customer" },
  examination: { interactionId: "interaction", customerId: "customer" },
  appointment: { shiftId: "shift" },
  sitting: {
    appointmentId: "appointment",
    interactionId: "interaction",
    resolutionId: "resolution",
    responseId: "response",
  },
  listener: { interactionId: "interaction" },
  informed: { customerId: "customer" },
  told: { announcementId: "announcement", customerId: "customer", interactionId: "interaction" },
  passkey: { accountId: "account" },
};

/** When a change is written, the lowest first. */
function turnOf({ table, row, remove }: Change): number {
  if (remove) return 0;
  if (row.version > 0) return 1;
  return table === "interaction" ? 2 : 3;
}

/**
 * What is removed goes first, then what is updated: a row that gives up a unique value makes room for one that takes it. A new
 * conversation goes before what is written in it, which would else be indexed for the search twice.
 */
export function inWritingOrder(changes: readonly Change[]): readonly Change[] {
  return changes.length < 2 ? changes : changes.toSorted((one, other) => turnOf(one) - turnOf(other));
}
