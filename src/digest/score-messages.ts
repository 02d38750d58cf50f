import type { WordingKey } from "../wording.ts";
import type { Digest, OtherScale } from "./document.ts";
import { total } from "./fates.ts";
import type { Nps } from "./nps.ts";
import type { Speaker } from "./say-figures.ts";
import type { Turning } from "./sensitivity.ts";
import { everybodyLines } from "./silence-messages.ts";
import { blindSpotLines, trendLines } from "./trend-messages.ts";

/** The score with its plausible range, or why there is none. */
function scoreLines(speaker: Speaker, { nps, scale, otherScales }: Digest, minimum: number): string[] {
  const { answers, score, interval95, sample } = nps;
  if (answers === 0 && otherScales.length > 0) return [speaker.say("digest.score.otherOnly", { scale })];
  if (answers === 0) return [speaker.say("digest.score.none")];
  if (score === null || interval95 === null) return [speaker.say("digest.score.few", { answers, minimum })];
  const [low, high] = interval95.map(speaker.points) as [string, string];
  const line = speaker.say("digest.score", { score: speaker.points(score), answers, low, high });
  return sample === "small" ? [`${line} ${speaker.say("digest.score.small")}`] : [line];
}

/** Counts; with percentages only where there are so many answers that a percent is worth naming. */
function bandsLine(speaker: Speaker, { promoters, passives, detractors, shares, sample }: Nps): string {
  const counts = [promoters, passives, detractors];
  const shown = counts.map((count, index) =>
    sample !== "ok" || count === 0 ? String(count) : `${count} (${speaker.percent((shares[index] ?? 0) / 100)})`,
  );
  const [nines = "", sevens = "", rest = ""] = shown;
  return speaker.say("digest.bands", { promoters: nines, passives: sevens, detractors: rest });
}

/** Several weeks together, where that is more than the week alone. */
function rollingLines(speaker: Speaker, { nps, rolling }: Digest): string[] {
  const { answers, score, interval95 } = rolling.nps;
  if (score === null || interval95 === null || answers === nps.answers) return [];
  const [low, high] = interval95.map(speaker.points) as [string, string];
  return [speaker.say("digest.rolling", { weeks: rolling.weeks, score: speaker.points(score), answers, low, high })];
}

function comparisonLines(speaker: Speaker, { comparison }: Digest): string[] {
  const { previous, difference, interval95 } = comparison;
  if (previous.score === null || difference === null || interval95 === null) return [];
  const [low, high] = interval95.map(speaker.points) as [string, string];
  const values = { score: speaker.points(previous.score), difference: speaker.points(difference), low, high };
  return [speaker.say("digest.comparison", values)];
}

/** What would have to be true of those who said nothing for everybody's score to lie on the other side of zero. */
export function turningLine({ say, points }: Pick<Speaker, "say" | "points">, { isAbove, silentAt }: Turning): string {
  if (silentAt === null) return say(isAbove ? "digest.sensitivity.surelyAbove" : "digest.sensitivity.surelyBelow");
  return say(isAbove ? "digest.sensitivity.above" : "digest.sensitivity.below", { at: points(silentAt) });
}

/** It for the week, with what those said who were greeted. */
function turningLines(speaker: Speaker, { turning, silence }: Digest): string[] {
  if (!turning) return [];
  const line = turningLine(speaker, turning);
  if (silence.greetedNps === null) return [line];
  return [`${line} ${speaker.say("digest.sensitivity.greeted", { score: speaker.points(silence.greetedNps) })}`];
}

/** That answers are counted by another week than conversations, where that shows: more or fewer were given than the ledger has. */
function countedLines(speaker: Speaker, { nps, otherScales, setAside, imported, fates }: Digest): string[] {
  const others = otherScales.reduce((sum, other) => sum + other.nps.answers, 0);
  const given = nps.answers + others + setAside.superseded + total(setAside.excluded) - imported;
  return given === fates.answered ? [] : [speaker.say("digest.score.counted")];
}

function otherScaleLine(speaker: Speaker, { scale, nps }: OtherScale): string {
  const { answers, score } = nps;
  if (score === null) return speaker.say("digest.otherScale.few", { answers, scale });
  return speaker.say("digest.otherScale", { answers, scale, score: speaker.points(score) });
}

/** Answers that are in no score, and why. */
function setAsideLines(speaker: Speaker, { setAside }: Digest): string[] {
  const excluded =
    total(setAside.excluded) === 0
      ? []
      : [speaker.say("digest.excluded", { reasons: speaker.reasons(setAside.excluded) })];
  const others: [WordingKey, number][] = [
    ["digest.superseded", setAside.superseded],
    ["digest.recovery", setAside.recovery],
  ];
  return [...excluded, ...others.flatMap(([key, count]) => (count === 0 ? [] : [speaker.say(key, { count })]))];
}

/** The score, what is to be said of change, everybody's score, and what is counted in it and what is not. */
export function scoreSectionLines(speaker: Speaker, document: Digest, minimum: number): string[] {
  return [
    ...scoreLines(speaker, document, minimum),
    ...(document.nps.answers > 0 ? [bandsLine(speaker, document.nps)] : []),
    ...trendLines(speaker, document, minimum),
    ...everybodyLines(speaker, document),
    ...document.otherScales.map((other) => otherScaleLine(speaker, other)),
    ...countedLines(speaker, document),
    ...setAsideLines(speaker, document),
  ];
}

/** The score held against other weeks, and against those who said nothing. */
export function closerLines(speaker: Speaker, document: Digest): string[] {
  return [
    ...rollingLines(speaker, document),
    ...comparisonLines(speaker, document),
    ...turningLines(speaker, document),
    ...blindSpotLines(speaker, document),
  ];
}
