import { dayOf } from "../calendar/local-time.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import { isWithdrawn, type Response, type Revision } from "../survey/response.ts";
import type { Survey } from "../survey/survey.ts";
import { UNDRAWN } from "../trial.ts";

/** What of a conversation is counted in a weekly figure. */
export interface Counted {
  readonly interaction: Interaction;
  readonly resolutions: readonly Resolution[];
  readonly surveys: readonly Survey[];
  readonly responses: readonly Response[];
}

/** The same as rows of nobody. */
export interface AnonymousRows extends Counted {
  readonly revisions: readonly Revision[];
}

/** In whose name the bare counts stand, by whose calendar a day is one, and how they get new ids. */
export interface Anonymity {
  readonly customerId: string;
  readonly zone: string;
  next(): string;
}

/** Somebody of whom nothing is known. */
export function nobody(id: string, createdAt: number): Customer {
  const unknown = { name: null, email: null, locale: null, zone: null, optedOutAt: null, readOptOutAt: null };
  const never = { correctedAt: null, directConsentAt: null, teamMember: false, isKey: false };
  return { id, version: 0, ...unknown, ...never, createdAt };
}

/** When the day of that moment began. */
function dayFrom(at: number, zone: string): number {
  return dayOf(at, zone).toZonedDateTime(zone).epochMilliseconds;
}

/** The new ids of a conversation's rows, by the old ones. */
interface NewIds extends Anonymity {
  readonly interactionId: string;
  readonly place: string;
  readonly of: ReadonlyMap<string, string>;
}

function day(at: number, { zone }: Anonymity): number;
function day(at: number | null, { zone }: Anonymity): number | null;
function day(at: number | null, { zone }: Anonymity): number | null {
  return at === null ? null : dayFrom(at, zone);
}

function anonymousInteraction(interaction: Interaction, ids: NewIds): Interaction {
  const { interactionId: id, customerId, place } = ids;
  return {
    ...interaction,
    ...{ id, version: 0, customerId, conversation: place, askIn: place, state: "resolved", entryCount: 0 },
    ...{ openedAt: day(interaction.openedAt, ids), lastActivityAt: day(interaction.lastActivityAt, ids) },
    resolutionId: ids.of.get(interaction.resolutionId ?? "") ?? null,
  };
}

/** What becomes of a resolution about which a question was still open. */
function fateOf({ fate, fateReason }: Resolution, surveys: readonly Survey[]): Pick<Resolution, "fate" | "fateReason"> {
  if (fate !== "waiting") return { fate, fateReason };
  const isAsked = surveys.some(({ askedAt }) => askedAt !== null);
  return isAsked ? { fate: "silent", fateReason: null } : { fate: "not-asked", fateReason: "opted-out" };
}

function anonymousResolution(resolution: Resolution, surveys: readonly Survey[], ids: NewIds): Resolution {
  const { interactionId, customerId, of } = ids;
  const own = surveys.filter(({ resolutionId }) => resolutionId === resolution.id);
  const times = { at: day(resolution.at, ids), fateAt: day(resolution.fateAt, ids), fateDetail: null };
  const id = of.get(resolution.id) ?? "";
  return { ...resolution, id, version: 0, interactionId, customerId, ...times, ...fateOf(resolution, own) };
}

function anonymousSurvey(survey: Survey, ids: NewIds): Survey {
  const { interactionId, customerId, place, of } = ids;
  const { id, resolutionId, scheduledAt, askedAt, deliveredAt, remindedAt, endedAt, state } = survey;
  return {
    ...survey,
    ...{ id: of.get(id) ?? "", version: 0, token: ids.next(), interactionId, customerId, askIn: place },
    ...{ resolutionId: of.get(resolutionId) ?? "", questionPostId: null, caseId: null, dueAt: null, ...UNDRAWN },
    ...{ scheduledAt: day(scheduledAt, ids), askedAt: day(askedAt, ids), deliveredAt: day(deliveredAt, ids) },
    ...{ remindedAt: day(remindedAt, ids), endedAt: day(endedAt ?? scheduledAt, ids) },
    state: endedAt === null ? "cancelled" : state,
  };
}

function anonymousResponse(response: Response, ids: NewIds): Response {
  const { interactionId, customerId, of } = ids;
  return {
    ...response,
    ...{ id: of.get(response.id) ?? "", version: 0, interactionId, customerId },
    ...{ surveyId: of.get(response.surveyId) ?? "", revisionCount: 1 },
    ...{ comment: null, commentedAt: null, commentEntryId: null, quoteConsentAt: null, trialId: null, arm: null },
    ...{ answeredAt: day(response.answeredAt, ids), changedAt: day(response.changedAt, ids), scoredAt: null },
  };
}

function onlyRevision({ id: responseId, score, answeredAt: at }: Response, { next }: Anonymity): Revision {
  return { id: next(), version: 0, responseId, number: 1, score, comment: null, via: "import", at };
}

/**
 * The counts of a conversation as rows of nobody: new ids, no place, no words, no time finer than the day. What was asked after a case
 * and what was taken back is not among them.
 */
export function anonymousRows(counted: Counted, anonymity: Anonymity): AnonymousRows {
  const { next } = anonymity;
  const surveys = counted.surveys.filter(({ purpose }) => purpose === "recommend");
  const responses = counted.responses.filter((one) => one.purpose === "recommend" && !isWithdrawn(one));
  const interactionId = next();
  const old = [...counted.resolutions, ...surveys, ...responses];
  const of = new Map(old.map(({ id }) => [id, next()]));
  const ids: NewIds = { ...anonymity, interactionId, place: `anonymous:${interactionId}`, of };
  const given = responses.map((one) => anonymousResponse(one, ids));
  return {
    interaction: anonymousInteraction(counted.interaction, ids),
    resolutions: counted.resolutions.map((one) => anonymousResolution(one, surveys, ids)),
    surveys: surveys.map((one) => anonymousSurvey(one, ids)),
    responses: given,
    revisions: given.map((one) => onlyRevision(one, anonymity)),
  };
}
