import { grouped } from "../../src/grouping.ts";
import type { Reader } from "../../src/ports.ts";
import type { Case, CaseStep } from "../../src/recovery/case.ts";
import { isWithdrawn } from "../../src/survey/response.ts";
import type { WrittenRow } from "../csv/write-rows.ts";

/** The text as it may be given out; `about` is the id that the page's names were gathered by. */
export type GiveOut = (text: string | null, about: string) => string | null;

/** The columns of a case; the first thirteen are older than the others. */
export const CASE_COLUMNS = [
  ...["id", "response", "interaction", "customer", "state", "owner", "opened_at", "contact_by", "overdue_at"],
  ...["escalated_at", "contacted_at", "closed_at", "outcome", "reminded_at", "outcome_kind", "cause"],
  ...["contact_wish", "contact_how", "put_right", "product", "score", "scale", "band", "steps"],
];

/** What is told of an answer that was taken back. */
const NO_ANSWER = { score: null, scale: null, band: null };

/** A time as it is written out. */
export function moment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** The steps of a case, oldest first, as JSON in one cell. */
function stepsText(steps: readonly CaseStep[], words: GiveOut, isRaw: boolean): string {
  const inOrder = steps.toSorted((one, other) => one.number - other.number);
  const written = inOrder.map(({ number, act, at, byName, note, takenBack, caseId }) => ({
    ...{ number, act, at: moment(at), ...(isRaw ? { by: byName } : {}) },
    ...{ note: words(note, caseId), ...(takenBack ? { takenBack } : {}) },
  }));
  return JSON.stringify(written);
}

function caseRow(row: Case, words: GiveOut, isRaw: boolean): WrittenRow {
  return {
    id: row.id,
    response: row.responseId,
    interaction: row.interactionId,
    customer: row.customerId,
    state: row.state,
    owner: isRaw ? row.ownerName : null,
    opened_at: moment(row.openedAt),
    contact_by: moment(row.contactBy),
    overdue_at: moment(row.overdueAt),
    escalated_at: moment(row.escalatedAt),
    contacted_at: moment(row.contactedAt),
    closed_at: moment(row.closedAt),
    outcome: words(row.outcome, row.id),
    reminded_at: moment(row.remindedAt),
    outcome_kind: row.outcomeKind,
    cause: row.cause,
    contact_wish: row.contactWish,
    contact_how: words(row.contactHow, row.id),
    put_right: row.putRight,
  };
}

/** Whether somebody's words are in the case or its steps. */
export function hasWords({ outcome, contactHow, stepCount }: Case): boolean {
  return outcome !== null || contactHow !== null || stepCount > 0;
}

/** The cases to be written out, with the answer that each is about and its steps; `isRaw`: with people's names. */
export async function writtenCases(
  store: Reader,
  rows: readonly Case[],
  words: GiveOut,
  isRaw: boolean,
): Promise<WrittenRow[]> {
  const answers = await store.list("response", { where: { id: rows.map(({ responseId }) => responseId) } });
  const responses = new Map(answers.map((response) => [response.id, response]));
  const taken = await store.list("step", { where: { caseId: rows.map(({ id }) => id) } });
  const steps = grouped(taken, ({ caseId }) => caseId);
  return rows.map((row) => {
    const answer = responses.get(row.responseId);
    const { score, scale, band } = answer && !isWithdrawn(answer) ? answer : NO_ANSWER;
    const told = stepsText(steps.get(row.id) ?? [], words, isRaw);
    return { ...caseRow(row, words, isRaw), product: answer?.product ?? null, score, scale, band, steps: told };
  });
}
