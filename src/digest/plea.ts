/** A message of the team's that asked a customer for a high score; it bears the id of its entry. */
export interface Plea {
  readonly id: string;
  readonly version: number;
  readonly at: number;
}
