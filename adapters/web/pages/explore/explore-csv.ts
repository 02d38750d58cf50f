import { stringify } from "csv-stringify/sync";
import type { Nps } from "../../../../src/digest/nps.ts";
import type { Explored } from "../../../../src/explore/explored.ts";
import { commentsFor } from "./explore-comments.ts";
import { type ExploreFrame, isKeptBack } from "./explore-frame.ts";

const COLUMNS = [
  "part",
  "name",
  "count",
  "score",
  "low",
  "high",
  "promoters",
  "passives",
  "detractors",
  "text",
] as const;
type CsvRow = Partial<Readonly<Record<(typeof COLUMNS)[number], string | number | null>>>;

function npsRow(part: string, name: string, nps: Nps | null): CsvRow {
  if (nps === null) return { part, name };
  const { answers: count, score, interval95, promoters, passives, detractors } = nps;
  return {
    part,
    name,
    count,
    score,
    low: interval95?.[0] ?? null,
    high: interval95?.[1] ?? null,
    promoters,
    passives,
    detractors,
  };
}

function counts(part: string, numbers: Readonly<Record<string, number>>): CsvRow[] {
  return Object.entries(numbers).map(([name, count]) => ({ part, name, count }));
}

function figureRows({
  span,
  scale,
  scores,
  otherScales,
  fates,
  responseRate,
  cases,
  weeks,
  board,
  themes,
  imported,
}: Explored): CsvRow[] {
  const { notAsked, undeliverable, ...plain } = fates;
  const { invited, delivered, answered } = responseRate;
  return [
    npsRow("span", `${span.label} (${span.from} to ${span.to}, scale ${scale})`, scores?.nps ?? null),
    ...otherScales.map((other) => npsRow("other scale", other.scale, other.nps)),
    ...counts("score", scores?.histogram ?? {}),
    ...counts("fate", { ...plain, imported }),
    ...counts("not asked", notAsked),
    ...counts("undeliverable", undeliverable),
    ...counts("question", { invited, delivered, answered }),
    ...counts("case", { ...cases }),
    ...weeks.map(({ week, nps }) => npsRow("week", week, nps)),
    ...board.map(({ product, nps }) => npsRow("product", product ?? "", nps)),
    ...themes.found.map(({ theme, mentions, detractors }) => ({
      part: "theme",
      name: theme,
      count: mentions,
      detractors,
    })),
  ];
}

/** What stands on the page, a row each, as CSV; its comments are those of the page, redacted, without a score that is kept from whoever looks. What a spreadsheet would take for a formula gets an apostrophe before it. */
export function exploreCsv(frame: ExploreFrame): string {
  const { explored, other } = frame;
  const spoken = explored.scores === null ? [] : commentsFor(frame);
  const rows = [
    ...figureRows(explored),
    ...(other === null ? [] : figureRows(other).map((row) => ({ ...row, part: `against: ${row.part}` }))),
    ...spoken.map((one) => ({
      ...{ part: "comment", name: one.responseId, text: one.text },
      score: isKeptBack(frame, one) ? null : one.score,
    })),
  ];
  return stringify(rows, { columns: [...COLUMNS], header: true, escape_formulas: true });
}
