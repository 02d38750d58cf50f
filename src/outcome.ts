import type { OutboundMessage } from "./messages.ts";
import type { Rows, Table } from "./rows.ts";

/** A row as it should stand; its `version` is the one it was read at, 0 for a new row. */
export type Change = { [T in Table]: { readonly table: T; readonly row: Rows[T] } }[Table];

/** Something to say, and where. The id becomes the outbox row's. */
export interface Say {
  readonly id: string;
  /** Address of the conversation, person or channel. */
  readonly to: string;
  readonly message: OutboundMessage;
  /** The survey whose question this carries: its delivery or failure is that survey's. */
  readonly surveyId?: string;
}

/** Why an act was not carried out, in a word for programs and a sentence for the person. */
export interface Refusal {
  readonly code: "not-yours" | "late" | "unclear" | "unknown" | "not-allowed" | "conflict";
  readonly text: string;
}

/** What a use case decided. Nothing has been written or sent yet. */
export interface Outcome {
  readonly changes: readonly Change[];
  readonly messages: readonly Say[];
  readonly refusal?: Refusal;
}

/** Collects a decision: a row put twice counts as last put, and can be read back before it is saved. */
export interface Draft {
  put<T extends Table>(table: T, row: Rows[T]): void;
  say(say: Say): void;
  refuse(refusal: Refusal): void;
  outcome(): Outcome;
}

export function createDraft(): Draft {
  const changes = new Map<string, Change>();
  const messages: Say[] = [];
  let refusal: Refusal | undefined;
  return {
    put: (table, row) => void changes.set(`${table} ${row.id}`, { table, row } as Change),
    say: (say) => void messages.push(say),
    refuse: (given) => {
      refusal = given;
    },
    outcome: () => ({ changes: [...changes.values()], messages, ...(refusal ? { refusal } : {}) }),
  };
}
