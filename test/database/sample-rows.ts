import type { Digest } from "../../src/digest/document.ts";
import type { Change } from "../../src/outcome.ts";
import type { Post, Rows, Table } from "../../src/rows.ts";
import { digestOf } from "../digest/from-rows.ts";

/** The desk that the stores of these tests keep their rows for. */
export const DESK = "ours";

/** A change of one row. */
export function change<T extends Table>(table: T, row: Rows[T]): Change {
  return { table, row } as unknown as Change;
}

const AGENT = { address: "web:desk:agent-1", name: "Ada Sample" };

/** The digest of a week without an answer. */
function emptyDigest(team: string): Digest {
  const nothing = { answers: [], resolutions: [], surveys: [], cases: [], past: [] };
  const id = { week: "2026-W46", zone: "Europe/Berlin", team };
  const limits = { minAnswers: 5, smallBelow: 30 };
  return digestOf(nothing, { id, scale: "1-10", ...limits, products: [], now: 0, redact: (text) => text });
}

/** One row of each table around one resolved interaction; `key` keeps two of them apart. Version 0: not saved yet. */
export function sampleRows(key = "1") {
  const customerId = `customer-${key}`;
  const interactionId = `interaction-${key}`;
  const resolutionId = `resolution-${key}`;
  const surveyId = `survey-${key}`;
  const responseId = `response-${key}`;
  const shared = { interactionId, customerId };
  return {
    customer: {
      id: customerId,
      version: 0,
      name: "Cleo Sample",
      email: null,
      locale: "pt-BR",
      zone: null,
      teamMember: true,
      optedOutAt: null,
      directConsentAt: 1_700_000_000_000,
      isKey: false,
      createdAt: 0,
    },
    identity: { id: `web:desk:${key}`, version: 0, customerId },
    interaction: {
      id: interactionId,
      version: 0,
      conversation: `web:desk:support:${key}`,
      askIn: `web:desk:support:${key}`,
      customerId,
      state: "resolved",
      product: null,
      openedBy: "customer",
      openedAt: 10,
      lastActivityAt: 20,
      customerMessages: 1,
      agentMessages: 2,
      agents: [{ address: "web:desk:agent-2", name: null }, AGENT],
      entryCount: 1,
      resolutionCount: 1,
      resolutionId,
    },
    entry: {
      id: `web:desk:support:${key}/1`,
      version: 0,
      interactionId,
      position: 1,
      author: "customer",
      address: `web:desk:${key}`,
      name: null,
      text: `It's "broken" 日本語 👩‍👩‍👧 \u0000 \n; DROP TABLE entry;--`,
      attachments: [{ name: "screen.png", type: "image/png" }],
      at: 10,
      editedAt: 12,
      deletedAt: null,
      history: [{ text: "It is broken", until: 12 }],
    },
    resolution: {
      id: resolutionId,
      version: 0,
      ...shared,
      number: 1,
      at: 20,
      by: AGENT.address,
      product: "billing",
      agents: [AGENT],
      creditedAgent: AGENT,
      fate: "not-asked",
      fateReason: "too-short",
      fateDetail: null,
      fateAt: 20,
      imported: false,
    },
    survey: {
      id: surveyId,
      version: 0,
      token: `token-${key}`,
      resolutionId,
      ...shared,
      state: "scheduled",
      dueAt: 30,
      scheduledAt: 20,
      askedAt: null,
      deliveredAt: null,
      remindedAt: null,
      endedAt: null,
      askIn: `web:desk:support:${key}`,
      scale: "0-10",
      locale: "en",
      wordingVersion: "1",
      product: "billing",
      creditedAgent: null,
      questionPostId: `post-${key}`,
      purpose: "recommend",
      caseId: null,
    },
    response: {
      id: responseId,
      version: 0,
      surveyId,
      ...shared,
      score: 0,
      scale: "0-10",
      band: "detractor",
      comment: "",
      product: null,
      creditedAgent: { address: AGENT.address, name: null },
      answeredAt: 40,
      changedAt: 41,
      commentedAt: null,
      revisionCount: 1,
      excluded: null,
      commentEntryId: null,
      quoteConsentAt: null,
      purpose: "recommend",
    },
    revision: {
      id: `revision-${key}`,
      version: 0,
      responseId,
      number: 1,
      score: 0,
      comment: null,
      via: "tap",
      at: 40,
    },
    case: {
      id: `case-${key}`,
      version: 0,
      responseId,
      ...shared,
      state: "new",
      openedAt: 41,
      contactBy: 9_007_199_254_740_991,
      dueAt: 50,
      overdueAt: null,
      escalatedAt: null,
      ownerAddress: null,
      ownerName: null,
      contactedAt: null,
      closedAt: null,
      outcome: null,
      alerts: [{ lane: "web:team", postId: `post-${key}` }],
      ...{ remindedAt: null, outcomeKind: null, cause: null, contactWish: null, contactHow: null, putRight: null },
      stepCount: 0,
    },
    step: {
      id: `step-${key}`,
      version: 0,
      caseId: `case-${key}`,
      number: 1,
      act: "claim",
      byAddress: AGENT.address,
      byName: null,
      at: 45,
      note: "I know them.",
      facts: {},
      earlier: {
        ...{ state: "new", openedAt: 41, contactBy: 60, dueAt: 50, remindedAt: null, overdueAt: null },
        ...{ escalatedAt: null, ownerAddress: null, ownerName: null, contactedAt: null, closedAt: null },
        ...{ outcome: null, outcomeKind: null, cause: null },
      },
      takenBack: true,
    },
    post: {
      id: `post-${key}`,
      version: 0,
      lane: `web:desk:support:${key}`,
      message: {
        kind: "question",
        text: "How likely?",
        hint: "",
        quote: { text: "so-so", by: null },
        actions: [{ name: "score", subject: surveyId, value: "0", label: "0" }],
      },
      surveyId,
      state: "pending",
      attempts: 0,
      createdAt: 30,
      dueAt: 30,
      sentAt: null,
      postedAt: null,
      reference: null,
      error: null,
      leaseOwner: null,
      leaseUntil: null,
    },
    work: { id: `digest-due ${key}`, version: 0, leaseOwner: "process-1", leaseUntil: 90 },
    receipt: { id: `key-${key}`, version: 0, fingerprint: "f00d", at: 1, status: 201, answer: "{}" },
    cursor: { id: `slack:T1:C${key}`, version: 0, position: "1700000000.000100", at: 1 },
    digest: {
      id: `2026-W46|Europe/Berlin|${key}`,
      version: 0,
      week: "2026-W46",
      zone: "Europe/Berlin",
      team: key,
      document: emptyDigest(key),
      computedAt: 60,
      postedAt: null,
      isLate: true,
      revision: 2,
      dueAt: 70,
      history: [{ revision: 1, document: emptyDigest(key), computedAt: 50 }],
      posts: [{ lane: "web:team", postId: `post-${key}` }],
    },
    decision: {
      id: `decision-${key}`,
      version: 0,
      product: "billing",
      verdict: "retire",
      by: "Ada Sample",
      sentence: 'Nobody\'s "favourite".',
      at: 80,
    },
    enhancement: {
      id: `enhancement-${key}`,
      version: 0,
      responseId,
      ...shared,
      product: "billing",
      state: "planned",
      hasWords: true,
      openedAt: 41,
      changedAt: 42,
      steps: [{ state: "planned", byAddress: AGENT.address, byName: null, at: 42, note: "Soon." }],
    },
    telling: {
      id: `${responseId}/now/good`,
      version: 0,
      responseId,
      customerId,
      kind: "good",
      stage: "now",
      people: "3-5",
      at: 43,
    },
    promise: {
      id: `promise-${key}`,
      version: 0,
      responseId,
      surveyId,
      customerId,
      madeAt: 40,
      dueAt: 95,
      askedAt: null,
      askedIn: null,
      postId: null,
    },
    greeting: {
      id: `greeting-${key}`,
      version: 0,
      week: "2026-W46",
      resolutionId,
      ...shared,
      agentAddress: AGENT.address,
      agentName: null,
      assignedAt: 90,
      state: "answered",
      score: 0,
      scale: "0-10",
      words: "",
      recordedAt: 91,
      recordedBy: "Ada Sample",
      posts: [{ lane: "web:team", postId: `post-${key}` }],
    },
    plea: { id: `web:desk:support:${key}/2`, version: 0, at: 15 },
  } satisfies Rows;
}

/** Every row of the sample as a change, children before their parents. */
export function sampleChanges(key = "1"): Change[] {
  return Object.entries(sampleRows(key))
    .map(([table, row]) => ({ table, row }) as unknown as Change)
    .reverse();
}

/** A post about no survey. */
export function postIn(lane: string, id: string, more: Partial<Post> = {}): Post {
  return { ...sampleRows().post, surveyId: null, id, lane, ...more };
}
