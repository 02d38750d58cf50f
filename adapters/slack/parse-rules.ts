import type { Person } from "../../src/interaction/customer.ts";

/** What parsing needs to know beside the payload. */
export interface ParseRules {
  readonly supportChannels: readonly string[];
  /** Slack's name of the reaction that resolves, e.g. `white_check_mark`. */
  readonly resolveReaction: string;
  /** Slack's name of the reaction that pulls the cord, e.g. `rotating_light`. */
  readonly cordReaction: string;
  /** Stands for the words of a message that shows none. */
  readonly unreadable: string;
  /** Who a user is, as far as is known now. */
  person(team: string, user: string): Person;
  /** Whether a bot, or a bot's user, is ourselves: our own posts come back as messages. */
  isOwn(id: string): boolean;
  /** The first of the workspaces that is one of ours. */
  ours(teams: readonly string[]): string;
}
