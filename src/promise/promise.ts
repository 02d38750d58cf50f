/** A promoter's answer, as the promise that it is: months later they may be asked once what became of it. */
export interface Promised {
  readonly id: string;
  readonly version: number;
  readonly responseId: string;
  readonly surveyId: string;
  readonly customerId: string;
  readonly madeAt: number;
  /** When the clock must look at it; null once they were asked, or are not to be. */
  readonly dueAt: number | null;
  readonly askedAt: number | null;
  /** Where they were asked. */
  readonly askedIn: string | null;
  /** Outbox id of that question. */
  readonly postId: string | null;
}
