import type { Person } from "./interaction/customer.ts";
import type { Happened } from "./own-events.ts";
import type { Via } from "./survey/response.ts";
import type { PeopleTold, TellingKind, TellingStage } from "./survey/telling.ts";

/** The customer picked, typed or sent a score (as received, not yet read) and perhaps a reason. */
export interface ScoreGiven extends Happened {
  readonly kind: "score-given";
  readonly surveyId: string;
  readonly by: Person;
  readonly score: unknown;
  readonly comment?: string;
  readonly via: Via;
}

/** The customer gave the reason for a score by itself. */
export interface CommentGiven extends Happened {
  readonly kind: "comment-given";
  readonly surveyId: string;
  readonly by: Person;
  readonly comment: string;
  readonly via: Via;
}

/** The customer wants the buttons back to change their answer. */
export interface ChangeWanted extends Happened {
  readonly kind: "change-wanted";
  readonly surveyId: string;
  readonly by: Person;
}

export interface Declined extends Happened {
  readonly kind: "declined";
  readonly surveyId: string;
  readonly by: Person;
  readonly choice: "not-now" | "never";
}

/** An unhappy customer says whether somebody is to contact them. */
export interface ContactWished extends Happened {
  readonly kind: "contact-wished";
  readonly surveyId: string;
  readonly by: Person;
  readonly wish: "yes" | "no";
  /** How and when, in their words. */
  readonly how?: string;
}

/** A customer who was asked about their case says whether it has been put right. */
export interface PutRightSaid extends Happened {
  readonly kind: "put-right-said";
  readonly surveyId: string;
  readonly by: Person;
  readonly isRight: boolean;
}

/** What was taken for a reason was a new question: the interaction reopens. */
export interface NewQuestion extends Happened {
  readonly kind: "new-question";
  readonly surveyId: string;
  readonly by: Person;
}

/** The customer says what they have told others about us, or how they came to us. */
export interface OthersTold extends Happened {
  readonly kind: "told";
  readonly surveyId: string;
  readonly by: Person;
  readonly tellings: readonly TellingKind[];
  readonly stage: TellingStage;
  readonly people?: PeopleTold;
}

/** The customer wants to see how they would be quoted, or says whether they may be. */
export interface QuoteAnswered extends Happened {
  readonly kind: "quote-answered";
  readonly surveyId: string;
  readonly by: Person;
  readonly choice: "show" | "yes" | "no";
  /** Which revision of the answer was shown to them; of a yes. */
  readonly shown?: number;
  /** Where to answer, privately, where that is not where the survey is answered. */
  readonly answerIn?: string;
}

/** The customer takes their answer back; it is asked first whether they are sure. */
export interface AnswerWithdrawn extends Happened {
  readonly kind: "answer-withdrawn";
  readonly surveyId: string;
  readonly by: Person;
  readonly isSure: boolean;
  /** Where to answer, privately, where that is not where the survey is answered. */
  readonly answerIn?: string;
}
