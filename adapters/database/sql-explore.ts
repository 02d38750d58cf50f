import type { Invited } from "../../src/digest/invited.ts";
import type { ScoreCount } from "../../src/digest/score-counts.ts";
import type { SliceCases, TalkCount } from "../../src/explore/slice.ts";
import type { SurveyState } from "../../src/survey/survey.ts";
import { decode } from "./codec.ts";
import type { Engine } from "./engine.ts";
import { selectCommentCount, selectKinds, selectSliceComments, selectValues, selectWeeks } from "./explore-queries.ts";
import type { SliceTallies } from "./memory-explore.ts";
import type { Statement } from "./statement.ts";

/** How many there are of a kind, as it is kept. */
export interface KindRow {
  /** A JSON list. */
  readonly kind: string;
  readonly count: number;
}
type WeekRow = KindRow & { readonly from: number };

function scoresFrom(rows: readonly KindRow[]): ScoreCount[] {
  return rows
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => {
      const [scale, score, product] = JSON.parse(kind) as [ScoreCount["scale"], number, string | null];
      return { scale, score, product, count };
    });
}

/** What became of the conversations, by kind as it is kept. */
export function talksFrom(rows: readonly KindRow[]): TalkCount[] {
  const counts = new Map<string, TalkCount>();
  for (const { kind, count } of rows) {
    if (count === 0) continue;
    const [imported, fate, fateReason] = JSON.parse(kind) as [0 | 1, TalkCount["fate"], TalkCount["fateReason"]];
    const key = JSON.stringify([imported, fate, fateReason]);
    counts.set(key, { imported: imported === 1, fate, fateReason, count: (counts.get(key)?.count ?? 0) + count });
  }
  return [...counts.values()];
}

function invitedFrom(rows: readonly KindRow[]): Invited {
  const asked = rows.map(({ kind, count }) => {
    const [isDelivered, state] = JSON.parse(kind) as [0 | 1, SurveyState];
    return { isDelivered: isDelivered === 1, state, count };
  });
  const number = (holds: (one: (typeof asked)[number]) => boolean) =>
    asked.filter(holds).reduce((sum, { count }) => sum + count, 0);
  return {
    invited: number(() => true),
    delivered: number(({ isDelivered }) => isDelivered),
    answered: number(({ state }) => state === "answered"),
    awaited: number(({ state }) => state === "asked" || state === "reminded"),
  };
}

function casesFrom(rows: readonly KindRow[], late: readonly KindRow[]): SliceCases {
  const number = (among: readonly KindRow[], happened: string) =>
    among.reduce((sum, { kind, count }) => sum + ((JSON.parse(kind) as string[])[0] === happened ? count : 0), 0);
  return {
    opened: number(rows, "opened"),
    contactedInTime: number(rows, "contacted"),
    overdue: number(late, "overdue"),
    resolved: number(rows, "resolved"),
  };
}

/** The tallies of slices of a desk, counted by an engine. */
export function sqlExplore(engine: Engine, desk: string): SliceTallies {
  const find = async <Row>(statement: Statement) => (await engine.all(statement)) as unknown as Row[];
  const findOne = async <Row>(statement: Statement) => (await find<Row>(statement))[0] as Row;
  const valuesOf = async (facet: string) =>
    (await find<{ readonly value: string }>(selectValues(desk, facet))).map(({ value }) => value);
  return {
    countSlice: async (given, now) => {
      const slice = { desk, ...given };
      const cases = await find<KindRow>(selectKinds(engine.dialect, "case", slice));
      const late =
        now < slice.to ? await find<KindRow>(selectKinds(engine.dialect, "case", { ...slice, to: now })) : cases;
      return {
        scores: scoresFrom(await find<KindRow>(selectKinds(engine.dialect, "answer", slice))),
        talks: talksFrom(await find<KindRow>(selectKinds(engine.dialect, "talk", slice))),
        invited: invitedFrom(await find<KindRow>(selectKinds(engine.dialect, "question", slice))),
        cases: casesFrom(cases, late),
      };
    },
    countSliceWeeks: async (weeks, filter) => {
      const rows = weeks.length === 0 ? [] : await find<WeekRow>(selectWeeks(engine.dialect, desk, weeks, filter));
      return weeks.map(({ from }) => ({ from, scores: scoresFrom(rows.filter((row) => row.from === from)) }));
    },
    listSliceComments: async (slice, page) => {
      const found = await engine.all(selectSliceComments(engine.dialect, { desk, ...slice }, page));
      return found.map(({ language, ...row }) => ({
        answer: decode("response", row),
        language: language as string | null,
      }));
    },
    countSliceComments: async (slice) =>
      (await findOne<{ readonly count: number }>(selectCommentCount(engine.dialect, { desk, ...slice }))).count,
    listSliceValues: async () => ({
      channel: await valuesOf("channel"),
      language: await valuesOf("language"),
      agent: await valuesOf("agent"),
    }),
  };
}
