import type { BoardRow } from "./board.ts";
import { type DeclaredChange, type DigestTrend, declaredIn } from "./declared-change.ts";
import type { Digest } from "./document.ts";
import { numberOf, type Speaker } from "./say-figures.ts";
import { unsureWeek } from "./unsure-week.ts";

/** A week by its number, with its year where that is another than the digest's. */
export function weekName(speaker: Pick<Speaker, "say">, week: string, at: string): string {
  const [year, number] = [week.slice(0, 4), numberOf(week)];
  if (year === at.slice(0, 4)) return speaker.say("digest.trend.week", { number });
  return speaker.say("digest.trend.weekOf", { number, year });
}

/** What a sentence about a change is filled with. */
export function changeValues(speaker: Pick<Speaker, "say" | "points">, change: DeclaredChange, at: string) {
  const { since, before, after } = change;
  return { since: weekName(speaker, since, at), before: speaker.points(before), after: speaker.points(after) };
}

/** Whether there was no answer in any week looked back upon. */
function isFirst({ nps, trend }: Digest): boolean {
  return nps.answers > 0 && trend.weeks <= 1;
}

/** A digest of before there were thresholds has its direction, one without a threshold in time says nothing. */
function withoutThreshold(speaker: Speaker, { verdict, weeks, threshold }: DigestTrend): string[] {
  return threshold === null ? [] : [speaker.say(`digest.trend.${verdict as "rising"}`, { weeks })];
}

/** That the week is unlike those before it, and that this may be chance; nothing where it is not. */
function unsureLines(speaker: Speaker, document: Digest, minimum: number): string[] {
  const unsure = unsureWeek(document, minimum);
  if (unsure === null) return [];
  const values = { score: speaker.points(unsure.now), before: speaker.points(unsure.before) };
  return [speaker.say(`digest.trend.unsure.${unsure.level}`, values)];
}

/** What is to be said of change: since when the score is another, once, or whether this week alone is unusual, surely or perhaps by chance. */
export function trendLines(speaker: Speaker, document: Digest, minimum: number): string[] {
  const { trend, id } = document;
  const { verdict, weeks, threshold } = trend;
  if (verdict === "not-enough-data") return [speaker.say(isFirst(document) ? "digest.first" : "digest.trend.early")];
  if (threshold === null || threshold === undefined) return withoutThreshold(speaker, trend);
  const change = declaredIn(trend);
  if (change && change.declared === id.week) return [declaredLine(speaker, trend, change)];
  const unsure = unsureLines(speaker, document, minimum);
  if (unsure.length > 0) return unsure;
  if (change) return [speaker.say("digest.trend.steady", { since: weekName(speaker, change.since, id.week) })];
  return [speaker.say("digest.trend.no-detectable-change", { weeks })];
}

/** A score that moved by less tells nothing: it is the answers that did, points. */
const LEAST_MOVED = 5;

/** Whether the score tells the change; else it is the mean answer that moved, as where a few were hurt badly. */
function isInScore({ direction, size }: DeclaredChange): boolean {
  return direction === "falling" ? size <= -LEAST_MOVED : size >= LEAST_MOVED;
}

function declaredLine(speaker: Speaker, { unusual }: DigestTrend, change: DeclaredChange): string {
  const level = LEVEL[change.direction];
  const values = changeValues(speaker, change, change.declared);
  if (!isInScore(change)) {
    const [before, after] = change.means.map(speaker.mean) as [string, string];
    return speaker.say(`digest.trend.mean.${level}`, { ...values, before, after });
  }
  const isThisWeek = change.since === change.declared && unusual === level;
  return speaker.say(isThisWeek ? `digest.trend.week.${level}` : `digest.trend.${level}`, values);
}

/** How a change of either direction is called. */
export const LEVEL = { falling: "lower", rising: "higher" } as const;

/** Since when a product's score is another, in the week that declares it; nothing where its counts are not shown. */
export function productChange(speaker: Speaker, { trend, id }: Digest, { product, nps }: BoardRow): string[] {
  const change = trend.products?.find((one) => one.product === product && one.declared === id.week);
  if (!change || nps === null || !isInScore(change)) return [];
  return [speaker.say(`digest.trend.product.${LEVEL[change.direction]}`, changeValues(speaker, change, id.week))];
}

/** A fall that is larger than this would be seen sooner by many: then it is said what would help, points. */
const WIDE = 30;

/** What this desk could not have seen, and where that is much, what would help. */
export function blindSpotLines(speaker: Speaker, { trend }: Digest): string[] {
  const { blindSpot } = trend;
  if (blindSpot === undefined) return [];
  const told =
    blindSpot === null
      ? speaker.say("digest.blindSpot.none")
      : speaker.say("digest.blindSpot", { points: Math.round(blindSpot) });
  return [blindSpot === null || blindSpot > WIDE ? `${told} ${speaker.say("digest.blindSpot.help")}` : told];
}
