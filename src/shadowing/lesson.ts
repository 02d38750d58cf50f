/** What somebody takes from a sitting: one line on what surprised them, one on what is to be mended. Open until done. */
export interface Lesson {
  readonly id: string;
  readonly version: number;
  /** The sitting may be forgotten with its customer; the lesson stays. */
  readonly sittingId: string;
  readonly whoAddress: string;
  readonly whoName: string | null;
  /** Redacted as the conversation was, and so is what is to be mended. */
  readonly surprised: string;
  readonly toFix: string;
  /** Who is to see to it; null where nobody was named. */
  readonly ownerAddress: string | null;
  readonly ownerName: string | null;
  /** Day until which it is to be done, e.g. `2026-12-01`; null where none was named. */
  readonly dueOn: string | null;
  readonly state: "open" | "done";
  readonly at: number;
  readonly doneAt: number | null;
  /** Name of whoever said that it is done, or else their address. */
  readonly doneBy: string | null;
}
