import { type CaseFigures, type CauseCount, causesInOrder } from "../../src/digest/case-figures.ts";
import { byReason, type FateCount, fatesFrom, type Ledger } from "../../src/digest/fates.ts";
import type { Invited } from "../../src/digest/response-rate.ts";
import type { ScoreCount, SetAside } from "../../src/digest/score-counts.ts";
import type { WordOfMouthCounts } from "../../src/digest/word-of-mouth.ts";
import type { EnhancementCount } from "../../src/enhance/enhancement-counts.ts";
import type { Tallies } from "../../src/ports.ts";
import type { TellingKind, TellingStage } from "../../src/survey/telling.ts";
import { decode } from "./codec.ts";
import type { Engine } from "./engine.ts";
import type { Statement } from "./queries.ts";
import {
  selectAsked,
  selectCases,
  selectCauses,
  selectCommented,
  selectExcluded,
  selectFates,
  selectScores,
} from "./tally-queries.ts";
import { selectEnhancements, selectPromised, selectTellings, type TellingCount } from "./telling-queries.ts";

type FateRow = FateCount & { readonly imported: 0 | 1 };
type ExcludedRow = { readonly excluded: string | null; readonly count: number; readonly customers: number };
type AskedRow = Invited & { readonly reached: number };

function ledgerFrom(rows: readonly FateRow[], mayStillAnswer: number): Ledger {
  const imported = rows.reduce((sum, row) => sum + (row.imported === 1 ? row.count : 0), 0);
  return { fates: fatesFrom(rows.filter((row) => row.imported === 0)), imported, mayStillAnswer };
}

/** No answer that is kept was asked for after a case yet. */
function setAsideFrom(rows: readonly ExcludedRow[]): SetAside {
  const kept = rows.find(({ excluded }) => excluded === null);
  const excluded = rows.filter((row) => row !== kept).map((row) => [row.excluded, row.count] as const);
  return { excluded: byReason(excluded), recovery: 0, superseded: (kept?.count ?? 0) - (kept?.customers ?? 0) };
}

function wordOfMouthFrom(told: readonly TellingCount[], asked: number): WordOfMouthCounts {
  const of = (stage: TellingStage, kind: TellingKind) =>
    told.find((row) => row.stage === stage && row.kind === kind) ?? { customers: 0, ears: 0 };
  const answered = told.reduce((most, { stage, answering }) => (stage === "later" ? answering : most), 0);
  const [good, bad] = [of("now", "good"), of("now", "bad")];
  return {
    ...{ good: good.customers, bad: bad.customers, none: of("now", "none").customers },
    ears: { good: good.ears, bad: bad.ears },
    promised: { asked, answered, kept: of("later", "good").customers, warned: of("later", "bad").customers },
    sent: { yes: of("now", "sent").customers, no: of("now", "unsent").customers },
  };
}

/** The tallies of a desk, counted by an engine. */
export function sqlTallies(engine: Engine, desk: string): Tallies {
  const find = async <Row>(statement: Statement) => (await engine.all(statement)) as unknown as Row[];
  const findOne = async <Row>(statement: Statement) => (await find<Row>(statement))[0] as Row;
  return {
    countScores: (window) => find<ScoreCount>(selectScores({ desk, ...window })),
    listCommented: async (window) => {
      const found = await engine.all(selectCommented({ desk, ...window }));
      return found.map((row) => decode("response", row));
    },
    countOutcomes: async (span, now) => {
      const window = { desk, ...span };
      const { reached, ...invited } = await findOne<AskedRow>(selectAsked(window));
      const causes = causesInOrder(await find<CauseCount>(selectCauses(window)));
      const cases = { ...(await findOne<CaseFigures>(selectCases(window, now))), causes };
      const ledger = ledgerFrom(await find<FateRow>(selectFates(window)), reached);
      return { ...ledger, invited, setAside: setAsideFrom(await find<ExcludedRow>(selectExcluded(window))), cases };
    },
    countWordOfMouth: async (span) => {
      const window = { desk, ...span };
      const told = await find<TellingCount>(selectTellings(window));
      return wordOfMouthFrom(told, (await findOne<{ readonly asked: number }>(selectPromised(window))).asked);
    },
    countEnhancements: async () => {
      const rows = await find<Omit<EnhancementCount, "hasWords"> & { readonly hasWords: 0 | 1 }>(
        selectEnhancements(desk),
      );
      return rows.map((row) => ({ ...row, hasWords: row.hasWords === 1 }));
    },
  };
}
