import type { ColumnsOf } from "./column-codecs.ts";

/** The columns of the digests, of what each was counted from, and of what was decided and found on the way. */
export const DIGEST_COLUMNS: { readonly [T in "digest" | "basis" | "decision" | "threshold"]: ColumnsOf<T> } = {
  digest: {
    id: "text",
    version: "integer",
    week: "text",
    zone: "text",
    team: "text",
    document: "json",
    computedAt: "integer",
    postedAt: "integer?",
    isLate: "flag",
    revision: "integer",
    dueAt: "integer?",
    history: "json",
    posts: "json",
    chain: "json",
  },
  basis: { id: "text", version: "integer", rules: "json", rows: "json" },
  decision: {
    id: "text",
    version: "integer",
    product: "text",
    verdict: "text",
    by: "text",
    sentence: "text",
    at: "integer",
    aim: "json?",
  },
  threshold: { id: "text", version: "integer", fingerprint: "text", found: "json", foundAt: "integer" },
};
