import { CASE_QUERY } from "./case-query.ts";
import type { SchemaName } from "./components.ts";

/** One call of the API, as documented. */
export interface ApiCall {
  readonly method: "get" | "post" | "put" | "delete";
  /** As OpenAPI writes it, e.g. `/interactions/{id}`, below `/api/v1`. */
  readonly path: string;
  readonly name: string;
  readonly does: string;
  /** Fields of the query, each with what it means; none is required. */
  readonly asks?: Readonly<Record<string, string>>;
  readonly takes?: SchemaName;
  readonly gives: Readonly<Record<number, readonly [SchemaName, string]>>;
  /** As what it is given; JSON unless named. */
  readonly givesAs?: string;
  /** Statuses of the problems that this call has of its own. */
  readonly problems: readonly number[];
}

/** Every call of one desk. */
export const CALLS: readonly ApiCall[] = [
  {
    method: "post",
    path: "/interactions",
    name: "openInteraction",
    does: "Opens an interaction under the caller's own id.",
    takes: "OpenInteraction",
    gives: {
      200: ["Interaction", "It was open already, for the same customer"],
      201: ["OpenedInteraction", "It was opened"],
    },
    problems: [400, 409, 413, 415],
  },
  {
    method: "get",
    path: "/interactions/{id}",
    name: "readInteraction",
    does: "What has become of an interaction.",
    gives: { 200: ["Interaction", "The interaction as it stands"] },
    problems: [404],
  },
  {
    method: "post",
    path: "/interactions/{id}/entries",
    name: "addEntry",
    does: "Adds to the transcript.",
    takes: "NewEntry",
    gives: { 201: ["AddedEntry", "The entry as it stands in the transcript"] },
    problems: [400, 404, 409, 413, 415, 422],
  },
  {
    method: "post",
    path: "/interactions/{id}/resolve",
    name: "resolveInteraction",
    does: "Resolves; the ask is scheduled, or refused with a reason that stands in the fate.",
    takes: "Resolve",
    gives: { 200: ["Interaction", "The interaction as it stands"] },
    problems: [400, 404, 409, 413, 415],
  },
  {
    method: "put",
    path: "/surveys/{id}/response",
    name: "answerSurvey",
    does: "Records or changes the customer's answer.",
    takes: "Answer",
    gives: { 200: ["Interaction", "The interaction with the answer"] },
    problems: [400, 404, 409, 413, 415, 422],
  },
  {
    method: "post",
    path: "/responses/{id}/exclusion",
    name: "excludeResponse",
    does: "Leaves an answer out of the score, with a reason; posted digests are counted again.",
    takes: "Exclusion",
    gives: { 200: ["Interaction", "The interaction with the answer"] },
    problems: [400, 404, 409, 413, 415, 422],
  },
  {
    method: "delete",
    path: "/responses/{id}/exclusion",
    name: "includeResponse",
    does: "Counts an answer again that was left out.",
    asks: { by: "Who decides it: a name or an address; required" },
    gives: { 200: ["Interaction", "The interaction with the answer"] },
    problems: [400, 404, 409],
  },
  {
    method: "get",
    path: "/cases",
    name: "listCases",
    does: "The cases, by id, a page at a time.",
    asks: CASE_QUERY,
    gives: { 200: ["Cases", "A page of cases"] },
    problems: [400],
  },
  {
    method: "get",
    path: "/cases/{id}",
    name: "readCase",
    does: "A case with its steps.",
    gives: { 200: ["Case", "The case as it stands"] },
    problems: [404],
  },
  {
    method: "post",
    path: "/cases/{id}/acts",
    name: "actOnCase",
    does: "Takes a step in a case for a colleague, or takes the last one back.",
    takes: "CaseAct",
    gives: { 200: ["Case", "The case after the step"] },
    problems: [400, 403, 404, 409, 413, 415, 422],
  },
  {
    method: "get",
    path: "/digest",
    name: "readDigest",
    does: "The digest of a week: as it was posted, or counted at once where it was not. The header Digest-Hash has the SHA-256 of its figures, Digest-Corrects that of what it corrected.",
    asks: { week: "ISO week such as 2026-W46; the last finished one if left out" },
    gives: { 200: ["Digest", "The digest"] },
    problems: [400, 404],
  },
  {
    method: "get",
    path: "/digest/audit",
    name: "auditDigest",
    does: "The rows, without a person, from which a week's digest can be counted again, as JSON lines: a head, the sealed figures of each revision, then one row an answer and one a fate.",
    asks: { week: "ISO week such as 2026-W46; the last finished one if left out" },
    gives: { 200: ["AuditLine", "One line of the file"] },
    givesAs: "application/x-ndjson",
    problems: [400, 403, 404],
  },
];
