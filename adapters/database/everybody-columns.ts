import type { ColumnsOf } from "./column-codecs.ts";

/** The columns of what is kept about those who are no detractors, and of words looked at. */
export const EVERYBODY_COLUMNS: {
  readonly [T in "enhancement" | "telling" | "promise" | "examination"]: ColumnsOf<T>;
} = {
  enhancement: {
    id: "text",
    version: "integer",
    responseId: "text",
    interactionId: "text",
    customerId: "text",
    product: "text?",
    state: "text",
    hasWords: "flag",
    openedAt: "integer",
    changedAt: "integer",
    steps: "json",
  },
  telling: {
    id: "text",
    version: "integer",
    responseId: "text",
    customerId: "text",
    kind: "text",
    stage: "text",
    people: "text?",
    at: "integer",
  },
  promise: {
    id: "text",
    version: "integer",
    responseId: "text",
    surveyId: "text",
    customerId: "text",
    madeAt: "integer",
    dueAt: "integer?",
    askedAt: "integer?",
    askedIn: "text?",
    postId: "text?",
  },
  examination: {
    id: "text",
    version: "integer",
    interactionId: "text",
    customerId: "text",
    found: "text",
    at: "integer",
    byAddress: "text",
    byName: "text?",
  },
};
