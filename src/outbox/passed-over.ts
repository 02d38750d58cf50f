/** What of the outbox is passed over in a look, because it cannot take anything at that moment. */
export interface PassedOver {
  readonly platforms: readonly string[];
  readonly spaces: readonly string[];
  readonly channels: readonly string[];
  readonly lanes: readonly string[];
  /** Channels that take an edit or a private word, and nothing else. */
  readonly paced: readonly string[];
}

/** What has to wait beside the channel of a post that has to. */
export type Reach = "space" | "platform";
