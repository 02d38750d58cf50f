import type { Customer } from "../interaction/customer.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Passage } from "../outbox/passage.ts";
import type { Promised } from "../promise/promise.ts";
import type { Case, CaseState, CaseStep, StepKind } from "../recovery/case.ts";
import type { AskRules } from "../survey/eligibility.ts";
import type { QuietHours } from "../survey/quiet-hours.ts";
import type { Response, Revision, Via } from "../survey/response.ts";
import type { Scale } from "../survey/score.ts";
import type { Survey, SurveyState } from "../survey/survey.ts";

/** What the outbox knows of one thing that was said, without what it said. */
export interface StoryPost extends Passage {
  readonly kind: string;
}

/** A digest as far as a conversation's story tells of it. */
export interface StoryDigest {
  readonly week: string;
  readonly computedAt: number;
  readonly postedAt: number | null;
  readonly dueAt: number | null;
  readonly revision: number;
}

/** The rows of one conversation, and those of its customer that bear on it. */
export interface StoryRows {
  readonly interaction: Interaction;
  readonly customer: Customer;
  readonly entries: readonly Entry[];
  readonly resolutions: readonly Resolution[];
  /** Every survey of the customer, in this conversation and in others. */
  readonly surveys: readonly Survey[];
  /** Every answer of the customer. */
  readonly responses: readonly Response[];
  readonly revisions: readonly Revision[];
  readonly cases: readonly Case[];
  readonly steps: readonly CaseStep[];
  readonly promises: readonly Promised[];
  readonly posts: readonly StoryPost[];
  readonly digests: readonly StoryDigest[];
}

/** The desk's settings by which a story is told; times in milliseconds. */
export interface StoryRules {
  readonly desk: { readonly zone: string };
  readonly ask: AskRules & {
    readonly delay: number;
    readonly remindAfter: number;
    readonly expireAfter: number;
    readonly changeWindow: number;
    readonly quietHours: QuietHours;
  };
  readonly digest: { readonly post: string };
}

/** The other question that kept a customer from being asked, and until when; null while it was open itself. */
export interface Cooling {
  readonly surveyId: string;
  readonly interactionId: string;
  readonly askedAt: number | null;
  readonly setting: "cooldownAnswered" | "cooldownUnanswered";
  readonly for: number;
  /** Whether it would keep them from being asked by the settings as they are now, too. */
  readonly isByNow: boolean;
  readonly until: number | null;
}

/** Why nobody was asked, with what decided it. What is null can no longer be told from the rows. */
export type Because =
  | { readonly reason: "team-opened" | "team-member" | "reopened" }
  | { readonly reason: "opted-out"; readonly since: number | null }
  | {
      readonly reason: "too-short";
      readonly short: { readonly of: "customer" | "agent"; readonly had: number; readonly least: number } | null;
    }
  | { readonly reason: "cooldown"; readonly by: Cooling | null }
  | { readonly reason: "sampled-out"; readonly draw: number; readonly sample: number }
  | { readonly reason: "skipped-by-person"; readonly detail: string | null }
  | { readonly reason: "other"; readonly detail: string | null };

/** How an answer stands in the digest of its week. */
export type InDigest = "counted" | "superseded" | "excluded" | "recovery";

/** One thing that happened in a conversation's life. */
export type ChapterFacts =
  | { readonly what: "opened"; readonly by: "customer" | "team"; readonly product: string | null }
  | {
      readonly what: "wrote";
      readonly author: Entry["author"];
      readonly who: string | null;
      readonly count: number;
      readonly until: number;
    }
  | { readonly what: "edited" | "deleted"; readonly author: Entry["author"]; readonly who: string | null }
  | {
      readonly what: "resolved";
      readonly number: number;
      readonly by: string | null;
      readonly credited: string | null;
      readonly product: string | null;
      readonly imported: boolean;
    }
  | {
      readonly what: "to-ask";
      readonly surveyId: string;
      readonly askAt: number;
      readonly delay: number;
      readonly quiet: QuietHours | null;
      readonly zone: string;
      readonly trial: string | null;
    }
  | { readonly what: "not-asked"; readonly because: Because }
  | {
      readonly what: "asked" | "reminded";
      readonly surveyId: string;
      readonly where: string;
      readonly scale: Scale;
      readonly locale: string;
      readonly isAfterCase: boolean;
    }
  | { readonly what: "post"; readonly post: StoryPost }
  | {
      readonly what: "answered";
      readonly number: number;
      readonly score: number;
      readonly scale: Scale;
      readonly via: Via;
    }
  | { readonly what: "commented" }
  | { readonly what: "ended"; readonly state: SurveyState; readonly reason: string | null }
  | { readonly what: "case-opened"; readonly caseId: string; readonly contactBy: number }
  | {
      readonly what: "step";
      readonly number: number;
      readonly act: StepKind;
      readonly by: string | null;
      readonly to: string | null;
      readonly takenBack: boolean;
    }
  | { readonly what: "promise-asked"; readonly where: string | null }
  | {
      readonly what: "digest";
      readonly digest: StoryDigest;
      readonly resolutions: readonly number[];
      readonly answers: readonly InDigest[];
    };

/** What happened and when, milliseconds since 1970. */
export type Chapter = { readonly at: number } & ChapterFacts;

/** What is due next, and when; null where a person has to act and no time is set. */
export interface NextStep {
  readonly at: number | null;
  readonly what:
    | ("ask" | "remind" | "expire" | "contact" | "remind-owner" | "overdue" | "escalate" | "close-case")
    | ("ask-again" | "ask-promise" | "send" | "digest" | "recount");
  /** Id of the survey, case, promise or post, or the digest's week. */
  readonly of: string;
  /** Who has it, or where it goes. */
  readonly whose: string | null;
}

/** Why nothing more is due of the question. */
export interface Rest {
  readonly why: "open" | "test" | Resolution["fate"];
  /** Until when an answer may be changed; null where there is none. */
  readonly until: number | null;
}

/** One conversation's whole story. */
export interface WholeStory {
  readonly interactionId: string;
  readonly conversation: string;
  readonly customerId: string;
  readonly state: Interaction["state"];
  /** How often it has been resolved. */
  readonly resolutions: number;
  readonly caseStates: readonly CaseState[];
  readonly zone: string;
  /** Why answers of it are left out of the score, redacted; `withdrawn` where the customer took one back. */
  readonly leftOut: readonly string[];
  /** In the order in which they happened. */
  readonly chapters: readonly Chapter[];
  /** In the order in which they are due; what has no time last. */
  readonly next: readonly NextStep[];
  /** Null while a question, a case or a promise is still to come. */
  readonly rest: Rest | null;
}
