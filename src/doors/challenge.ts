/** What a device was asked to prove: good for one answer, whichever process it comes to. */
export interface Challenge {
  /** The unguessable words that the device signs. */
  readonly id: string;
  readonly version: number;
  /** Scheme, host and port of the page that asked. */
  readonly origin: string;
  /** Whose new key it is for; null: a proof. */
  readonly accountId: string | null;
  /** Milliseconds since 1970; afterwards no answer counts. */
  readonly until: number;
}
