import type { Digest } from "../../src/digest/document.ts";
import type { Nps } from "../../src/digest/nps.ts";
import type { RecentWeek } from "../../src/digest/recent-weeks.ts";
import type { TrendVerdict } from "../../src/digest/trend.ts";

const TREND_WORDS: Readonly<Record<TrendVerdict, string>> = {
  rising: "rising",
  falling: "falling",
  "no-detectable-change": "no clear change",
  "not-enough-data": "too early to tell a trend",
};

const compact = new Intl.NumberFormat("en", { notation: "compact" });
const brief = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 0 });

/** A whole number of points, with a true minus sign. */
export function points(value: number): string {
  return String(Math.round(value)).replace("-", "\u2212");
}

/** How many there are, in four characters at most: `87`, `1.2K`. */
export function amount(count: number): string {
  return compact.format(count);
}

/** How many there are, in three characters as far as that goes: `87`, `1K`. */
export function briefly(count: number): string {
  return brief.format(count);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `Week 46, 2026` */
export function weekName(week: string): string {
  const [year, number] = week.split("-W");
  return `Week ${Number(number)}, ${year}`;
}

/** Number of the week in its year. */
export function weekOfYear(week: string): string {
  return String(Number(week.split("-W")[1]));
}

/** First and last day of the week: `9 – 15 November 2026`. */
export function days({ id, window }: Digest): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: id.zone,
  });
  return format.formatRange(Date.parse(window.from), Date.parse(window.to) - 1).replace(/[\u2009\u202f]/g, " ");
}

/** What stands over the bars. */
export function answersHeading({ nps }: Digest): string {
  if (nps.answers === 0) return "No answers in this week";
  return `${counted(nps.answers, "answer", "answers")}, by score${nps.score === null ? ": too few for a score" : ""}`;
}

/** What stands over the weeks. */
export function weeksHeading({ trend, weeks }: Digest): string {
  if (weeks.every(({ nps }) => nps.answers === 0)) return "No answers in the weeks before either";
  return `Score by week: ${TREND_WORDS[trend.verdict]}`;
}

/** That answers on another scale are not among the bars; null where there are none. */
export function otherScalesNote({ otherScales }: Digest): string | null {
  if (otherScales.length === 0) return null;
  const parts = otherScales.map(({ scale, nps }) => `${nps.answers} on a scale of ${scale.replace("-", " to ")}`);
  return `Counted apart: ${parts.join(", ")}`;
}

function scoreWords({ score, interval95 }: Nps): string {
  if (score === null || interval95 === null) return "no score";
  const [low, high] = interval95;
  return `score ${points(score)}, between ${points(low)} and ${points(high)} with 95% confidence`;
}

function weekWords({ week, nps }: RecentWeek): string {
  return `Week ${weekOfYear(week)}: ${scoreWords(nps)}, ${counted(nps.answers, "answer", "answers")}.`;
}

/** The share of promoters (0), passives (1) or detractors (2), as `put` puts it; nothing where there are too few answers. */
export function share({ sample, shares }: Nps, index: 0 | 1 | 2, put: (percent: number) => string): string {
  return sample === "ok" ? put(shares[index]) : "";
}

const inBrackets = (percent: number) => ` (${percent}%)`;

/** The whole picture in sentences, for those who cannot see it. */
export function description(digest: Digest, shown: readonly RecentWeek[]): string {
  const { nps, histogram } = digest;
  const bands = [
    `${counted(nps.promoters, "promoter", "promoters")}${share(nps, 0, inBrackets)}`,
    `${counted(nps.passives, "passive", "passives")}${share(nps, 1, inBrackets)}`,
    `${counted(nps.detractors, "detractor", "detractors")}${share(nps, 2, inBrackets)}`,
  ];
  const given = Object.entries(histogram).filter(([, count]) => count > 0);
  const bars = given.map(([score, count]) => `${score} from ${counted(count, "customer", "customers")}`);
  const answers = nps.answers === 0 ? [] : [`${bands.join(", ")}. Scores given: ${bars.join(", ")}.`];
  const note = otherScalesNote(digest);
  return [
    `${answersHeading(digest)}.`,
    ...answers,
    ...(note === null ? [] : [`${note}.`]),
    `${weeksHeading(digest)}.`,
    ...shown.map(weekWords),
  ].join(" ");
}
