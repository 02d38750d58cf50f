import type { OutboundMessage } from "./messages.ts";
import type { AuditNote } from "./privacy/audit.ts";
import type { Disclosure } from "./privacy/disclosure.ts";
import type { Rows, Table } from "./rows.ts";

/** A row as it should stand, or that it should be gone; its `version` is the one it was read at, 0 for a new row. */
export type Change = { [T in Table]: { readonly table: T; readonly row: Rows[T]; readonly remove?: true } }[Table];

/** A row that was changed, as it stood before, null where it is new, and as it stands now. */
export interface RowChange<T extends Table> {
  readonly before: Rows[T] | null;
  readonly after: Rows[T];
}

/** Something to say, and where. The id becomes the outbox row's. */
export interface Say {
  readonly id: string;
  /** Address of the conversation, person or channel. */
  readonly to: string;
  readonly message: OutboundMessage;
  /** The survey whose question this carries: its delivery or failure is that survey's. */
  readonly surveyId?: string;
}

/** What stands in the way of an act, in a word for programs and a sentence for the person. */
export interface Hindrance {
  readonly code: "not-yours" | "late" | "unclear" | "unknown" | "not-allowed" | "conflict";
  readonly text: string;
}

/** Why an act was not carried out. */
export interface Refusal extends Hindrance {
  /** Whether the person is told already: a post of it to them is among the messages, or still waits. Otherwise it is for the platform to say, to them alone. */
  readonly told: boolean;
}

/** What a use case decided. Nothing has been written or sent yet. */
export interface Outcome {
  readonly changes: readonly Change[];
  readonly messages: readonly Say[];
  readonly refusal?: Refusal;
  /** What the desk's audit log is to tell of it, in this order. */
  readonly audits?: readonly AuditNote[];
  /** Words to give to whoever acted, once all of it is saved. */
  readonly disclosed?: Disclosure;
}

/** Collects a decision: what is said last of a row counts. */
export interface Draft {
  put<T extends Table>(table: T, row: Rows[T]): void;
  /** The row as it was last put here; null where it is to be gone, undefined where nothing was said of it. */
  drafted<T extends Table>(table: T, id: string): Rows[T] | null | undefined;
  /** The row is to be gone; one that was only to be added is not added. */
  remove<T extends Table>(table: T, row: Rows[T]): void;
  say(say: Say): void;
  /** The person is not told yet unless `told` says so. */
  refuse(hindrance: Hindrance, told?: boolean): void;
  /** Tells of the act in the desk's audit log, in the same save. */
  audit(note: AuditNote): void;
  /** Gives words to whoever acted, once all of it is saved. */
  disclose(words: Disclosure): void;
  outcome(): Outcome;
}

/** A draft that begins with what was decided already; with nothing if not named. */
export function createDraft(begun: Outcome = { changes: [], messages: [] }): Draft {
  const keyOf = (table: Table, id: string) => `${table} ${id}`;
  const changes = new Map(begun.changes.map((change) => [keyOf(change.table, change.row.id), change]));
  const messages = [...begun.messages];
  const audits = [...(begun.audits ?? [])];
  let { refusal, disclosed } = begun;
  return {
    put: (table, row) => void changes.set(keyOf(table, row.id), { table, row } as Change),
    drafted: <T extends Table>(table: T, id: string) => {
      const change = changes.get(keyOf(table, id));
      return change?.remove ? null : (change?.row as Rows[T] | undefined);
    },
    remove: (table, row) => {
      if (row.version === 0) changes.delete(keyOf(table, row.id));
      else changes.set(keyOf(table, row.id), { table, row, remove: true } as Change);
    },
    say: (say) => void messages.push(say),
    refuse: (hindrance, told = false) => {
      refusal = { ...hindrance, told };
    },
    audit: (note) => void audits.push(note),
    disclose: (words) => {
      disclosed = words;
    },
    outcome: () => ({
      changes: [...changes.values()],
      messages,
      ...(refusal ? { refusal } : {}),
      ...(audits.length > 0 ? { audits } : {}),
      ...(disclosed ? { disclosed } : {}),
    }),
  };
}
