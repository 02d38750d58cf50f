import type { ColumnsOf } from "./column-codecs.ts";

/** The columns of the tables about who read what, who was told that, and who was forgotten. */
export const PRIVACY_COLUMNS: { readonly [T in "audit" | "informed" | "tombstone" | "sweep"]: ColumnsOf<T> } = {
  audit: {
    id: "text",
    version: "integer",
    number: "integer",
    at: "integer",
    act: "text",
    byAddress: "text?",
    byName: "text?",
    byRole: "text?",
    subjectTable: "text",
    subject: "text?",
    via: "text",
    facts: "json",
    previous: "text",
    hash: "text",
  },
  informed: { id: "text", version: "integer", customerId: "text", at: "integer" },
  tombstone: {
    id: "text",
    version: "integer",
    customerId: "text?",
    salt: "text",
    hashes: "json",
    at: "integer",
    stage: "text",
    after: "text",
    edits: "json",
    posts: "json",
    keptAs: "text?",
    dueAt: "integer?",
  },
  sweep: {
    id: "text",
    version: "integer",
    stage: "text",
    sweptTo: "integer",
    counts: "json",
    dueAt: "integer",
  },
};
