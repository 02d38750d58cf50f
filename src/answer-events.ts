import type { Person } from "./interaction/customer.ts";
import type { Happened } from "./own-events.ts";
import type { PeopleTold, TellingKind, TellingStage } from "./survey/telling.ts";

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
