import type { BasisOfDigest } from "./digest/basis.ts";
import type { Decision } from "./digest/decision.ts";
import type { Digest } from "./digest/document.ts";
import type { Examination } from "./digest/examination.ts";
import type { Greeting } from "./digest/greeting.ts";
import type { Plea } from "./digest/plea.ts";
import type { SealLink } from "./digest/seal.ts";
import type { ThresholdRow } from "./digest/thresholds.ts";
import type { Account, Passkey } from "./doors/account.ts";
import type { Attempt } from "./doors/attempt.ts";
import type { Challenge } from "./doors/challenge.ts";
import type { Link } from "./doors/link.ts";
import type { Session } from "./doors/session.ts";
import type { Enhancement } from "./enhance/enhancement.ts";
import type { Sweep } from "./forgetting/sweep.ts";
import type { Tombstone } from "./forgetting/tombstone.ts";
import type { Amendment } from "./interaction/amendment.ts";
import type { Customer, Identity } from "./interaction/customer.ts";
import type { Interaction, Resolution } from "./interaction/interaction.ts";
import type { Entry } from "./interaction/transcript.ts";
import type { ApiKey } from "./keys/api-key.ts";
import type { OutboundMessage, Section } from "./messages.ts";
import type { Leased } from "./outbox/lease.ts";
import type { Passage } from "./outbox/passage.ts";
import type { Reach } from "./outbox/passed-over.ts";
import type { Pause } from "./outbox/pause.ts";
import type { Audit } from "./privacy/audit.ts";
import type { Promised } from "./promise/promise.ts";
import type { Announcement, ToldRow } from "./recovery/announcement.ts";
import type { Case, CaseStep } from "./recovery/case.ts";
import type { Cord } from "./recovery/cord.ts";
import type { News } from "./replicas/news.ts";
import type { Appointment } from "./shadowing/appointment.ts";
import type { Lesson } from "./shadowing/lesson.ts";
import type { LiveListener } from "./shadowing/live-listener.ts";
import type { Shift } from "./shadowing/shift.ts";
import type { Sitting } from "./shadowing/sitting.ts";
import type { Informed } from "./survey/informed.ts";
import type { Response, Revision } from "./survey/response.ts";
import type { Survey } from "./survey/survey.ts";
import type { TellingRow } from "./survey/telling.ts";
import type { TeamPost } from "./team/team-post.ts";

/** One outbox row: something to be said, and how far it has got. It is leased to who is sending it, and to nobody in any other state. */
export interface Post extends Leased, Passage {
  readonly version: number;
  readonly message: OutboundMessage;
  readonly surveyId: string | null;
}

/** What becomes of a post at the dispatcher's hands. */
export type PostMove =
  /** It may stand there already: it is taken up, or held on to, to be looked for. */
  | { readonly kind: "held"; readonly until: number }
  | {
      readonly kind: "sending";
      readonly until: number;
      /** Until when its channel takes no other new message, where that keeps a pace. */
      readonly pacedUntil?: number;
    }
  | {
      readonly kind: "posted";
      readonly reference: string;
      /** Address of the thread under it, where the platform keeps details there. */
      readonly thread: string | null;
      /** The sections that go there, a message each; those in detail in one where it is not said. */
      readonly portions?: readonly (readonly Section[])[];
    }
  | {
      readonly kind: "retry";
      readonly attempts: number;
      readonly dueAt: number;
      readonly error: string;
      readonly state: "pending" | "sending";
      /** What a person must do before it is taken; nothing where it passes by itself. */
      readonly remedy?: string;
      /** The platform wants what goes there left alone for so long. */
      readonly pause?: { readonly until: number; readonly reach?: Reach };
    }
  | { readonly kind: "failed"; readonly reason: string };

/** Work that takes long and has no row of its own to be leased with, such as counting a digest. */
export interface Work extends Leased {
  /** What is done to what, e.g. `digest-due 2026-W46|Europe/Berlin|default`. */
  readonly id: string;
  readonly version: number;
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

/** A digest as it stood before it was counted again. */
export interface EarlierDigest {
  readonly revision: number;
  readonly document: Digest;
  readonly computedAt: number;
}

/** The digest of a week as it was posted. Its id is made of week, zone and team, so that there is one. */
export interface DigestRow {
  /** See `digestIdText`, e.g. `2026-W46|Europe/Berlin|default`. */
  readonly id: string;
  readonly version: number;
  readonly week: string;
  readonly zone: string;
  readonly team: string;
  readonly document: Digest;
  readonly computedAt: number;
  /** When it was given to the outbox; null where no team channel is connected. */
  readonly postedAt: number | null;
  /** Posted well after its time, because nothing was running then. */
  readonly isLate: boolean;
  /** 1 as first posted, one higher with each correction. */
  readonly revision: number;
  /** When the clock must count it again because something it is made of was corrected; null while nothing was. */
  readonly dueAt: number | null;
  /** What was posted before each correction, oldest first. */
  readonly history: readonly EarlierDigest[];
  /** Each revision's hash, oldest first, its own the last; empty for one that was posted before there were any and not corrected since. */
  readonly chain: readonly SealLink[];
  /** The post to keep up to date in each team channel. */
  readonly posts: readonly TeamPost[];
}

/** Every kind of row the program keeps, by table. */
export interface Rows {
  customer: Customer;
  identity: Identity;
  interaction: Interaction;
  entry: Entry;
  amendment: Amendment;
  resolution: Resolution;
  survey: Survey;
  response: Response;
  revision: Revision;
  case: Case;
  step: CaseStep;
  post: Post;
  work: Work;
  pause: Pause;
  news: News;
  receipt: Receipt;
  cursor: Cursor;
  digest: DigestRow;
  basis: BasisOfDigest;
  decision: Decision;
  enhancement: Enhancement;
  telling: TellingRow;
  promise: Promised;
  greeting: Greeting;
  plea: Plea;
  examination: Examination;
  threshold: ThresholdRow;
  cord: Cord;
  announcement: Announcement;
  told: ToldRow;
  audit: Audit;
  shift: Shift;
  appointment: Appointment;
  sitting: Sitting;
  lesson: Lesson;
  listener: LiveListener;
  informed: Informed;
  tombstone: Tombstone;
  sweep: Sweep;
  link: Link;
  session: Session;
  account: Account;
  passkey: Passkey;
  attempt: Attempt;
  challenge: Challenge;
  key: ApiKey;
}
export type Table = keyof Rows;
