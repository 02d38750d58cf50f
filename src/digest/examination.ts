/** What somebody found who looked at words that disagree with a number. `as-given`: both are meant as they stand. `upside-down`: the scale was read the wrong way round, and the customer asked. `followed-up`: somebody looks after the complaint. `misread`: the words do not say what the rule took them for. */
export const FINDINGS = ["as-given", "upside-down", "followed-up", "misread"] as const;
export type FoundThere = (typeof FINDINGS)[number];

/** That somebody has looked: it is not listed any more. It bears the id of what was looked at, and changes no score. */
export interface Examination {
  readonly id: string;
  readonly version: number;
  readonly interactionId: string;
  readonly customerId: string;
  readonly found: FoundThere;
  readonly at: number;
  readonly byAddress: string;
  readonly byName: string | null;
}
