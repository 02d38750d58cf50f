import { dateFormat } from "../../../../src/calendar/date-format.ts";
import { becameOf, type ReceiptWords } from "../../../../src/chat/find-receipt.ts";
import { isBegun } from "../../../../src/forgetting/tombstone.ts";
import type { Customer, Person } from "../../../../src/interaction/customer.ts";
import type { Interaction, Resolution } from "../../../../src/interaction/interaction.ts";
import type { Promised } from "../../../../src/promise/promise.ts";
import type { ToldRow } from "../../../../src/recovery/announcement.ts";
import type { Case } from "../../../../src/recovery/case.ts";
import { isWithdrawn, type Response, type Revision } from "../../../../src/survey/response.ts";
import type { Survey } from "../../../../src/survey/survey.ts";
import type { TellingRow } from "../../../../src/survey/telling.ts";
import type { ReadingDesk } from "../../desk.ts";
import { isOwnScore } from "../agent/hidden-score.ts";
import { spoken } from "../page-words.ts";

/** So many conversations stand on one page, and so many of anything else. */
export const TALKS_A_PAGE = 20;
const MOST_ELSE = 20;

/** An answer with the score it had first and what its customer reads of it. */
export interface AnsweredTalk {
  readonly response: Response;
  /** Null where it was never changed. */
  readonly before: number | null;
  /** Empty where there is nothing to tell. */
  readonly receipt: string;
}

/** One conversation of the customer's, with what became of it. */
export interface PersonsTalk {
  readonly interaction: Interaction;
  readonly resolution: Resolution | null;
  readonly survey: Survey | null;
  readonly answers: readonly AnsweredTalk[];
  readonly cases: readonly Case[];
  /** Whether the reader was rated in it. */
  readonly isHidden: boolean;
}

/** What the customer was told of what became of their words. */
export interface ToldPerson {
  readonly told: ToldRow;
  /** Null where the sentence is not kept any more. */
  readonly sentence: string | null;
}

/** Everything with one person, a page of their conversations at a time. */
export interface WholePerson {
  readonly customer: Customer;
  readonly addresses: readonly string[];
  readonly talks: readonly PersonsTalk[];
  /** Where the next page begins; null on the last. */
  readonly older: number | null;
  readonly promises: readonly Promised[];
  readonly tellings: readonly TellingRow[];
  readonly told: readonly ToldPerson[];
  /** Since when they are being forgotten; null where they are not. */
  readonly forgottenAt: number | null;
}

function receiptWords(desk: ReadingDesk): ReceiptWords {
  const { lang, say } = spoken(desk);
  const format = dateFormat(lang, { dateStyle: "medium", timeZone: desk.settings.desk.zone });
  return { store: desk.store, say, day: (at) => format.format(at) };
}

function firstScore({ id, score }: Response, revisions: readonly Revision[]): number | null {
  const first = revisions.find(({ responseId }) => responseId === id)?.score;
  return first === undefined || first === score ? null : first;
}

async function answered(desk: ReadingDesk, responses: readonly Response[]): Promise<AnsweredTalk[]> {
  const changed = responses.filter(({ revisionCount }) => revisionCount > 1).map(({ id }) => id);
  const firsts = { where: { responseId: changed, number: 1 } };
  const revisions = changed.length === 0 ? [] : await desk.store.list("revision", firsts);
  const words = receiptWords(desk);
  return Promise.all(
    responses.map(async (response) => ({
      response,
      before: firstScore(response, revisions),
      receipt: isWithdrawn(response) ? "" : await becameOf(words, response),
    })),
  );
}

/** The conversations with what was asked, answered and worked because of them. */
async function talksOf(
  desk: ReadingDesk,
  interactions: readonly Interaction[],
  reader: Person,
): Promise<PersonsTalk[]> {
  const interactionId = interactions.map(({ id }) => id);
  if (interactionId.length === 0) return [];
  const { store } = desk;
  const where = { interactionId };
  const [resolutions, surveys, responses, cases] = await Promise.all([
    store.list("resolution", { where, orderBy: "at" }),
    store.list("survey", { where: { ...where, purpose: "recommend" }, orderBy: "scheduledAt" }),
    store.list("response", { where, orderBy: "answeredAt" }),
    store.list("case", { where }),
  ]);
  const answers = await answered(desk, responses);
  return interactions.map((interaction) => {
    const isIn = ({ interactionId: of }: { readonly interactionId: string }) => of === interaction.id;
    const own = resolutions.filter(isIn);
    const resolution = own.at(-1) ?? null;
    const given = answers.filter(({ response }) => isIn(response));
    return {
      ...{ interaction, resolution, answers: given, cases: cases.filter(isIn) },
      survey: surveys.findLast(({ resolutionId }) => resolutionId === resolution?.id) ?? null,
      isHidden: isOwnScore(desk, reader, {
        interaction,
        resolutions: own,
        responses: given.map(({ response }) => response),
      }),
    };
  });
}

async function toldTo({ store }: ReadingDesk, customerId: string): Promise<ToldPerson[]> {
  const told = await store.list("told", { where: { customerId }, limit: MOST_ELSE });
  const id = told.map(({ announcementId }) => announcementId);
  const announcements = id.length === 0 ? [] : await store.list("announcement", { where: { id } });
  const sentence = (one: ToldRow) => announcements.find((other) => other.id === one.announcementId)?.sentence ?? null;
  return told.map((one) => ({ told: one, sentence: sentence(one) }));
}

/**
 * Everything with the customer, as this reader may know it; null where there is no such one. Rejects as the store does.
 * @param before the last activity from which on conversations stand on earlier pages, milliseconds since 1970; null for the newest
 */
export async function loadPerson(
  desk: ReadingDesk,
  id: string,
  reader: Person,
  before: number | null,
): Promise<WholePerson | null> {
  const { store } = desk;
  const customer = await store.get("customer", id);
  if (!customer) return null;
  const where = { customerId: id };
  const latest = { orderBy: "lastActivityAt", descending: true, limit: TALKS_A_PAGE + 1 } as const;
  const [identities, found, promises, tellings, told, tombstones] = await Promise.all([
    store.list("identity", { where, limit: MOST_ELSE }),
    store.list("interaction", { where, ...latest, ...(before === null ? {} : { atMost: { lastActivityAt: before } }) }),
    store.list("promise", { where, limit: MOST_ELSE }),
    store.list("telling", { where, limit: MOST_ELSE }),
    toldTo(desk, id),
    store.list("tombstone", { where, limit: 1 }),
  ]);
  return {
    ...{ customer, promises, tellings, told, addresses: identities.map((one) => one.id) },
    talks: await talksOf(desk, found.slice(0, TALKS_A_PAGE), reader),
    older: found[TALKS_A_PAGE]?.lastActivityAt ?? null,
    forgottenAt: tombstones.find(isBegun)?.at ?? null,
  };
}
