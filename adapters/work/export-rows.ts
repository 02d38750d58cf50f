import { gatherNames, type Participants } from "../../src/interaction/gather-names.ts";
import type { Resolution } from "../../src/interaction/interaction.ts";
import type { Entry } from "../../src/interaction/transcript.ts";
import type { Reader } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import type { WrittenRow } from "../csv/write-rows.ts";
import { CASE_COLUMNS, type GiveOut, hasWords, moment, writtenCases } from "./export-cases.ts";

/** Which rows, and how the words in them are given out. */
export interface ExportRule {
  readonly store: Reader;
  /** Milliseconds since 1970; `from` is included and `to` is not. */
  readonly from: number;
  readonly to: number;
  /** Whether the answers that were asked for after a case are among the answers. */
  readonly withRecovery?: boolean;
  /** Makes words fit to be given out, with what the people in the conversation are called; null: they and the names are given out as they are. */
  readonly redact: ((text: string, names: readonly string[]) => string) | null;
}

type WriteRows<T extends Table> = (rows: readonly Rows[T][], words: GiveOut) => Promise<WrittenRow[]> | WrittenRow[];

interface Kind<T extends Table> {
  readonly table: T;
  /** By what the time of a row is told. */
  readonly timeOf: (row: Rows[T]) => number;
  /** Whose words are in the row; null where nobody's are. */
  readonly peopleOf: (row: Rows[T]) => Participants | null;
  readonly write: WriteRows<T>;
  /** Rows that are left out; none unless named. */
  readonly isLeftOut?: (row: Rows[T]) => boolean;
}

const PAGE = 500;

