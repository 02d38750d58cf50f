import { wentOverdue } from "../digest/case-figures.ts";
import { invitedOf } from "../digest/invited.ts";
import { countScores, type ScoreCount } from "../digest/score-counts.ts";
import { sortAnswers } from "../digest/tally.ts";
import { isWithin, type Window } from "../digest/week.ts";
import type { Agent, Interaction, Resolution } from "../interaction/interaction.ts";
import type { Case } from "../recovery/case.ts";
import type { Response } from "../survey/response.ts";
import type { Survey } from "../survey/survey.ts";
import { isAt, placeOf } from "./place.ts";
import type { Slice, SliceCases, SliceCounts, SliceFilter, TalkCount } from "./slice.ts";

/** The rows that figures of a slice are counted from: all there are. */
export interface SlicedRows {
  readonly responses: readonly Response[];
  readonly resolutions: readonly Resolution[];
  readonly surveys: readonly Survey[];
  readonly cases: readonly Case[];
  readonly interactions: readonly Interaction[];
}

/** What a row is chosen by. */
interface Chosen {
  readonly product: string | null;
  readonly agent: Agent | null;
  readonly interactionId: string;
  readonly language: string | null;
}

/** Whether the filter chooses what stands there. */
function chooser({ interactions }: SlicedRows, { product, agent, channel, language }: SliceFilter) {
  const asked = channel === undefined ? [] : interactions;
  const places = new Map(asked.map(({ id, conversation }) => [id, placeOf(conversation)]));
  return (one: Chosen): boolean =>
    (product === undefined || one.product === product) &&
    (agent === undefined || one.agent?.address === agent) &&
    (channel === undefined || isAt(places.get(one.interactionId) ?? null, channel)) &&
    (language === undefined || one.language === language);
}

/** The answers of the window that count and that the filter chooses. */
export function chosenAnswers(rows: SlicedRows, window: Window, filter: SliceFilter): Response[] {
  const isChosen = chooser(rows, filter);
  const languages = new Map(rows.surveys.map(({ id, locale }) => [id, locale]));
  const counted = sortAnswers(rows.responses, window).counted as readonly Response[];
  return counted.filter(({ creditedAgent: agent, surveyId, ...answer }) =>
    isChosen({ ...answer, agent, language: languages.get(surveyId) ?? null }),
  );
}

/** How often they gave each score. */
export function chosenScores(rows: SlicedRows, window: Window, filter: SliceFilter): ScoreCount[] {
  return countScores(chosenAnswers(rows, window, filter), window);
}

function talksOf(rows: SlicedRows, { filter, ...window }: Slice): TalkCount[] {
  const isChosen = chooser(rows, filter);
  const languages = new Map(
    rows.surveys.filter(({ purpose }) => purpose === "recommend").map((one) => [one.resolutionId, one.locale]),
  );
  const counts = new Map<string, TalkCount>();
  for (const { id, at, imported, fate, fateReason, creditedAgent: agent, ...talk } of rows.resolutions) {
    if (!isWithin(at, window) || !isChosen({ ...talk, agent, language: languages.get(id) ?? null })) continue;
    const key = JSON.stringify([imported, fate, fateReason]);
    counts.set(key, { imported, fate, fateReason, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

function casesOf(rows: SlicedRows, { filter, ...window }: Slice, now: number): SliceCases {
  const isChosen = chooser(rows, filter);
  const languages = new Map(rows.surveys.map(({ id, locale }) => [id, locale]));
  const answers = new Map(rows.responses.map((answer) => [answer.id, answer]));
  const chosen = rows.cases.filter(({ responseId }) => {
    const answer = answers.get(responseId);
    if (answer === undefined) return false;
    return isChosen({ ...answer, agent: answer.creditedAgent, language: languages.get(answer.surveyId) ?? null });
  });
  const number = (holds: (row: Case) => boolean) => chosen.filter(holds).length;
  return {
    opened: number(({ openedAt }) => isWithin(openedAt, window)),
    contactedInTime: number(({ contactedAt, contactBy }) => isWithin(contactedAt, window) && contactedAt <= contactBy),
    overdue: number((row) => wentOverdue(row, window, now)),
    resolved: number(({ state, closedAt }) => state === "resolved" && isWithin(closedAt, window)),
  };
}

/** What the slice comes to as of `now`, milliseconds since 1970; counts in no particular order. */
export function sliceOf(rows: SlicedRows, slice: Slice, now: number): SliceCounts {
  const { filter, ...window } = slice;
  const isChosen = chooser(rows, filter);
  const asked = rows.surveys.filter(({ creditedAgent: agent, locale: language, ...one }) =>
    isChosen({ ...one, agent, language }),
  );
  return {
    scores: chosenScores(rows, window, filter),
    talks: talksOf(rows, slice),
    invited: invitedOf(asked, window),
    cases: casesOf(rows, slice, now),
  };
}
