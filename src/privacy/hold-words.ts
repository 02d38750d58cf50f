import { gatherById } from "../gather-by-id.ts";
import type { Reader } from "../ports.ts";
import type { Rows, Table } from "../rows.ts";
import { isWorded, NO_WORDS, type Rewording, reworded, type WordedRows, type WordedTable } from "./words.ts";

/**
 * A desk's rows without anybody's words: what pages, commands and chats are given. Everything else of the rows stands, so that they can
 * be looked for, counted and put in order; the words are had from the bot, with a line in the audit log. By words nothing is found.
 */
export interface WordlessReader extends Reader {
  readonly isWordless: true;
}

/** A worded row with its table. */
export type WordedRow = {
  readonly [T in WordedTable]: { readonly table: T; readonly row: WordedRows[T] };
}[WordedTable];

/** Ids of the conversation and the customer that a row's words are of; null where the row they hang on is gone. */
export interface WordsOf {
  readonly interactionId: string;
  readonly customerId: string | null;
}

/** How each of the rows is to be reworded; null leaves it as it is. */
type RewordRows = (rows: readonly WordedRow[]) => Promise<readonly (Rewording | null)[]>;

/** The store with words replaced as the rule says, however its rows are asked for. */
export function rewordedReader(store: Reader, rule: RewordRows): Reader {
  const all = async <T extends Table>(table: T, rows: readonly Rows[T][]): Promise<Rows[T][]> => {
    if (!isWorded(table) || rows.length === 0) return [...rows];
    const worded = rows.map((row) => ({ table, row }) as unknown as WordedRow);
    const rewordings = await rule(worded);
    return worded.map((one, index) => {
      const to = rewordings[index];
      return (to ? reworded<WordedTable>(one.table, one.row, to) : one.row) as Rows[T];
    });
  };
  return {
    ...store,
    get: async (table, id) => {
      const row = await store.get(table, id);
      return row === null ? null : ((await all(table, [row]))[0] ?? null);
    },
    list: async (table, filter) => all(table, await store.list(table, filter)),
    listCommented: async (window) => all("response", await store.listCommented(window)),
    listSliceComments: async (slice, page) => {
      const found = await store.listSliceComments(slice, page);
      const answers = found.map(({ answer }) => answer);
      return (await all("response", answers)).map((answer, index) => ({
        ...{ answer, language: found[index]?.language ?? null },
      }));
    },
    listLatestEntries: async (ids, each) => all("entry", await store.listLatestEntries(ids, each)),
  };
}

/** Finds nothing by its words: where they stand tells of them as well. */
const FINDS_NOTHING: Pick<Reader, "search" | "searchPeople"> = { search: async () => [], searchPeople: async () => [] };

/** The desk's rows without words. */
export function withoutWords(store: Reader): WordlessReader {
  return { ...rewordedReader(store, async (rows) => rows.map(() => NO_WORDS)), ...FINDS_NOTHING, isWordless: true };
}

/** What each row's words are of. Rejects as the store does. */
export async function ownersOf(store: Reader, rows: readonly WordedRow[]): Promise<(WordsOf | null)[]> {
  const answers = rows.flatMap((one) => (one.table === "revision" ? [one.row.responseId] : []));
  const cases = rows.flatMap((one) => (one.table === "step" ? [one.row.caseId] : []));
  const talks = rows.flatMap((one) => (one.table === "entry" ? [one.row.interactionId] : []));
  const [responses, files, interactions] = await Promise.all([
    gatherById(answers, (id) => store.list("response", { where: { id } })),
    gatherById(cases, (id) => store.list("case", { where: { id } })),
    gatherById(talks, (id) => store.list("interaction", { where: { id } })),
  ]);
  const of = new Map<string, WordsOf>([
    ...[...responses, ...files].map(
      ({ id, interactionId, customerId }) => [id, { interactionId, customerId }] as const,
    ),
    ...interactions.map(({ id, customerId }) => [id, { interactionId: id, customerId }] as const),
  ]);
  return rows.map((one) => {
    if (one.table === "revision") return of.get(one.row.responseId) ?? null;
    if (one.table === "step") return of.get(one.row.caseId) ?? null;
    if (one.table === "entry") return of.get(one.row.interactionId) ?? null;
    return { interactionId: one.row.interactionId, customerId: one.row.customerId };
  });
}

/** The desk's rows with the words that are this customer's own, and nobody else's: what people read of themselves takes no line. */
export function ownWordsOf(store: Reader, customerId: string): Reader {
  const own = rewordedReader(store, async (rows) => {
    const owners = await ownersOf(store, rows);
    return owners.map((owner) => (owner?.customerId === customerId ? null : NO_WORDS));
  });
  return { ...own, ...FINDS_NOTHING };
}
