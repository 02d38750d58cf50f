import { type DeclaredChange, declaredIn } from "../../src/digest/declared-change.ts";
import type { Digest } from "../../src/digest/document.ts";
import type { Nps } from "../../src/digest/nps.ts";
import type { RecentWeek } from "../../src/digest/recent-weeks.ts";
import { numberOf, type Speaker } from "../../src/digest/say-figures.ts";
import { changeValues, LEVEL } from "../../src/digest/trend-messages.ts";
import type { Pictured, PicturedWeek } from "./frame.ts";

/** Short forms of other languages are words, too wide for a bar. */
const compact = new Intl.NumberFormat("en", { notation: "compact" });
const brief = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 0 });

/** How many there are, in four characters at most: `87`, `1.2K`. */
export function amount(count: number): string {
  return compact.format(count);
}

/** How many there are, in three characters as far as that goes: `87`, `1K`. */
export function briefly(count: number): string {
  return brief.format(count);
}

/** Number of the week in its year. */
export function weekOfYear(week: string): string {
  return String(numberOf(week));
}

/** First and last day of the week. */
export function days(speaker: Speaker, { id, window }: Digest): string {
  return speaker.days(Date.parse(window.from), Date.parse(window.to), id.zone);
}

/** What stands over the bars. */
export function answersHeading({ say }: Speaker, { nps: { answers, score } }: Pictured): string {
  if (answers === 0) return say("chart.none");
  return say(score === null ? "chart.few" : "chart.answers", { answers });
}

/** What stands over the weeks. */
export function weeksHeading({ say }: Speaker, { trend, weeks }: Pictured): string {
  if (weeks.every(({ nps }) => nps.answers === 0)) return say("chart.noneBefore");
  if (trend === undefined) return say("explore.weeks");
  const mark = markedChange({ trend, weeks });
  const at = weeks.at(-1)?.week ?? "";
  if (mark === null) return say(trend.threshold === null ? "chart.trend.unknown" : `chart.trend.${trend.verdict}`);
  const isNew = mark.declared === at && trend.verdict !== "no-detectable-change";
  return say(`chart.trend.${isNew ? LEVEL[mark.direction] : "steady"}`, {
    since: say("digest.trend.week", { number: numberOf(mark.since) }),
  });
}

/** The declared change that began in one of the weeks shown, but for the first of them; null where none did. */
export function markedChange({ trend, weeks }: Pick<Pictured, "trend" | "weeks">): DeclaredChange | null {
  const change = trend ? declaredIn(trend) : null;
  return change && weeks.slice(1).some(({ week }) => week === change.since) ? change : null;
}

/** The scores before and since the change, for those who cannot see the steps. */
function levelsWords(speaker: Speaker, { trend, weeks }: Pictured): string[] {
  const mark = markedChange({ trend, weeks });
  if (mark === null) return [];
  return [speaker.say("chart.trend.levels", changeValues(speaker, mark, weeks.at(-1)?.week ?? ""))];
}

/** That answers on another scale are not among the bars; null where there are none. */
export function otherScalesNote({ say, list }: Speaker, { otherScales }: Pictured): string | null {
  if (otherScales.length === 0) return null;
  return list(otherScales.map(({ scale, nps }) => say("chart.apart", { answers: nps.answers, scale })));
}

function weekWords({ say, points }: Speaker, { week, nps }: RecentWeek): string {
  const { score, interval95, answers } = nps;
  const number = numberOf(week);
  if (score === null || interval95 === null) return say("chart.weekFew", { number, answers });
  const [low, high] = interval95;
  return say("chart.weekScore", { number, answers, score: points(score), low: points(low), high: points(high) });
}

/** The share of promoters (0), passives (1) or detractors (2), as `put` puts it; nothing where there are too few answers. */
export function share({ sample, shares }: Nps, index: 0 | 1 | 2, put: (share: number) => string): string {
  return sample === "ok" ? put((shares[index] ?? 0) / 100) : "";
}

function bandsWords({ say, percent }: Speaker, nps: Nps): string {
  const inBrackets = (rate: number) => ` (${percent(rate)})`;
  const promoters = `${nps.promoters}${share(nps, 0, inBrackets)}`;
  const passives = `${nps.passives}${share(nps, 1, inBrackets)}`;
  return say("digest.bands", { promoters, passives, detractors: `${nps.detractors}${share(nps, 2, inBrackets)}` });
}

/** The whole picture in sentences, for those who cannot see it. */
export function description(speaker: Speaker, digest: Pictured, shown: readonly PicturedWeek[]): string {
  const { nps, histogram } = digest;
  const given = Object.entries(histogram).filter(([, count]) => count > 0);
  const list = speaker.list(given.map(([score, count]) => `${score} (${count})`));
  const answers = nps.answers === 0 ? [] : [bandsWords(speaker, nps), speaker.say("chart.given", { list })];
  const note = otherScalesNote(speaker, digest);
  const sentence = (text: string) => speaker.say("chart.sentence", { text });
  return [
    sentence(answersHeading(speaker, digest)),
    ...answers,
    ...(note === null ? [] : [sentence(note)]),
    sentence(weeksHeading(speaker, digest)),
    ...levelsWords(speaker, digest),
    ...shown.filter(({ isHidden }) => !isHidden).map((week) => weekWords(speaker, week)),
  ].join(" ");
}