/** Every row of the table by id, a page at a time; a page of a stretch of time would have to be sorted first. */
async function* pagesOf<T extends Table>(store: Reader, table: T): AsyncGenerator<Rows[T][]> {
  for (let after = ""; ; ) {
    const rows = await store.list(table, { after, limit: PAGE });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

async function wordsOf({ store, redact }: ExportRule, people: readonly Participants[]): Promise<GiveOut> {
  if (redact === null) return (text) => text;
  const names = await gatherNames(store, people);
  return (text, about) => (text === null ? null : redact(text, names.get(about) ?? []));
}

async function* pages<T extends Table>(rule: ExportRule, kind: Kind<T>): AsyncGenerator<WrittenRow[]> {
  for await (const page of pagesOf(rule.store, kind.table)) {
    const isWithin = (at: number) => at >= rule.from && at < rule.to;
    const rows = page.filter((row) => isWithin(kind.timeOf(row)) && !kind.isLeftOut?.(row));
    const people = rows.map(kind.peopleOf).filter((one) => one !== null);
    yield await kind.write(rows, await wordsOf(rule, people));
  }
}

function inConversation({ id, customerId }: Rows["interaction"]): Participants {
  return { id, interactionId: id, customerId, creditedAgent: null };
}

function responses(rule: ExportRule): Kind<"response"> {
  const write: WriteRows<"response"> = (rows, words) =>
    rows.map((row) => ({
      id: row.id,
      customer: row.customerId,
      score: row.score,
      scale: row.scale,
      band: row.band,
      answered_at: moment(row.answeredAt),
      comment: words(row.comment, row.id),
      product: row.product,
      agent: rule.redact ? null : (row.creditedAgent?.name ?? null),
      changed_at: moment(row.changedAt),
      interaction: row.interactionId,
      survey: row.surveyId,
      excluded: row.excluded,
      quote_consent_at: moment(row.quoteConsentAt),
      purpose: row.purpose,
    }));
  return {
    table: "response",
    timeOf: ({ answeredAt }) => answeredAt,
    peopleOf: (row) => (row.comment === null ? null : row),
    write,
    isLeftOut: ({ purpose }) => purpose === "recovery" && !rule.withRecovery,
  };
}

/** How an interaction ended last; nothing of it where it stands open. */
function lastEndingOf(resolution: Resolution | undefined) {
  if (resolution === undefined) return { resolved_at: null, fate: null, fate_reason: null };
  const { at, fate, fateReason } = resolution;
  return { resolved_at: moment(at), fate, fate_reason: fateReason };
}

function interactions({ store }: ExportRule): Kind<"interaction"> {
  const write: WriteRows<"interaction"> = async (all) => {
    const rows = all.filter(({ isTest }) => !isTest);
    const inForce = rows.map(({ resolutionId }) => resolutionId).filter((id) => id !== null);
    const found = await store.list("resolution", { where: { id: inForce } });
    const resolutions = new Map(found.map((resolution) => [resolution.id, resolution]));
    return rows.map((row) => ({
      id: row.id,
      conversation: row.conversation,
      customer: row.customerId,
      state: row.state,
      product: row.product,
      opened_by: row.openedBy,
      opened_at: moment(row.openedAt),
      last_activity_at: moment(row.lastActivityAt),
      customer_messages: row.customerMessages,
      agent_messages: row.agentMessages,
      resolutions: row.resolutionCount,
      ...lastEndingOf(row.resolutionId === null ? undefined : resolutions.get(row.resolutionId)),
    }));
  };
  return { table: "interaction", timeOf: ({ openedAt }) => openedAt, peopleOf: () => null, write };
}

function cases({ store, redact }: ExportRule): Kind<"case"> {
  const write: WriteRows<"case"> = (rows, words) => writtenCases(store, rows, words, redact === null);
  const peopleOf = (row: Rows["case"]) => (hasWords(row) ? { ...row, creditedAgent: null } : null);
  return { table: "case", timeOf: ({ openedAt }) => openedAt, peopleOf, write };
}

/** The transcripts of the conversations that were opened in the time, entry by entry. What was taken back is given out only as it was written. */
function transcripts({ store, redact }: ExportRule): Kind<"interaction"> {
  const written = (entry: Entry, words: GiveOut): WrittenRow => ({
    interaction: entry.interactionId,
    position: entry.position,
    author: entry.author,
    name: redact ? null : entry.name,
    at: moment(entry.at),
    text: redact && entry.deletedAt !== null ? null : words(entry.text, entry.interactionId),
    attachments: entry.attachments.length,
    edited_at: moment(entry.editedAt),
    deleted_at: moment(entry.deletedAt),
  });
  const write: WriteRows<"interaction"> = async (rows, words) => {
    const found: WrittenRow[] = [];
    for (const { id, isTest } of rows) {
      if (isTest) continue;
      const entries = await store.list("entry", { where: { interactionId: id }, orderBy: "position" });
      found.push(...entries.map((entry) => written(entry, words)));
    }
    return found;
  };
  return { table: "interaction", timeOf: ({ openedAt }) => openedAt, peopleOf: inConversation, write };
}

/** What may be exported, with the columns of each. */
export const EXPORT_COLUMNS = {
  responses: [
    ...["id", "customer", "score", "scale", "band", "answered_at", "comment", "product", "agent", "changed_at"],
    ...["interaction", "survey", "excluded", "quote_consent_at", "purpose"],
  ],
  interactions: [
    ...["id", "conversation", "customer", "state", "product", "opened_by", "opened_at", "last_activity_at"],
    ...["customer_messages", "agent_messages", "resolutions", "resolved_at", "fate", "fate_reason"],
  ],
  cases: CASE_COLUMNS,
  transcripts: ["interaction", "position", "author", "name", "at", "text", "attachments", "edited_at", "deleted_at"],
} as const;
export type Exported = keyof typeof EXPORT_COLUMNS;

/** The rows to export, a page at a time; nothing is read before they are asked for. */
export function exportPages(what: Exported, rule: ExportRule): AsyncIterable<WrittenRow[]> {
  if (what === "responses") return pages(rule, responses(rule));
  if (what === "interactions") return pages(rule, interactions(rule));
  return what === "cases" ? pages(rule, cases(rule)) : pages(rule, transcripts(rule));
}
