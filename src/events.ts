import type { AccountEvent } from "./account-events.ts";
import type {
  AnswerWithdrawn,
  ChangeWanted,
  CommentGiven,
  ContactWished,
  Declined,
  NewQuestion,
  OthersTold,
  PutRightSaid,
  QuoteAnswered,
  ScoreGiven,
} from "./answer-events.ts";
import type { LinkUsed, LinkWanted, SessionEnded, SessionSeen } from "./door-events.ts";
import type { Person } from "./interaction/customer.ts";
import type { Attachment } from "./interaction/transcript.ts";
import type { KeyEvent } from "./key-events.ts";
import type { Due, Happened, HoldingEvent, HomeFound, PostMoved, ReceiptAnswered, SaidAgain } from "./own-events.ts";
import type {
  CorrectionWanted,
  DataGiven,
  ForgetWanted,
  ReadingChanged,
  RetentionWanted,
  TombstoneFound,
} from "./privacy-events.ts";
import type { RecountWanted, WordsExported, WordsWanted } from "./reading-events.ts";
import type { SettingsChanged, SettingsFound } from "./settings-events.ts";
import type { ShadowingEvent } from "./shadowing-events.ts";
import type { ImportedAnswer } from "./survey/imported-answer.ts";
import type {
  AnswerExcluded,
  AskWanted,
  CaseActed,
  CordAnswered,
  CordPulled,
  CordWorded,
  DigestWanted,
  EnhancementActed,
  GreetingRecorded,
  InteractionCorrected,
  ProductDecided,
  ScoreWanted,
  TellingCancelled,
  TellingConfirmed,
  TellingWanted,
  WordsExamined,
} from "./team-events.ts";

/** A conversation was started on somebody's behalf, before any message. */
export interface Opened extends Happened {
  readonly kind: "opened";
  readonly conversation: string;
  /** Where the customer is spoken to; the conversation itself unless named. */
  readonly askIn?: string;
  readonly customer: Person;
  /** A further address of the same customer. */
  readonly alsoAt?: string;
  readonly by: "customer" | "team";
  readonly product?: string | null;
  readonly agents?: readonly Person[];
}

/** Somebody wrote. A customer's message in an unknown conversation opens it. */
export interface MessageWritten extends Happened {
  readonly kind: "message";
  readonly conversation: string;
  readonly askIn?: string;
  readonly messageId: string;
  readonly author: Person;
  readonly text: string;
  /** When the words were last changed, where they are not as first written. */
  readonly editedAt?: number;
  readonly attachments?: readonly Attachment[];
  readonly product?: string | null;
  /** Whose conversation it is, where somebody else writes first. */
  readonly customer?: Person;
  /** The platform withholds the words: `text` stands in their place and is no answer. */
  readonly isUnreadable?: boolean;
  /** Written to the bot itself, on the author's direct line. */
  readonly isDirect?: boolean;
  /** Where customers write to the desk, as the platform names places in a text; of a direct message. */
  readonly writeIn?: readonly string[];
}

/** A reaction was set under a message of ours, in a conversation or on a direct line: it may be an answer, such as a keycap. */
export interface Reacted extends Happened {
  readonly kind: "reacted";
  readonly conversation: string;
  readonly by: Person;
  /** The emoji itself, or its name between colons. */
  readonly reaction: string;
}

/** What is done to a message. */
interface MessageAmended extends Happened {
  readonly conversation: string;
  readonly messageId: string;
  /** When the message itself was written, where the platform may bring it later than this: it is held for it then. */
  readonly writtenAt?: number;
}

export interface MessageEdited extends MessageAmended {
  readonly kind: "message-edited";
  readonly text: string;
}

export interface MessageDeleted extends MessageAmended {
  readonly kind: "message-deleted";
}

export interface Resolved extends Happened {
  readonly kind: "resolved";
  readonly conversation: string;
  readonly by: Person;
  readonly product?: string | null;
  /** Present when the person chose not to ask: why. */
  readonly skip?: string;
  /** The place itself is gone: the question can only be put to the customer directly. */
  readonly isPlaceGone?: boolean;
  /** The place is about to be shut to the customer: what is to be asked there is asked at once. */
  readonly isClosing?: boolean;
  /** Where to tell whoever resolved it, privately, what that did; nowhere if absent. */
  readonly answerIn?: string;
}

export interface Reopened extends Happened {
  readonly kind: "reopened";
  readonly conversation: string;
  readonly by: Person;
  /** Only a resolution about which nobody has been asked yet is taken back. */
  readonly ifUnasked?: boolean;
}

/** The person stops or resumes being asked, or agrees to be asked directly or takes that back. */
export interface AskingChanged extends Happened {
  readonly kind: "asking-changed";
  readonly by: Person;
  readonly ask?: boolean;
  readonly directly?: boolean;
  /** Where to confirm it; nowhere if absent. */
  readonly answerIn?: string;
}

/** The platform told us more about a person. */
export interface PersonDescribed extends Happened {
  readonly kind: "person-described";
  readonly person: Person;
}

/** A place on a platform has been read as far as the position; everything before it has been handled. */
export interface PlaceRead extends Happened {
  readonly kind: "place-read";
  readonly place: string;
  readonly position: string;
}

/** Answers given elsewhere are brought in, a few hundred at a time. */
export interface AnswersImported extends Happened {
  readonly kind: "answers-imported";
  readonly answers: readonly ImportedAnswer[];
}

/** Input nobody here understands: a value, not an error. */
export interface Unsupported extends Happened {
  readonly kind: "unsupported";
  readonly what: string;
}

/** Everything that can happen. */
export type InboundEvent =
  | Opened
  | MessageWritten
  | MessageEdited
  | MessageDeleted
  | Reacted
  | Resolved
  | Reopened
  | AskWanted
  | ScoreGiven
  | CommentGiven
  | ChangeWanted
  | Declined
  | NewQuestion
  | OthersTold
  | QuoteAnswered
  | AnswerWithdrawn
  | ContactWished
  | PutRightSaid
  | AskingChanged
  | ReadingChanged
  | ForgetWanted
  | CorrectionWanted
  | DataGiven
  | TombstoneFound
  | RetentionWanted
  | PersonDescribed
  | CaseActed
  | ScoreWanted
  | EnhancementActed
  | Due<"survey-due">
  | Due<"case-due">
  | Due<"promise-due">
  | Due<"digest-due">
  | Due<"threshold-due">
  | CordPulled
  | CordWorded
  | CordAnswered
  | TellingWanted
  | TellingConfirmed
  | TellingCancelled
  | Due<"announcement-due">
  | Due<"told-due">
  | Due<"shift-due">
  | Due<"appointment-due">
  | ShadowingEvent
  | Due<"tombstone-due">
  | Due<"sweep-due">
  | AnswerExcluded
  | InteractionCorrected
  | ProductDecided
  | DigestWanted
  | GreetingRecorded
  | WordsExamined
  | PostMoved
  | HoldingEvent
  | HomeFound
  | SettingsChanged
  | SettingsFound
  | ReceiptAnswered
  | SaidAgain
  | PlaceRead
  | AnswersImported
  | WordsWanted
  | RecountWanted
  | WordsExported
  | LinkWanted
  | LinkUsed
  | SessionSeen
  | SessionEnded
  | AccountEvent
  | KeyEvent
  | Unsupported;

/** The event of the given kind. */
export type EventOf<K extends InboundEvent["kind"]> = Extract<InboundEvent, { kind: K }>;
