/** Somebody who follows one conversation while it goes on: they read, and never write into it. */
export interface LiveListener {
  readonly id: string;
  readonly version: number;
  readonly whoAddress: string;
  readonly whoName: string | null;
  readonly interactionId: string;
  readonly state: "listening" | "ended";
  /** Where they follow it: in chat each message is sent to them, a page shows what there is. */
  readonly via: "chat" | "page";
  /** Addresses of the agents who were told that somebody listens. */
  readonly announced: readonly string[];
  readonly startedAt: number;
  /** When they left or the conversation was resolved; null while they listen. */
  readonly endedAt: number | null;
  /** What they want to come back to afterwards. */
  readonly note: string | null;
}
