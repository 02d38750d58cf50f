import type { DrawnAs } from "./appointment.ts";

/** One read-through of one conversation by one person; nobody is given the same one twice. */
export interface Sitting {
  readonly id: string;
  readonly version: number;
  readonly appointmentId: string;
  /** 1 for the first of its appointment. */
  readonly number: number;
  readonly whoAddress: string;
  readonly interactionId: string;
  /** The resolution up to which it is read before the guess: what was said about the score comes after it. */
  readonly resolutionId: string;
  /** Null where the customer has given no answer. */
  readonly responseId: string | null;
  readonly drawnAs: DrawnAs;
  readonly openedAt: number | null;
  /** The score that was guessed; null before that. */
  readonly guess: number | null;
  readonly guessedAt: number | null;
  /** The score as it was revealed; null before that, and where there was none. */
  readonly score: number | null;
  readonly state: "drawn" | "opened" | "guessed" | "done";
}
