import type { ColumnsOf } from "./column-codecs.ts";

/** The columns of the tables about who read what. */
export const PRIVACY_COLUMNS: { readonly [T in "audit"]: ColumnsOf<T> } = {
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
};
