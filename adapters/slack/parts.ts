import type { Reader } from "../../src/ports.ts";
import type { DeskFinder, ServedDesk, ServedDesks } from "../platform.ts";
import type { SlackTransport } from "./access.ts";
import type { SlackApi } from "./api.ts";
import type { Directory } from "./directory.ts";
import type { ParseRules } from "./parse-rules.ts";
import type { SlackSection } from "./section.ts";
import type { SocketWatch } from "./socket-receiver.ts";
import type { Workspaces } from "./web-client.ts";

export interface SlackConfig {
  /** Every desk, with what it has set for Slack. */
  readonly desks: ServedDesks<SlackSection>;
  /** Tells whose a row is. */
  readonly store: DeskFinder;
  /** One bot token for each workspace; the first is the team's own. */
  readonly tokens: readonly string[];
  readonly transport: SlackTransport;
  /** Base of the Web API; undefined is Slack's own. */
  readonly apiUrl?: string | undefined;
  /** Time between two readings of history, milliseconds. */
  readonly catchUpEveryMs?: number;
  /** Wait before what failed is tried again, milliseconds: introducing ourselves to Slack, reading history. */
  readonly againMs?: number;
  /** Time between two looks whether Slack is within reach, milliseconds. */
  readonly lookEveryMs?: number;
  /** Passed to the socket's watch; see there. */
  readonly socket?: SocketWatch;
}

/** What every part of the adapter works with at one desk; the connection and who people are is shared by all desks. */
export interface SlackParts extends ServedDesk<SlackSection> {
  readonly api: SlackApi;
  readonly workspaces: Workspaces;
  readonly directory: Directory;
  readonly rules: ParseRules;
  /** The words of a link to a conversation. */
  readonly linkText: string;
  /** What stands for so many more than there is room for. */
  readonly moreText: (count: number) => string;
  /** Says that parts of these titles stand in the thread. */
  readonly belowText: (titles: readonly string[]) => string;
}

/** A desk with what somebody who reads it may have of its words. */
export type ReadingParts = Omit<SlackParts, "store"> & { readonly store: Reader };

/** Every desk on Slack, the first one first. */
export type SlackDesks = readonly [SlackParts, ...SlackParts[]];
