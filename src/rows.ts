import type { Customer, Identity } from "./interaction/customer.ts";
import type { Interaction, Resolution } from "./interaction/interaction.ts";
import type { Entry } from "./interaction/transcript.ts";
import type { OutboundMessage } from "./messages.ts";
import type { Case } from "./recovery/case.ts";
import type { Response, Revision } from "./survey/response.ts";
import type { Survey } from "./survey/survey.ts";

/** One outbox row: something to be said, and how far it has got. */
export interface Post {
  readonly id: string;
  readonly version: number;
  /** Address it goes to; posts of one address leave in order of id. */
  readonly lane: string;
  readonly message: OutboundMessage;
  readonly surveyId: string | null;
  /** `sending` after a restart means nobody knows: it is looked for before it is sent again. `withdrawn`: there was no need any more. */
  readonly state: "pending" | "sending" | "posted" | "failed" | "withdrawn";
  readonly attempts: number;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly postedAt: number | null;
  /** The platform's own name for the posted message. */
  readonly reference: string | null;
  readonly error: string | null;
}

/** What is remembered of a write that carried an idempotency key. */
export interface Receipt {
  /** The caller's key. */
  readonly id: string;
  readonly version: number;
  /** Hash of what was asked under the key: another one under the same key is a conflict. */
  readonly fingerprint: string;
  readonly at: number;
  /** The status and body that were answered, so that a repetition gets the same; null until then. */
  readonly status: number | null;
  readonly answer: string | null;
}

/** How far a place on a platform has been read, so that what was written meanwhile can be caught up. */
export interface Cursor {
  /** Address of the place. */
  readonly id: string;
  readonly version: number;
  /** The platform's own name of the last thing read there. */
  readonly position: string;
  readonly at: number;
}

/** Every kind of row the program keeps, by table. */
export interface Rows {
  customer: Customer;
  identity: Identity;
  interaction: Interaction;
  entry: Entry;
  resolution: Resolution;
  survey: Survey;
  response: Response;
  revision: Revision;
  case: Case;
  post: Post;
  receipt: Receipt;
  cursor: Cursor;
}
export type Table = keyof Rows;
