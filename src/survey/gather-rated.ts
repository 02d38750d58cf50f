import { gatherById } from "../gather-by-id.ts";
import type { Reader } from "../ports.ts";
import type { Response } from "./response.ts";

/** Addresses of those who were rated with each of the answers, by its id: who is credited, and everybody who had helped when it was resolved. Rejects as the store does. */
export async function gatherRated(
  { store }: { readonly store: Reader },
  responses: readonly Response[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const surveyIds = responses.map(({ surveyId }) => surveyId);
  const surveys = await gatherById(surveyIds, (id) => store.list("survey", { where: { id } }));
  const resolutionIds = surveys.map(({ resolutionId }) => resolutionId);
  const resolutions = await gatherById(resolutionIds, (id) => store.list("resolution", { where: { id } }));
  const agents = new Map(resolutions.map((one) => [one.id, one.agents]));
  const helpers = new Map(surveys.map(({ id, resolutionId }) => [id, agents.get(resolutionId) ?? []]));
  return new Map(
    responses.map(({ id, surveyId, creditedAgent }) => {
      const rated = [...(creditedAgent ? [creditedAgent] : []), ...(helpers.get(surveyId) ?? [])];
      return [id, [...new Set(rated.map(({ address }) => address))]];
    }),
  );
}
