import type { Examination } from "../../../../src/digest/examination.ts";
import type { Customer, Person } from "../../../../src/interaction/customer.ts";
import type { Interaction, Resolution } from "../../../../src/interaction/interaction.ts";
import { waitOf } from "../../../../src/interaction/lived-wait.ts";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import type { Case } from "../../../../src/recovery/case.ts";
import { waitedWords } from "../../../../src/shadowing/wait-messages.ts";
import type { Response, Revision } from "../../../../src/survey/response.ts";
import type { Survey } from "../../../../src/survey/survey.ts";
import type { ReadingDesk } from "../../desk.ts";
import { type Discretion, discretionFor, IN_FULL, isOwnScore } from "../agent/hidden-score.ts";
import { wordsOf } from "../page-words.ts";

/** So many messages stand on one page of a conversation. */
export const ENTRIES_A_PAGE = 200;
const MOST_RESOLUTIONS = 50;
const MOST_OTHERS = 5;

/** An answer with every state in which it stood, oldest first. */
export interface AnswerSeen {
  readonly response: Response;
  readonly revisions: readonly Revision[];
}

/** One asking, with what came back. */
export interface AskingSeen {
  readonly survey: Survey;
  readonly answer: AnswerSeen | null;
}

/** One resolving, and everything that was asked because of it. */
export interface ResolvedSeen {
  readonly resolution: Resolution;
  readonly askings: readonly AskingSeen[];
}

/** Another conversation of the same customer. */
export interface OtherTalk {
  readonly interaction: Interaction;
  /** Null where there is none, or this reader may not know it. */
  readonly score: number | null;
}

/** A conversation with all that came of it, as one reader may know it. */
export interface ToldTalk {
  readonly interaction: Interaction;
  readonly customer: Customer | null;
  /** A page of them, in their order. */
  readonly entries: readonly Entry[];
  /** Position of the first of that page, and of the next one; null on the last. */
  readonly from: number;
  readonly next: number | null;
  /** In the order in which they happened. */
  readonly resolved: readonly ResolvedSeen[];
  readonly cases: readonly Case[];
  /** The wait in finished sentences; none where not all of it is on the page. */
  readonly waited: readonly string[];
  /** Whether the reader was rated here, and so is shown no score. */
  readonly isHidden: boolean;
  readonly discretion: Discretion;
  readonly others: readonly OtherTalk[];
  /** What colleagues found about words here that disagree with a number. */
  readonly examinations: readonly Examination[];
}

async function answersIn({ store }: ReadingDesk, surveys: readonly Survey[]): Promise<ReadonlyMap<string, AnswerSeen>> {
  const surveyId = surveys.map(({ id }) => id);
  const responses = surveyId.length === 0 ? [] : await store.list("response", { where: { surveyId } });
  const responseId = responses.map(({ id }) => id);
  const revisions =
    responseId.length === 0 ? [] : await store.list("revision", { where: { responseId }, orderBy: "number" });
  const seen = (response: Response) => ({
    response,
    revisions: revisions.filter((one) => one.responseId === response.id),
  });
  return new Map(responses.map((response) => [response.surveyId, seen(response)]));
}

async function resolvedIn(desk: ReadingDesk, interactionId: string): Promise<ResolvedSeen[]> {
  const where = { interactionId };
  const [resolutions, surveys] = await Promise.all([
    desk.store.list("resolution", { where, orderBy: "number", limit: MOST_RESOLUTIONS }),
    desk.store.list("survey", { where, orderBy: "scheduledAt", limit: 2 * MOST_RESOLUTIONS }),
  ]);
  const answers = await answersIn(desk, surveys);
  const asking = (survey: Survey) => ({ survey, answer: answers.get(survey.id) ?? null });
  return resolutions.map((resolution) => ({
    resolution,
    askings: surveys.filter(({ resolutionId }) => resolutionId === resolution.id).map(asking),
  }));
}

/** The customer's latest other conversations, with the score of each where the reader was not rated in it. */
async function othersOf(desk: ReadingDesk, { id, customerId }: Interaction, reader: Person): Promise<OtherTalk[]> {
  const { store } = desk;
  const latest = { orderBy: "lastActivityAt", descending: true, limit: MOST_OTHERS + 1 } as const;
  const found = await store.list("interaction", { where: { customerId }, ...latest });
  const others = found.filter((one) => one.id !== id).slice(0, MOST_OTHERS);
  const interactionId = others.map((one) => one.id);
  if (interactionId.length === 0) return [];
  const where = { interactionId };
  const [responses, resolutions] = await Promise.all([
    store.list("response", { where: { ...where, purpose: "recommend" }, orderBy: "answeredAt" }),
    store.list("resolution", { where, limit: MOST_OTHERS * MOST_RESOLUTIONS }),
  ]);
  return others.map((interaction) => {
    const isIn = (one: { readonly interactionId: string }) => one.interactionId === interaction.id;
    const response = responses.findLast(isIn);
    const rated = { resolutions: resolutions.filter(isIn), responses: responses.filter(isIn) };
    const isHidden = isOwnScore(desk, reader, { interaction, ...rated });
    return { interaction, score: response === undefined || isHidden ? null : response.score };
  });
}

async function entriesOf({ store }: ReadingDesk, interactionId: string, from: number) {
  const found = await store.list("entry", {
    ...{ where: { interactionId }, atLeast: { position: from }, orderBy: "position", limit: ENTRIES_A_PAGE + 1 },
  });
  return { entries: found.slice(0, ENTRIES_A_PAGE), next: found[ENTRIES_A_PAGE]?.position ?? null };
}

/** What the customer lived through, where all of the conversation is at hand. */
function waitedIn(desk: ReadingDesk, entries: readonly Entry[], resolved: readonly ResolvedSeen[]): readonly string[] {
  const { firstAnswerWithin } = desk.settings.shadowing;
  const endings = resolved.map(({ resolution }) => resolution.at);
  const until = endings.at(-1) ?? desk.clock.now();
  const timed = entries.filter(({ at }) => at <= until);
  return timed.length === 0
    ? []
    : waitedWords(wordsOf(desk), waitOf(timed, endings, firstAnswerWithin === 0 ? null : firstAnswerWithin));
}

/**
 * The conversation as this reader may know it; null where there is none. Rejects as the store does.
 * @param from position of the first message that is shown
 */
export async function loadStory(desk: ReadingDesk, id: string, reader: Person, from = 1): Promise<ToldTalk | null> {
  const { store } = desk;
  const interaction = await store.get("interaction", id);
  if (!interaction) return null;
  const [customer, { entries, next }, resolved, cases, others, examinations] = await Promise.all([
    store.get("customer", interaction.customerId),
    entriesOf(desk, id, from),
    resolvedIn(desk, id),
    store.list("case", { where: { interactionId: id }, limit: MOST_RESOLUTIONS }),
    othersOf(desk, interaction, reader),
    store.list("examination", { where: { interactionId: id }, limit: MOST_RESOLUTIONS }),
  ]);
  const resolutions = resolved.map(({ resolution }) => resolution);
  const responses = resolved.flatMap(({ askings }) => askings.flatMap(({ answer }) => answer?.response ?? []));
  const isHidden = isOwnScore(desk, reader, { interaction, resolutions, responses });
  return {
    ...{ interaction, customer, entries, from, next, resolved, cases, others, examinations, isHidden },
    waited: from === 1 && next === null ? waitedIn(desk, entries, resolved) : [],
    discretion: isHidden ? await discretionFor(desk, [interaction]) : IN_FULL,
  };
}
