import type { Interaction } from "../../../src/interaction/interaction.ts";
import type { Reader } from "../../../src/ports.ts";
import { isWithdrawn } from "../../../src/survey/response.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import type { PageDesk } from "../desk.ts";
import { API, apiConversation } from "./address.ts";
import { ApiProblem } from "./problem.ts";
import type { InteractionView } from "./schemas.ts";

/** Milliseconds since 1970 as RFC 3339. */
export function rfc3339(at: number): string {
  return new Date(at).toISOString();
}

/** The interaction with the caller's id, or null. */
export async function findInteraction(store: Reader, id: string): Promise<Interaction | null> {
  const [interaction] = await store.list("interaction", { where: { conversation: apiConversation(id) }, limit: 1 });
  return interaction ?? null;
}

/** The interaction with the caller's id; a 404 problem if there is none. */
export async function needInteraction({ store, path }: PageDesk, id: string): Promise<Interaction> {
  const interaction = await findInteraction(store, id);
  if (interaction) return interaction;
  throw new ApiProblem(404, `There is no interaction ${id}. Open it first with POST ${API}${path("/interactions")}.`);
}

function surveyView(desk: PageDesk, survey: Survey): InteractionView["survey"] {
  const { id, state, askedAt, askIn, token } = survey;
  if (askedAt === null) return { id, state };
  const url = `${desk.publicUrl}/survey/${token}`;
  return { id, state, askedAt: rfc3339(askedAt), ...(askIn.startsWith("web:") ? { url } : {}) };
}

async function responseView(store: Reader, survey: Survey): Promise<Pick<InteractionView, "response" | "case">> {
  const [response] = await store.list("response", { where: { surveyId: survey.id }, limit: 1 });
  if (!response || isWithdrawn(response)) return {};
  const { score, scale, band, comment, answeredAt } = response;
  const [found] = await store.list("case", { where: { responseId: response.id }, limit: 1 });
  return {
    response: { score, scale, band, ...(comment === null ? {} : { comment }), answeredAt: rfc3339(answeredAt) },
    ...(found ? { case: { id: found.id, state: found.state, dueAt: rfc3339(found.contactBy) } } : {}),
  };
}

/** The interaction as programs see it, with the latest resolution's fate, survey, response and case. */
export async function interactionView(desk: PageDesk, id: string, interaction: Interaction): Promise<InteractionView> {
  const { store } = desk;
  const newest = { where: { interactionId: interaction.id }, orderBy: "number", descending: true, limit: 1 } as const;
  const [resolution] = await store.list("resolution", newest);
  const view = { id, status: interaction.state };
  if (!resolution) return { ...view, fate: { kind: "waiting" } };
  const { fate, fateReason } = resolution;
  const [survey] = await store.list("survey", { where: { resolutionId: resolution.id }, limit: 1 });
  return {
    ...view,
    fate: { kind: fate, ...(fateReason === null ? {} : { reason: fateReason }) },
    ...(survey ? { survey: surveyView(desk, survey), ...(await responseView(store, survey)) } : {}),
  };
}
