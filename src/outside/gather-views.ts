import { gatherById } from "../gather-by-id.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { Reader } from "../ports.ts";
import type { Case } from "../recovery/case.ts";
import type { CaseView, InteractionView } from "./shapes.ts";
import { caseView, type InteractionFile, interactionView, type ToldCase } from "./views.ts";

/** The latest resolution of the interaction, and what followed from it. */
export async function fileOfInteraction(store: Reader, interaction: Interaction): Promise<InteractionFile> {
  const newest = { where: { interactionId: interaction.id }, orderBy: "number", descending: true, limit: 1 } as const;
  const [resolution = null] = interaction.resolutionCount === 0 ? [] : await store.list("resolution", newest);
  const [survey = null] = resolution
    ? await store.list("survey", { where: { resolutionId: resolution.id, purpose: "recommend" }, limit: 1 })
    : [];
  const [response = null] = survey ? await store.list("response", { where: { surveyId: survey.id }, limit: 1 }) : [];
  const [item = null] = response ? await store.list("case", { where: { responseId: response.id }, limit: 1 }) : [];
  return { interaction, resolution, survey, response, item };
}

/** The interaction as programs see it, with the latest resolution's fate, survey, response and case. */
export async function gatherInteraction(
  store: Reader,
  interaction: Interaction,
  publicUrl: string,
): Promise<InteractionView> {
  return interactionView(await fileOfInteraction(store, interaction), publicUrl);
}

/** The cases with what they are told by, in their order; without those of which a part is gone. */
export async function gatherCases(store: Reader, items: readonly Case[]): Promise<ToldCase[]> {
  const by = async <T extends "response" | "customer" | "interaction">(table: T, ids: readonly string[]) => {
    const rows = await gatherById(ids, (id) => store.list(table, { where: { id } as never }));
    return new Map(rows.map((row) => [row.id, row]));
  };
  const responses = await by(
    "response",
    items.map(({ responseId }) => responseId),
  );
  const customers = await by(
    "customer",
    items.map(({ customerId }) => customerId),
  );
  const interactions = await by(
    "interaction",
    items.map(({ interactionId }) => interactionId),
  );
  return items.flatMap((item) => {
    const response = responses.get(item.responseId);
    const customer = customers.get(item.customerId);
    const interaction = interactions.get(item.interactionId);
    return response && customer && interaction ? [{ item, response, customer, interaction }] : [];
  });
}

/** The case with its steps as programs see it; null where a part of it is gone. */
export async function gatherCase(store: Reader, item: Case, now: number): Promise<CaseView | null> {
  const [told] = await gatherCases(store, [item]);
  if (told === undefined) return null;
  return caseView(told, await store.list("step", { where: { caseId: item.id } }), now);
}
