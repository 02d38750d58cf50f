import { placeOf } from "../../src/explore/place.ts";
import { MOST_VALUES } from "../../src/explore/slice.ts";
import { chosenAnswers, chosenScores, type SlicedRows, sliceOf } from "../../src/explore/sliced-rows.ts";
import type { Reader } from "../../src/ports.ts";
import type { Response } from "../../src/survey/response.ts";
import type { Tallies } from "../../src/tallies.ts";

/** The tallies of slices. */
export type SliceTallies = Pick<
  Tallies,
  "countSlice" | "countSliceWeeks" | "listSliceComments" | "countSliceComments" | "listSliceValues"
>;

async function rowsOf(list: Reader["list"]): Promise<SlicedRows> {
  return {
    responses: await list("response", {}),
    resolutions: await list("resolution", {}),
    surveys: await list("survey", {}),
    cases: await list("case", {}),
    interactions: await list("interaction", {}),
  };
}

function mostFrequent(values: readonly (string | null | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value != null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const inOrder = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return inOrder.slice(0, MOST_VALUES).map(([value]) => value);
}

function latestFirst(a: Response, b: Response): number {
  return b.answeredAt - a.answeredAt || (a.id < b.id ? 1 : -1);
}

/** The tallies of slices of the rows that are listed, by the rules themselves. */
export function memoryExplore(list: Reader["list"]): SliceTallies {
  return {
    countSlice: async (slice, now) => sliceOf(await rowsOf(list), slice, now),
    countSliceWeeks: async (weeks, filter) => {
      const rows = await rowsOf(list);
      return weeks.map((week) => ({ from: week.from, scores: chosenScores(rows, week, filter) }));
    },
    listSliceComments: async ({ filter, ...window }, { limit, behind, band }) => {
      const rows = await rowsOf(list);
      const languages = new Map(rows.surveys.map(({ id, locale }) => [id, locale]));
      const chosen = chosenAnswers(rows, window, filter).filter(
        (answer) => answer.comment !== null && (band === undefined || answer.band === band),
      );
      const isBehind = ({ answeredAt, id }: Response) =>
        behind === undefined || answeredAt < behind.at || (answeredAt === behind.at && id < behind.id);
      const listed = chosen.toSorted(latestFirst).filter(isBehind).slice(0, limit);
      return listed.map((answer) => ({ answer, language: languages.get(answer.surveyId) ?? null }));
    },
    countSliceComments: async ({ filter, ...window }) =>
      chosenAnswers(await rowsOf(list), window, filter).filter(({ comment }) => comment !== null).length,
    listSliceValues: async () => {
      const { resolutions, surveys, interactions } = await rowsOf(list);
      const places = new Map(interactions.map(({ id, conversation }) => [id, placeOf(conversation)]));
      const asked = surveys.filter(({ purpose }) => purpose === "recommend");
      const languages = new Map(asked.map(({ resolutionId, locale }) => [resolutionId, locale]));
      return {
        channel: mostFrequent(resolutions.map(({ interactionId }) => places.get(interactionId))),
        language: mostFrequent(resolutions.map(({ id }) => languages.get(id))),
        agent: mostFrequent(resolutions.map(({ creditedAgent }) => creditedAgent?.address)),
      };
    },
  };
}
