import type { Person } from "./interaction/customer.ts";
import type { Happened } from "./own-events.ts";
import type { SittingFilter } from "./shadowing/appointment.ts";

/** How somebody reads: `chat` or `page`. */
export type ReadVia = "chat" | "page";

/** Somebody wants to sit down with conversations now. */
export interface SittingWanted extends Happened {
  readonly kind: "sitting-wanted";
  readonly by: Person;
  /** What the draw is limited to; a mixed one if absent. */
  readonly filter?: SittingFilter;
  /** How many conversations; 3 if absent. */
  readonly count?: number;
  /** Where to offer them, privately; the person's direct line if absent. */
  readonly answerIn?: string;
}

/** Somebody takes a standing appointment upon themself, in place of their own one before. */
export interface ShiftSet extends Happened {
  readonly kind: "shift-set";
  readonly by: Person;
  /** Day and time of the week as the person wrote it, e.g. `tue 09:00`. */
  readonly every: string;
  /** How many conversations each time; 3 if absent. */
  readonly transcripts?: number;
  /** Where to confirm it, privately; the person's direct line if absent. */
  readonly answerIn?: string;
}

/** Somebody ends a standing appointment of theirs. */
export interface ShiftEnded extends Happened {
  readonly kind: "shift-ended";
  readonly by: Person;
  /** Their own one if absent. */
  readonly shiftId?: string;
  /** Where to confirm it, privately; the person's direct line if absent. */
  readonly answerIn?: string;
}

/** The program has started: the shifts of the settings are to stand as they are there. */
export interface ShiftsSet extends Happened {
  readonly kind: "shifts-set";
}

/** Somebody wants to read a conversation that was drawn for them. */
export interface SittingOpened extends Happened {
  readonly kind: "sitting-opened";
  readonly by: Person;
  readonly sittingId: string;
  readonly via: ReadVia;
}

/** Somebody wants to read the first of an appointment that they have not closed yet. */
export interface SittingNext extends Happened {
  readonly kind: "sitting-next";
  readonly by: Person;
  readonly appointmentId: string;
  readonly via: ReadVia;
}

/** Somebody guesses the score of a conversation that they have read. */
export interface ScoreGuessed extends Happened {
  readonly kind: "score-guessed";
  readonly by: Person;
  readonly sittingId: string;
  /** As received, not yet read. */
  readonly guess: unknown;
  readonly via: ReadVia;
}

/** Somebody closes a sitting with what they take from it. */
export interface LessonGiven extends Happened {
  readonly kind: "lesson-given";
  readonly by: Person;
  readonly sittingId: string;
  readonly surprised: string;
  readonly toFix: string;
  /** Where it goes on; `chat`, on the person's direct line, if absent. */
  readonly via?: ReadVia;
  readonly owner?: Person;
  /** Day until which it is to be done, e.g. `2026-12-01`. */
  readonly dueOn?: string;
}

/** A lesson was put into practice, or was not after all. */
export interface LessonActed extends Happened {
  readonly kind: "lesson-acted";
  readonly by: Person;
  readonly lessonId: string;
  readonly act: "done" | "reopen";
}

/** Somebody wants to follow a conversation that goes on, or to see which there are. */
export interface LiveWanted extends Happened {
  readonly kind: "live-wanted";
  readonly by: Person;
  /** The open conversations are offered if absent. */
  readonly interactionId?: string;
  /** Where it is followed; `chat` if absent. */
  readonly via?: ReadVia;
  /** Where to answer, privately; the person's direct line if absent. */
  readonly answerIn?: string;
}

/** Somebody who follows a conversation notes something for afterwards. */
export interface LiveNoted extends Happened {
  readonly kind: "live-noted";
  readonly by: Person;
  readonly listenerId: string;
  readonly note: string;
}

/** Somebody stops following a conversation. */
export interface LiveLeft extends Happened {
  readonly kind: "live-left";
  readonly by: Person;
  readonly listenerId: string;
}

/** Somebody wants a customer's sentence said where people meet: the empty chair speaks first. */
export interface ChairWanted extends Happened {
  readonly kind: "chair-wanted";
  readonly by: Person;
  /** Where it is said. */
  readonly place: string;
}

/** Somebody wants to wait as customers do, in a conversation that counts nowhere. */
export interface WaitingRoomWanted extends Happened {
  readonly kind: "waiting-room-wanted";
  readonly by: Person;
  /** Where it takes place: one that is not open yet, at which customers of the desk write. */
  readonly conversation: string;
  /** Whom the agents see there: somebody with a plain name and an address of their own. */
  readonly customer: Person;
}

/** What happens around sittings with conversations. */
export type ShadowingEvent =
  | SittingWanted
  | ShiftSet
  | ShiftEnded
  | ShiftsSet
  | SittingOpened
  | SittingNext
  | ScoreGuessed
  | LessonGiven
  | LessonActed
  | LiveWanted
  | LiveNoted
  | LiveLeft
  | ChairWanted
  | WaitingRoomWanted;
