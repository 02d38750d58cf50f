/** A member of the team as credited in a snapshot. */
export interface Agent {
  readonly address: string;
  readonly name: string | null;
}

/** One support conversation, from first message to resolution; may be reopened. */
export interface Interaction {
  readonly id: string;
  readonly version: number;
  /** Where it takes place, `platform:space:channel:thread`; unique. */
  readonly conversation: string;
  /** Where the customer is spoken to: the conversation itself, or a direct line. */
  readonly askIn: string;
  readonly customerId: string;
  readonly state: "open" | "resolved";
  readonly product: string | null;
  readonly openedBy: "customer" | "team";
  readonly openedAt: number;
  readonly lastActivityAt: number;
  readonly customerMessages: number;
  readonly agentMessages: number;
  /** In the order in which they last wrote: the last one is credited. */
  readonly agents: readonly Agent[];
  readonly entryCount: number;
  readonly resolutionCount: number;
  /** The resolution in force; null while open. */
  readonly resolutionId: string | null;
  /** Opened by a leader who wants to wait as customers do: it counts nowhere. */
  readonly isTest: boolean;
}

/** Why a customer was not asked. `reopened` covers a survey cancelled by a reopening. */
export const NOT_ASKED_REASONS = [
  "cooldown",
  "opted-out",
  "too-short",
  "team-opened",
  "sampled-out",
  "team-member",
  "skipped-by-person",
  "reopened",
] as const;
export type NotAskedReason = (typeof NOT_ASKED_REASONS)[number];

/** What became of a resolved interaction. Exactly one at any time. */
export const FATES = ["waiting", "answered", "silent", "declined", "not-asked", "undeliverable"] as const;
export type FateKind = (typeof FATES)[number];

/** One resolving of an interaction, with product and agents as they stood then. */
export interface Resolution {
  readonly id: string;
  readonly version: number;
  readonly interactionId: string;
  readonly customerId: string;
  /** 1 for the first resolution of its interaction. */
  readonly number: number;
  readonly at: number;
  readonly by: string | null;
  readonly product: string | null;
  readonly agents: readonly Agent[];
  readonly creditedAgent: Agent | null;
  readonly fate: FateKind;
  /** Why not asked or not delivered; null for the other fates. */
  readonly fateReason: string | null;
  /** The person who skipped it and why, where one did. */
  readonly fateDetail: string | null;
  readonly fateAt: number;
  /** Whether it was brought in with an answer from another tool: this desk neither held the conversation nor asked. */
  readonly imported: boolean;
}

/** The resolution with its fate settled anew. */
export function fated(resolution: Resolution, fate: FateKind, at: number, reason: string | null = null): Resolution {
  return { ...resolution, fate, fateReason: reason, fateAt: at };
}

/** The agents after one of them wrote: no one twice, the latest last. */
export function withAgent(agents: readonly Agent[], agent: Agent): Agent[] {
  return [...agents.filter((known) => known.address !== agent.address), agent];
}
