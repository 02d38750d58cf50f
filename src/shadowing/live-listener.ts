/** Somebody who follows one conversation while it goes on: they read, and never write into it. */
export interface LiveListener {
  readonly id: string;
  readonly version: number;
  readonly whoAddress: string;
  readonly whoName: string | null;
  readonly interactionId: string;
  readonly state: "listening" | "ended";
  readonly startedAt: number;
  /** When they left or the conversation was resolved; null while they listen. */
  readonly endedAt: number | null;
  /** What they want to come back to afterwards. */
  readonly note: string | null;
}
