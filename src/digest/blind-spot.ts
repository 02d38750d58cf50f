import { type Lot, lotsOf } from "../draw.ts";
import { createEvidence, momentsOf } from "./evidence.ts";
import { drawnWeek, drawnWeeks, movedTo, type Population, populationOf, scoreOf } from "./simulated-years.ts";
import { histogramOf, type WeekCounts } from "./trend.ts";

/** Within so many weeks, and in such a share of desks, a fall is to be seen that is not in the blind spot. */
export const SEEN_WITHIN = 8;
const SEEN_SHARE = 0.8;
/** Desks drawn for each fall that is tried. */
const DESKS = 400;
/** Below this no score falls, points: nobody is left to be unhappy. */
const LOWEST = -99;

function isSeen(population: Population, after: readonly number[], threshold: number, lot: Lot): boolean {
  const { sizes } = population;
  const evidence = createEvidence();
  for (const week of drawnWeeks(population, 0, 0, lot)) evidence.add(momentsOf(week));
  for (let week = 0; week < SEEN_WITHIN; week += 1) {
    const answers = sizes[Math.floor(lot() * sizes.length)] ?? 0;
    evidence.add(momentsOf(drawnWeek(after, answers, lot)));
    if (evidence.weight() > threshold && evidence.beginning().isFall) return true;
  }
  return false;
}

/** How often a fall by so many points would have been seen within eight weeks, from 0 to 1; 0 where the score cannot fall so far. */
function seenShare(population: Population, points: number, threshold: number): number {
  const score = scoreOf(population.shares) - points;
  if (score <= LOWEST) return 0;
  const after = movedTo(population.shares, score);
  const lot = lotsOf("blind spot");
  const seen = Array.from({ length: DESKS }, () => isSeen(population, after, threshold, lot));
  return seen.filter(Boolean).length / DESKS;
}

/**
 * The smallest fall, whole points, that this desk would have seen within eight weeks four times in five, by its own weeks, oldest first,
 * and its threshold; null where there is none. The same weeks give the same fall; it takes about half a second.
 */
export function blindSpotOf(given: readonly WeekCounts[], threshold: number): number | null {
  const population = populationOf(given.map(histogramOf));
  const deepest = Math.floor(scoreOf(population.shares) + 98);
  if (seenShare(population, deepest, threshold) < SEEN_SHARE) return null;
  let [unseen, seen] = [0, deepest];
  while (seen - unseen > 1) {
    const middle = Math.floor((unseen + seen) / 2);
    if (seenShare(population, middle, threshold) >= SEEN_SHARE) seen = middle;
    else unseen = middle;
  }
  return seen;
}
