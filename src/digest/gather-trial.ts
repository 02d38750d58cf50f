import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import { type TrialBasis, type TrialFigures, trialOf } from "./trial.ts";
import { isWithin, type Window } from "./week.ts";

/** So much longer than a question lives may pass between the draw and the count: its hour, quiet hours and a day for words; milliseconds. */
const LEEWAY = 4 * 24 * 60 * 60 * 1000;

/** A trial's figures, and what they are counted from. */
export interface GatheredTrial {
  readonly trial: TrialFigures;
  readonly tried: TrialBasis;
}

/**
 * The trial of the week as of its end, or of now while it runs: the one for which somebody was drawn last, as it was put to them. Undefined
 * where nobody was drawn, or everything was counted before and nothing came to be decided.
 */
export async function gatherTrial(
  store: Reader,
  settings: Settings,
  window: Window,
  now: number,
): Promise<GatheredTrial | undefined> {
  const { expireAfter } = settings.ask;
  const until = Math.min(window.to, now);
  const recent = { atLeast: { drawnAt: window.from - expireAfter - LEEWAY }, atMost: { drawnAt: until - 1 } };
  const [last] = await store.list("survey", { ...recent, orderBy: "drawnAt", descending: true, limit: 1 });
  if (!last?.trialArm || last.trialId === null) return undefined;
  const where = { trialId: last.trialId };
  const surveys = await store.list("survey", { where, atMost: { drawnAt: until - 1 } });
  const { minAnswers, smallBelow } = settings.digest;
  const answers = await store.list("response", { where });
  const frame = {
    ...{ id: last.trialId, terms: last.trialArm, scale: settings.question.scale, minAnswers, smallBelow },
    ...{ until, expireAfter },
  };
  const { figures, basis } = trialOf(surveys, answers, frame);
  const told = [figures.answered, figures.wrote].map(({ decidedAt }) =>
    decidedAt === null ? null : Date.parse(decidedAt),
  );
  const isOfTheWeek = isWithin(last.drawnAt, window) || figures.waiting > 0 || told.some((at) => isWithin(at, window));
  return isOfTheWeek ? { trial: figures, tried: basis } : undefined;
}
