/** What somebody says they have told others: something good, something bad, nothing yet; or whether they were sent to us. */
export const TELLING_KINDS = ["good", "bad", "none", "sent", "unsent"] as const;
export type TellingKind = (typeof TELLING_KINDS)[number];

/** `now`: with the answer; `later`: when they were asked, months after, what became of it. */
export type TellingStage = "now" | "later";

/** Roughly how many people heard it. */
export const PEOPLE = ["1-2", "3-5", "6-10", "more"] as const;
export type PeopleTold = (typeof PEOPLE)[number];

/** One thing that a customer says they have told others, or how they came to us. */
export interface TellingRow {
  /** Made of response, stage and kind: said again, it is the same one. */
  readonly id: string;
  readonly version: number;
  readonly responseId: string;
  readonly customerId: string;
  readonly kind: TellingKind;
  readonly stage: TellingStage;
  /** Null where they did not say. */
  readonly people: PeopleTold | null;
  readonly at: number;
}

/** The id of what is told with a response. */
export function tellingId(responseId: string, stage: TellingStage, kind: TellingKind): string {
  return `${responseId}/${stage}/${kind}`;
}

const CONTRARY: Readonly<Record<TellingKind, readonly TellingKind[]>> = {
  good: ["none"],
  bad: ["none"],
  none: ["good", "bad"],
  sent: ["unsent"],
  unsent: ["sent"],
};

/** What cannot be true beside it; one person may well have said good and bad things. */
export function contraryTo(kind: TellingKind): readonly TellingKind[] {
  return CONTRARY[kind];
}

const AT_LEAST: Readonly<Record<PeopleTold, number>> = { "1-2": 1, "3-5": 3, "6-10": 6, more: 11 };

/** The least number of people who heard it; one where nobody said how many. */
export function earsOf(people: PeopleTold | null): number {
  return people === null ? 1 : AT_LEAST[people];
}

/** The text as a number of people; null where it is none of ours. */
export function readPeople(text: string | undefined): PeopleTold | null {
  return PEOPLE.find((one) => one === text) ?? null;
}

/** The text as what somebody may have told; empty where it is nothing of ours. */
export function readTellings(text: string | undefined): readonly TellingKind[] {
  if (text === "both") return ["good", "bad"];
  const found = TELLING_KINDS.find((one) => one === text);
  return found ? [found] : [];
}
