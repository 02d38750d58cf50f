import { grouped } from "../grouping.ts";
import { COMMENT_WINDOW, type Response } from "../survey/response.ts";
import type { Scale } from "../survey/score.ts";
import type { Survey } from "../survey/survey.ts";
import { ARMS, type ArmName, type DrawnArm, givenBy } from "../trial.ts";
import { type ArmEvidence, evidenceOfHigher, evidenceOfMore } from "./e-value.ts";
import { type Nps, npsOf, type SampleLimits } from "./nps.ts";
import { countsOf, EMPTY_HISTOGRAM } from "./tally.ts";

/** How one of the two ways was answered, by persons. */
export interface ArmFigures {
  /** As the settings had it. */
  readonly given: string;
  /** Whom the question reached; of two hours everybody who was drawn, as the hour has a hand in who can still be asked. */
  readonly asked: number;
  readonly answered: number;
  readonly wrote: number;
  /** Of the answers on the desk's scale that are not excluded; null where either way has too few. */
  readonly nps: Nps | null;
}

/** Whether something happens more often with one of the two ways. */
export interface Judgement {
  /** The highest e-value so far, two decimals, the rest cut off. */
  readonly evidence: number;
  /** Of which way, and the moment since which it is told, RFC 3339; null where it cannot be told yet. */
  readonly more: ArmName | null;
  readonly decidedAt: string | null;
}

/**
 * A trial as of the end of the week. It is recounted from its surveys in the order of their ids and their responses: those before the first
 * one that may still be answered (24 hours after an answer words may still come, and whoever declined may think again until the question
 * expires), of these whom the question reached, and of each person the first.
 */
export interface TrialFigures {
  readonly id: string;
  readonly of: DrawnArm["of"];
  readonly arms: Readonly<Record<ArmName, ArmFigures>>;
  readonly answered: Judgement;
  readonly wrote: Judgement;
  /** Whether the scores of the two differ by more than chance: nothing but a warning. */
  readonly scoresDiffer: boolean;
  /** Drawn, and not counted yet. */
  readonly waiting: number;
}

/** Somebody whose answer is counted, after those who gave none since the one before: a letter of their way for each of these. */
export interface TriedAnswer {
  readonly silent: string;
  readonly arm: ArmName;
  readonly answered: boolean;
  readonly wrote: boolean;
  /** Null where it counts in no score. */
  readonly score: number | null;
}

/** What the figures of a trial are counted from, in the order in which the persons were drawn, without a person. */
export interface TrialBasis {
  readonly answers: readonly TriedAnswer[];
  /** The ways of those who gave none after the last of them. */
  readonly silent: string;
}

/** What a trial reads of a survey. */
export type TrialSurvey = Pick<
  Survey,
  "id" | "customerId" | "state" | "askedAt" | "deliveredAt" | "endedAt" | "trialArm"
>;
/** What it reads of a response. */
export type TrialAnswer = Pick<Response, "surveyId" | "score" | "scale" | "comment" | "excluded">;

/** Which trial, as of when, and by which rules. */
export interface TrialFrame extends SampleLimits {
  readonly id: string;
  readonly terms: DrawnArm;
  readonly scale: Scale;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** From the question to its expiry, milliseconds. */
  readonly expireAfter: number;
}

interface TriedPerson {
  readonly arm: ArmName;
  readonly hasAnswered: boolean;
  readonly answer: TrialAnswer | null;
  /** When it could be counted. */
  readonly at: number;
}

/** From when nothing more can come of it; infinite while something may. */
function settledAt({ state, askedAt, endedAt }: TrialSurvey, expireAfter: number): number {
  if (endedAt === null) return Number.POSITIVE_INFINITY;
  if (state === "answered") return endedAt + COMMENT_WINDOW;
  return state === "declined" && askedAt !== null ? askedAt + expireAfter : endedAt;
}

function isReached({ state, deliveredAt }: TrialSurvey, { terms }: TrialFrame): boolean {
  return terms.of === "hour" || deliveredAt !== null || state === "answered";
}

function isOf({ trialArm }: TrialSurvey, { of, a, b }: DrawnArm): boolean {
  return trialArm?.of === of && trialArm.a === a && trialArm.b === b;
}

