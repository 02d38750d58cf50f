import { type CaseFigures, type CauseCount, causesInOrder } from "../../src/digest/case-figures.ts";
import { byReason, fatesFrom, type Ledger } from "../../src/digest/fates.ts";
import { type HeardCount, lookBackFrom, minutesFollowed } from "../../src/digest/heard-again.ts";
import { NOBODY_FOLLOWED, type RecoveredCount } from "../../src/digest/recovered.ts";
import type { AsideCount, ScoreCount, SetAside } from "../../src/digest/score-counts.ts";
import type { Settled } from "../../src/digest/settled.ts";
import type { Window } from "../../src/digest/week.ts";
import type { WordOfMouthCounts } from "../../src/digest/word-of-mouth.ts";
import type { EnhancementCount } from "../../src/enhance/enhancement-counts.ts";
import type { TalkCount } from "../../src/explore/slice.ts";
import type { Response } from "../../src/survey/response.ts";
import type { Purpose } from "../../src/survey/survey.ts";
import type { TellingKind, TellingStage } from "../../src/survey/telling.ts";
import type { Tallies } from "../../src/tallies.ts";
import { decode } from "./codec.ts";
import type { Engine } from "./engine.ts";
import { selectKinds } from "./explore-queries.ts";
import { selectFollowable, selectHeardAgain, selectSettled } from "./heard-queries.ts";
import { type KindRow, sqlExplore, talksFrom } from "./sql-explore.ts";
import type { Statement } from "./statement.ts";
import {
  selectAside,
  selectCases,
  selectCauses,
  selectCommented,
  selectExcluded,
  selectReached,
  selectRecovered,
  selectScores,
} from "./tally-queries.ts";
import { selectEnhancements, selectPromised, selectTellings, type TellingCount } from "./telling-queries.ts";

type ExcludedRow = Pick<Response, "excluded" | "purpose"> & { readonly count: number; readonly customers: number };
type RecoveredRow = RecoveredCount & { readonly contacted: 0 | 1 };
type HeardRow = Omit<HeardCount, "isHeard"> & { readonly isHeard: 0 | 1 };

function ledgerFrom(rows: readonly TalkCount[], mayStillAnswer: number): Ledger {
  const imported = rows.reduce((sum, row) => sum + (row.imported ? row.count : 0), 0);
  return { fates: fatesFrom(rows.filter((row) => !row.imported)), imported, mayStillAnswer };
}

function setAsideFrom(rows: readonly ExcludedRow[]): SetAside {
  const kept = (purpose: Purpose) => rows.find((row) => row.excluded === null && row.purpose === purpose);
  const excluded = rows.filter((row) => row.excluded !== null).map((row) => [row.excluded, row.count] as const);
  const counted = kept("recommend");
  const superseded = (counted?.count ?? 0) - (counted?.customers ?? 0);
  return { excluded: byReason(excluded), recovery: kept("recovery")?.count ?? 0, superseded };
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
  const ledgerOf = async (span: Window): Promise<Ledger> => {
    const window = { desk, ...span };
    const talks = talksFrom(await find<KindRow>(selectKinds(engine.dialect, "talk", { ...window, filter: {} })));
    const { reached } = await findOne<{ readonly reached: number }>(selectReached(engine.dialect, window));
    return ledgerFrom(talks, reached);
  };
  return {
    ...sqlExplore(engine, desk),
    countScores: (window) => find<ScoreCount>(selectScores({ desk, ...window })),
    countAside: (window) => find<AsideCount>(selectAside({ desk, ...window })),
    listCommented: async (window) => {
      const found = await engine.all(selectCommented({ desk, ...window }));
      return found.map((row) => decode("response", row));
    },
    countFates: ledgerOf,
    countOutcomes: async (span, now) => {
      const window = { desk, ...span };
      const causes = causesInOrder(await find<CauseCount>(selectCauses(window)));
      const cases = { ...(await findOne<CaseFigures>(selectCases(window, now))), causes };
      const setAside = setAsideFrom(await find<ExcludedRow>(selectExcluded(window)));
      return { ...(await ledgerOf(span)), setAside, cases };
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
    countRecovered: async (window) => {
      const rows = await find<RecoveredRow>(selectRecovered({ desk, ...window }));
      const { contacted, uncontacted } = NOBODY_FOLLOWED;
      const countOf = (wanted: 0 | 1) => {
        const { contacted: _, ...count } = rows.find((row) => row.contacted === wanted) ?? {};
        return count;
      };
      return { contacted: { ...contacted, ...countOf(1) }, uncontacted: { ...uncontacted, ...countOf(0) } };
    },
    countSettled: (span) => findOne<Settled>(selectSettled({ desk, ...span })),
    countHeardAgain: async (until) => {
      const window = { desk, ...lookBackFrom(until) };
      const { count } = await findOne<{ readonly count: number }>(selectFollowable(window));
      const rows = await find<HeardRow>(selectHeardAgain(window, minutesFollowed(count)));
      return rows.map((row) => ({ ...row, isHeard: row.isHeard === 1 }));
    },
  };
}
