/** How far something that is said has got on its way, whatever it says. Times in milliseconds since 1970. */
export interface Passage {
  readonly id: string;
  /** Address it goes to; posts of one address leave in order of id. */
  readonly lane: string;
  /** `sending` and leased to nobody, or no longer: nobody knows, so it is looked for before it is sent again. `withdrawn`: there was no need any more. */
  readonly state: "pending" | "sending" | "posted" | "failed" | "withdrawn";
  readonly attempts: number;
  readonly createdAt: number;
  readonly dueAt: number;
  /** When it was last given to its platform; null before the first time. */
  readonly sentAt: number | null;
  readonly postedAt: number | null;
  /** The platform's own name for the posted message. */
  readonly reference: string | null;
  /** What the platform said last; null once it was posted. */
  readonly error: string | null;
}