/** The persons that are counted, in the order in which they were drawn, and how many of the drawn are not yet. */
function personsIn(surveys: readonly TrialSurvey[], answers: readonly TrialAnswer[], frame: TrialFrame) {
  const { terms, expireAfter, until } = frame;
  const drawn = surveys.filter((survey) => isOf(survey, terms)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const open = drawn.findIndex((survey) => settledAt(survey, expireAfter) > until);
  const settled = open === -1 ? drawn : drawn.slice(0, open);
  const bySurvey = new Map(answers.map((answer) => [answer.surveyId, answer]));
  const persons = new Map<string, TriedPerson>();
  let at = 0;
  for (const survey of settled) {
    at = Math.max(at, settledAt(survey, expireAfter));
    if (!isReached(survey, frame) || persons.has(survey.customerId)) continue;
    const { arm } = survey.trialArm ?? terms;
    const hasAnswered = survey.state === "answered";
    persons.set(survey.customerId, { arm, hasAnswered, answer: bySurvey.get(survey.id) ?? null, at });
  }
  return { persons: [...persons.values()], waiting: drawn.length - settled.length };
}

function hasWords({ answer }: TriedPerson): boolean {
  return (answer?.comment ?? "").trim() !== "";
}

function judged({ highest, decidedBy, more }: ArmEvidence, persons: readonly TriedPerson[]): Judgement {
  const at = decidedBy === null ? undefined : persons[decidedBy]?.at;
  const decidedAt = at === undefined ? null : new Date(at).toISOString();
  return { evidence: Math.floor(Math.min(highest, 1e6) * 100) / 100, more, decidedAt };
}

/** The scores that count, in the order in which their persons were drawn. */
function scoresOf(persons: readonly TriedPerson[], scale: Scale) {
  return persons.flatMap(({ arm, answer }) =>
    answer !== null && answer.excluded === null && answer.scale === scale ? [{ arm, score: answer.score }] : [],
  );
}

function histogramOf(scores: readonly { readonly score: number }[]): number[] {
  const counts = [...EMPTY_HISTOGRAM];
  for (const { score } of scores) counts[score] = (counts[score] ?? 0) + 1;
  return counts;
}

/** What the figures of the trial are counted from. */
function triedOf(persons: readonly TriedPerson[], scale: Scale): TrialBasis {
  const answers: TriedAnswer[] = [];
  let silent = "";
  for (const person of persons) {
    const { arm, answer, hasAnswered: answered } = person;
    if (!answered && answer === null) {
      silent += arm;
      continue;
    }
    const [scored] = scoresOf([person], scale);
    answers.push({ silent, arm, answered, wrote: hasWords(person), score: scored?.score ?? null });
    silent = "";
  }
  return { answers, silent };
}

/**
 * The figures of a trial, and what they are counted from. What decides is how often it is answered and how often with words; the scores are
 * kept apart and decide nothing.
 */
export function trialOf(
  surveys: readonly TrialSurvey[],
  answers: readonly TrialAnswer[],
  frame: TrialFrame,
): { readonly figures: TrialFigures; readonly basis: TrialBasis } {
  const { terms, id, scale, minAnswers } = frame;
  const { persons, waiting } = personsIn(surveys, answers, frame);
  const scores = scoresOf(persons, scale);
  const inArm = grouped(persons, ({ arm }) => arm);
  const isHidden = ARMS.some((arm) => scores.filter((one) => one.arm === arm).length < minAnswers);
  const figuresOf = (arm: ArmName): ArmFigures => {
    const own = inArm.get(arm) ?? [];
    const counts = countsOf(histogramOf(scores.filter((one) => one.arm === arm)));
    return {
      given: givenBy({ ...terms, arm }),
      asked: own.length,
      answered: own.filter(({ hasAnswered }) => hasAnswered).length,
      wrote: own.filter(hasWords).length,
      nps: isHidden ? null : npsOf(counts, frame),
    };
  };
  const evidence = (isHit: (person: TriedPerson) => boolean) =>
    judged(evidenceOfMore(persons.map((person) => ({ arm: person.arm, isHit: isHit(person) }))), persons);
  const figures = {
    ...{ id, of: terms.of, arms: { a: figuresOf("a"), b: figuresOf("b") } },
    answered: evidence(({ hasAnswered }) => hasAnswered),
    wrote: evidence(hasWords),
    scoresDiffer: evidenceOfHigher(scores).decidedBy !== null,
    waiting,
  };
  return { figures, basis: triedOf(persons, scale) };
}
