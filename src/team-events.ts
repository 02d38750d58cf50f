import type { GivenAim } from "./digest/aim.ts";
import type { DecisionVerdict } from "./digest/decision.ts";
import type { FoundThere } from "./digest/examination.ts";
import type { EnhancementAct } from "./enhance/enhancement.ts";
import type { Person } from "./interaction/customer.ts";
import type { Happened } from "./own-events.ts";
import type { Raised } from "./recovery/announcement.ts";
import type { CaseAct } from "./recovery/case.ts";

/** Somebody of the team wants the customer asked whom a rule of the desk spared. */
export interface AskWanted extends Happened {
  readonly kind: "ask-wanted";
  readonly resolutionId: string;
  readonly by: Person;
  /** Where to tell that person, privately, what it did; nowhere if absent. */
  readonly answerIn?: string;
}

export interface CaseActed extends Happened {
  readonly kind: "case-acted";
  readonly caseId: string;
  readonly by: Person;
  readonly act: CaseAct;
  /** In words: what was done, or why. */
  readonly note?: string;
  /** Whose it is to be; of `assign`. */
  readonly to?: Person;
  /** Ids from the desk's lists of outcomes and root causes. */
  readonly outcomeKind?: string;
  readonly cause?: string;
}

/** Somebody of the team wants to read the score that the card of a case withholds. */
export interface ScoreWanted extends Happened {
  readonly kind: "score-wanted";
  readonly caseId: string;
  readonly by: Person;
}

/** Somebody of the team works on what would have made a passive happier. */
export interface EnhancementActed extends Happened {
  readonly kind: "enhancement-acted";
  readonly enhancementId: string;
  readonly by: Person;
  readonly act: EnhancementAct;
  readonly note?: string;
}

/** Somebody of the team leaves an answer out of the score, with a reason, or counts it again (null). */
export interface AnswerExcluded extends Happened {
  readonly kind: "answer-excluded";
  readonly responseId: string;
  readonly by: Person;
  readonly reason: string | null;
  /** How it came: `chat` unless named. */
  readonly via?: string;
}

/** Somebody of the team sets right what a conversation was about, or whose it was. */
export interface InteractionCorrected extends Happened {
  readonly kind: "interaction-corrected";
  readonly interactionId: string;
  readonly by: Person;
  /** Id of the product; null where it was about none. Left as it stands if absent. */
  readonly product?: string | null;
  /** Those who helped, the last of whom is credited. Left as they stand if absent. */
  readonly agents?: readonly Person[];
  /** How it came: `chat` unless named. */
  readonly via?: string;
}

/** Somebody of the team has decided what becomes of a product on the board. */
export interface ProductDecided extends Happened {
  readonly kind: "product-decided";
  readonly productId: string;
  readonly by: Person;
  readonly verdict: DecisionVerdict;
  /** Why, or what follows from it. */
  readonly sentence: string;
  /** Which number shall move by when, as it was entered; none if absent. */
  readonly aim?: GivenAim;
  /** Where to offer that person, privately, what may follow; nowhere if absent. */
  readonly answerIn?: string;
}

/** A colleague pulls the cord from a conversation. */
export interface CordPulled extends Happened {
  readonly kind: "cord-pulled";
  readonly conversation: string;
  readonly by: Person;
  /** What goes wrong; absent where they have not said it yet. */
  readonly sentence?: string;
  /** Id of the product; the conversation's if absent or unknown. */
  readonly product?: string;
  /** Where to thank that person, privately; nowhere if absent. */
  readonly answerIn?: string;
}

/** Whoever pulled the cord says what goes wrong, and perhaps with which product. */
export interface CordWorded extends Happened {
  readonly kind: "cord-worded";
  readonly cordId: string;
  readonly by: Person;
  readonly sentence: string;
  readonly product?: string;
}

/** Somebody answers for the cord. */
export interface CordAnswered extends Happened {
  readonly kind: "cord-answered";
  readonly cordId: string;
  readonly by: Person;
  readonly sentence: string;
}

/** Somebody wants those who raised something told what became of it: a preview is made, and nobody told yet. */
export interface TellingWanted extends Happened {
  readonly kind: "telling-wanted";
  /** Id of the telling to be made; a new one if absent. */
  readonly tellingId?: string;
  readonly by: Person;
  /** Null where it names neither a product nor a cause. */
  readonly about: Raised | null;
  readonly sentence: string;
  /** Where to show that person the preview; nowhere if absent. */
  readonly answerIn?: string;
}

/** Somebody has read the preview and has it said. */
export interface TellingConfirmed extends Happened {
  readonly kind: "telling-confirmed";
  readonly tellingId: string;
  readonly by: Person;
}

/** Somebody has read the preview and has it not said. */
export interface TellingCancelled extends Happened {
  readonly kind: "telling-cancelled";
  readonly tellingId: string;
  readonly by: Person;
}

/** Somebody of the team tells what came of greeting a silent customer: a score (as received, not yet read) and words, talk without a score, or nobody reached. */
export interface GreetingRecorded extends Happened {
  readonly kind: "greeting-recorded";
  readonly greetingId: string;
  readonly by: Person;
  readonly came: "answered" | "greeted" | "unreached";
  readonly score?: unknown;
  /** What the customer said. */
  readonly note: string;
}

/** Somebody of the team has looked at words that disagree with a number, and tells what they found. */
export interface WordsExamined extends Happened {
  readonly kind: "words-examined";
  /** What was looked at, by the id under which the digest lists it. */
  readonly subject: string;
  readonly by: Person;
  readonly found: FoundThere;
}

/** Somebody wants the digest of a finished week posted now. */
export interface DigestWanted extends Happened {
  readonly kind: "digest-wanted";
  /** ISO week, e.g. `2026-W46`. */
  readonly week: string;
}
