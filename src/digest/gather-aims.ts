import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import { type Aim, type AimFigure, endOf, isWithdrawn, judgedAim, shownCounts, weeksOfAim } from "./aim.ts";
import type { Decision } from "./decision.ts";
import { gatherWeeks } from "./gather-rows.ts";
import type { Counts } from "./tally.ts";
import { isWithin, weekOf, windowOf } from "./week.ts";

/** What is read of the desk to judge an aim. */
export interface AimSource {
  readonly store: Reader;
  readonly settings: Settings;
  /** IANA time zone by whose calendar the weeks are counted. */
  readonly zone: string;
}

/** How an aim stands: the day to come, judged, or another decision in its place. */
export type AimState =
  | { readonly state: "due" | "withdrawn"; readonly aim: Aim }
  | { readonly state: "judged"; readonly aim: AimFigure };

async function countsOver(source: AimSource, product: string, weeks: readonly string[]): Promise<Counts | null> {
  const { store, settings, zone } = source;
  const tallies = await gatherWeeks(store, weeks, { zone, scale: settings.question.scale });
  return shownCounts(
    tallies.map(({ products }) => products),
    product,
    settings.digest.minAnswers,
  );
}

/** The answers about a product in the four weeks that were over at that moment; null where too few may be shown. */
export function countsBefore(source: AimSource, product: string, aim: Aim, decidedAt: number): Promise<Counts | null> {
  return countsOver(source, product, weeksOfAim(aim, decidedAt, source.zone).before);
}

async function figureOf(source: AimSource, { id, product, at }: Decision, aim: Aim): Promise<AimFigure> {
  const { before, since } = weeksOfAim(aim, at, source.zone);
  const counts = [await countsOver(source, product, before), await countsOver(source, product, since)] as const;
  return { decision: id, product, decided: weekOf(at, source.zone), ...aim, ...judgedAim(aim, ...counts) };
}

/** The aims of these decisions that fall due in the week, judged; none before their day is over. The oldest first. */
export async function gatherAims(
  source: AimSource,
  { week, decisions, now }: { readonly week: string; readonly decisions: readonly Decision[]; readonly now: number },
): Promise<AimFigure[]> {
  const figures: AimFigure[] = [];
  for (const decision of decisions.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const { aim } = decision;
    if (aim === null || weeksOfAim(aim, decision.at, source.zone).judged !== week) continue;
    if (endOf(aim, source.zone) > now || isWithdrawn(decision, aim, decisions, source.zone)) continue;
    figures.push(await figureOf(source, decision, aim));
  }
  return figures;
}

/** How the aim of one decision stands; null where it has none. `decisions`: all about the product. */
export async function gatherAimState(
  source: AimSource,
  decision: Decision,
  { decisions, now }: { readonly decisions: readonly Decision[]; readonly now: number },
): Promise<AimState | null> {
  const { aim } = decision;
  if (aim === null) return null;
  if (isWithdrawn(decision, aim, decisions, source.zone)) return { state: "withdrawn", aim };
  const { judged } = weeksOfAim(aim, decision.at, source.zone);
  if (windowOf(judged, source.zone).to > now) return { state: "due", aim };
  return { state: "judged", aim: await figureOf(source, decision, aim) };
}

/** The weeks whose digests judge an aim by answers that were given at one of these moments. */
export async function gatherJudgingWeeks(
  store: Reader,
  zone: string,
  moments: readonly number[],
): Promise<readonly string[]> {
  const decisions = await store.list("decision", {});
  return decisions.flatMap(({ aim, at }) => {
    if (aim === null) return [];
    const { before, since, judged } = weeksOfAim(aim, at, zone);
    const isAmong = (week: string) => moments.some((moment) => isWithin(moment, windowOf(week, zone)));
    return [...before, ...since].some(isAmong) ? [judged] : [];
  });
}
