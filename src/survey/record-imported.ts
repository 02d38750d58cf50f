import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { Reader } from "../ports.ts";
import { UNDRAWN } from "../trial.ts";
import { identifyImported } from "./identify-imported.ts";
import { type ImportedAnswer, type ImportStanding, standingOf } from "./imported-answer.ts";
import { revise } from "./record-response.ts";
import type { Response } from "./response.ts";
import { bandOf } from "./score.ts";
import type { Survey } from "./survey.ts";

/** Stands for the version of a question that was worded elsewhere. */
const WORDED_ELSEWHERE = "import";

/** What is kept under the names of these answers. */
async function keptUnder(
  store: Reader,
  answers: readonly ImportedAnswer[],
): Promise<Map<string, Response | ImportedAnswer>> {
  const interactions = await store.list("interaction", {
    where: { conversation: answers.map(({ conversation }) => conversation) },
  });
  if (interactions.length === 0) return new Map();
  const responses = await store.list("response", { where: { interactionId: interactions.map(({ id }) => id) } });
  const byInteraction = new Map(responses.map((response) => [response.interactionId, response]));
  return new Map(
    interactions.flatMap(({ id, conversation }) => {
      const response = byInteraction.get(id);
      return response === undefined ? [] : [[conversation, response] as const];
    }),
  );
}

/** The responses of this desk that some of the answers were exported from. */
async function exportedHere(store: Reader, answers: readonly ImportedAnswer[]): Promise<ReadonlySet<string>> {
  const id = answers.flatMap(({ responseId }) => (responseId === undefined ? [] : [responseId]));
  if (id.length === 0) return new Set();
  return new Set((await store.list("response", { where: { id } })).map((response) => response.id));
}

/** How each of the answers stands to what is kept and to those before it. */
export async function standingsOf(store: Reader, answers: readonly ImportedAnswer[]): Promise<ImportStanding[]> {
  const kept = await keptUnder(store, answers);
  const here = await exportedHere(store, answers);
  return answers.map((answer) => {
    if (answer.responseId !== undefined && here.has(answer.responseId)) return "known";
    const standing = standingOf(answer, kept.get(answer.conversation));
    if (standing === "new") kept.set(answer.conversation, answer);
    return standing;
  });
}

type ImportedIds = Record<"interactionId" | "resolutionId" | "surveyId" | "customerId", string>;

function importedInteraction(
  { conversation, product, agent, answeredAt }: ImportedAnswer,
  ids: ImportedIds,
): Interaction {
  return {
    id: ids.interactionId,
    version: 0,
    conversation,
    askIn: conversation,
    customerId: ids.customerId,
    state: "resolved",
    product,
    openedBy: "customer",
    openedAt: answeredAt,
    lastActivityAt: answeredAt,
    customerMessages: 0,
    agentMessages: 0,
    agents: agent === null ? [] : [agent],
    entryCount: 0,
    resolutionCount: 1,
    resolutionId: ids.resolutionId,
    isTest: false,
  };
}

function importedResolution({ product, agent, answeredAt }: ImportedAnswer, ids: ImportedIds): Resolution {
  return {
    id: ids.resolutionId,
    version: 0,
    interactionId: ids.interactionId,
    customerId: ids.customerId,
    number: 1,
    at: answeredAt,
    by: null,
    product,
    agents: agent === null ? [] : [agent],
    creditedAgent: agent,
    fate: "answered",
    fateReason: null,
    fateDetail: null,
    fateAt: answeredAt,
    imported: true,
  };
}

/** An answered survey that this desk never asked: it counts in no response rate. */
function importedSurvey({ settings, wording, ids: made }: Context, answer: ImportedAnswer, ids: ImportedIds): Survey {
  const { conversation, scale, product, agent, answeredAt } = answer;
  return {
    id: ids.surveyId,
    version: 0,
    token: made.secret(),
    resolutionId: ids.resolutionId,
    interactionId: ids.interactionId,
    customerId: ids.customerId,
    state: "answered",
    dueAt: null,
    scheduledAt: answeredAt,
    askedAt: null,
    deliveredAt: null,
    remindedAt: null,
    endedAt: answeredAt,
    askIn: conversation,
    scale,
    locale: wording.choose(answer.customer.locale, settings.desk.locale),
    wordingVersion: WORDED_ELSEWHERE,
    product,
    creditedAgent: agent,
    questionPostId: null,
    purpose: "recommend",
    caseId: null,
    ...UNDRAWN,
  };
}

function importedResponse(
  answer: ImportedAnswer,
  id: string,
  { interactionId, surveyId, customerId }: ImportedIds,
): Response {
  const { score, scale, comment, product, agent, answeredAt } = answer;
  const commentedAt = comment === null ? null : answeredAt;
  const times = { answeredAt, changedAt: answeredAt, scoredAt: answeredAt, commentedAt };
  const subject = { surveyId, interactionId, customerId, product, creditedAgent: agent };
  const given = { score, scale, band: bandOf(score), comment, commentEntryId: null, quoteConsentAt: null };
  const untried = { trialId: null, arm: null, excluded: null, purpose: "recommend" } as const;
  return { id, version: 0, ...subject, ...given, ...times, revisionCount: 0, ...untried };
}

function putAnswer(context: Context, draft: Draft, answer: ImportedAnswer, customerId: string): void {
  const next = () => context.ids.next();
  const ids: ImportedIds = { interactionId: next(), resolutionId: next(), surveyId: next(), customerId };
  draft.put("interaction", importedInteraction(answer, ids));
  draft.put("resolution", importedResolution(answer, ids));
  draft.put("survey", importedSurvey(context, answer, ids));
  revise(context, draft, importedResponse(answer, next(), ids), { via: "import", at: answer.answeredAt });
}

/**
 * Answers given elsewhere are kept, each as a conversation of its own that was resolved and answered at once. Those that are kept
 * already are left as they are, and nobody is thanked.
 */
export async function recordImported(event: EventOf<"answers-imported">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const standings = await standingsOf(context.store, event.answers);
  const fresh = event.answers.filter((_, index) => standings[index] === "new");
  const answers = await identifyImported(context, draft, fresh);
  for (const [answer, customerId] of answers) putAnswer(context, draft, answer, customerId);
  return draft.outcome();
}
