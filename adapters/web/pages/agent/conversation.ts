import type { Customer } from "../../../../src/interaction/customer.ts";
import type { Interaction, Resolution } from "../../../../src/interaction/interaction.ts";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import type { Pull } from "../../../../src/recovery/cord.ts";
import { standingCords } from "../../../../src/recovery/find-cord.ts";
import type { LiveListener } from "../../../../src/shadowing/live-listener.ts";
import type { Response } from "../../../../src/survey/response.ts";
import type { Survey } from "../../../../src/survey/survey.ts";
import type { ReadingDesk } from "../../desk.ts";
import { type Discretion, discretionFor } from "./hidden-score.ts";

/** One resolution and the survey that came of it. */
export interface ResolutionSeen {
  readonly resolution: Resolution;
  readonly survey: Survey | null;
  /** What came back; null as well where agents may not see it. */
  readonly response: Response | null;
}

/** A conversation as an agent sees it. */
export interface Conversation {
  readonly interaction: Interaction;
  readonly customer: Customer | null;
  readonly entries: readonly Entry[];
  /** In the order in which they happened. */
  readonly resolutions: readonly ResolutionSeen[];
  readonly discretion: Discretion;
  /** Pulls of cords that still stand. */
  readonly pulls: readonly Pull[];
  /** Those who listen to it now. */
  readonly listeners: readonly LiveListener[];
}

/** The conversation with that interaction id, or null. */
export async function loadConversation(desk: ReadingDesk, id: string): Promise<Conversation | null> {
  const interaction = await desk.store.get("interaction", id);
  if (!interaction) return null;
  const where = { interactionId: interaction.id };
  const mayRead = desk.settings.recovery.agentsSeeOwnScores;
  const [customer, entries, resolutions, surveys, responses, discretion, cords, listeners] = await Promise.all([
    desk.store.get("customer", interaction.customerId),
    desk.store.list("entry", { where, orderBy: "position" }),
    desk.store.list("resolution", { where, orderBy: "number" }),
    desk.store.list("survey", { where: { ...where, purpose: "recommend" } }),
    mayRead ? desk.store.list("response", { where }) : [],
    discretionFor(desk, [interaction]),
    standingCords(desk.store),
    desk.store.list("listener", { where: { ...where, state: "listening" } }),
  ]);
  return {
    interaction,
    customer,
    entries,
    resolutions: resolutions.map((resolution) => {
      const survey = surveys.find(({ resolutionId }) => resolutionId === resolution.id) ?? null;
      return { resolution, survey, response: responses.find(({ surveyId }) => surveyId === survey?.id) ?? null };
    }),
    discretion,
    pulls: cords.flatMap(({ pulls }) => pulls).filter(({ interactionId }) => interactionId === interaction.id),
    listeners,
  };
}
