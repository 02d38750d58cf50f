import { type CaseFigures, type CaseRow, caseFiguresOf } from "./case-figures.ts";
import { type Ledger, ledgerOf, type ResolutionRow } from "./fates.ts";
import type { SurveyRow } from "./invited.ts";
import { type SetAside, setAsideOf } from "./score-counts.ts";
import type { DigestAnswer } from "./tally.ts";
import type { Window } from "./week.ts";

/** What came of the conversations, answers and cases of a window, besides the scores that count. */
export interface Outcomes extends Ledger {
  readonly setAside: SetAside;
  readonly cases: CaseFigures;
}

/** The rows they are counted from; rows outside the window may be among them. */
export interface OutcomeRows {
  readonly resolutions: readonly ResolutionRow[];
  /** The surveys of those resolutions of the window that wait for an answer. */
  readonly waiting?: readonly SurveyRow[];
  readonly cases: readonly CaseRow[];
  readonly answers: readonly DigestAnswer[];
}

/** The outcomes as of `now`, milliseconds since 1970. */
export function outcomesOf(rows: OutcomeRows, window: Window, now: number): Outcomes {
  return {
    ...ledgerOf(rows.resolutions, rows.waiting ?? [], window),
    setAside: setAsideOf(rows.answers, window),
    cases: caseFiguresOf(rows.cases, rows.answers, window, now),
  };
}
