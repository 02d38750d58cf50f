import type { RequestListener } from "node:http";
import type { z } from "zod";
import type { PlatformDesk } from "../src/chat/platform-desk.ts";
import type { Role } from "../src/interaction/customer.ts";
import type { OutboundMessage } from "../src/messages.ts";
import type { Chat, Clock, Store } from "../src/ports.ts";
import type { Settings } from "../src/settings.ts";
import type { Wording } from "../src/wording.ts";
import type { ConfigFault } from "./fault.ts";
import type { Finding } from "./finding.ts";
import type { Health } from "./health.ts";
import type { ChatVoucher } from "./sign-in.ts";

/** A desk as a platform sees it in the configuration: the settings of all, and the platform's own section of them. */
export interface DeskOn<Section> {
  readonly id: string;
  readonly settings: Settings;
  readonly section: Section;
}

/** Every desk of the configuration; there is at least one. */
export type DesksOn<Section> = readonly [DeskOn<Section>, ...DeskOn<Section>[]];

/** A desk that a platform serves, with the platform's own section of its settings. */
export interface ServedDesk<Section> extends PlatformDesk {
  readonly section: Section;
}

/** Every desk that a platform serves, the first one first; there is at least one. */
export type ServedDesks<Section> = readonly [ServedDesk<Section>, ...ServedDesk<Section>[]];

/** What tells whose a row is, by desk: for what is pressed or written without saying so. */
export type DeskFinder = Pick<Store, "desksWith">;

/** How a platform is reached by what its variables say; null: it is not to be connected. Or what does not fit together in them. */
export type AccessResult<Access> = { readonly access: Access | null } | { readonly faults: readonly ConfigFault[] };

/** A message as a desk would post it, and what to call it. */
export interface SampleMessage {
  readonly name: string;
  readonly message: OutboundMessage;
}

/** What a check or a command works with. */
export interface CheckParts {
  readonly clock: Clock;
  readonly wording: Wording;
  /** Messages as the desk would post them, about nobody. */
  samples(settings: Settings): Promise<readonly SampleMessage[]>;
}

/** Requests that come to a platform on our own web server; it checks by itself who calls and sees the body as it came. */
export interface Route {
  readonly path: string;
  readonly listener: RequestListener;
}

/** A platform that works. */
export interface ConnectedPlatform {
  readonly chat: Chat;
  readonly health: Health;
  readonly routes: readonly Route[];
  /** Where a conversation can be read there; null for one that is not on the platform. */
  linkTo(conversation: string): string | null;
  /** The role that somebody has at the desk now, by their address; null where that cannot be told. Never rejects. */
  roleOf(desk: string, address: string): Promise<Role | null>;
  /** Does anew, by the settings as they are now, what was done with them at the start. Never rejects. */
  renew(): Promise<void>;
  /** Begins to connect. Rejects with the remedy only where the platform refuses for good. */
  start(): Promise<void>;
  /** Accepts nothing more and returns when everything accepted is saved. */
  stop(): Promise<void>;
}

/** Something that the settings may name: a channel, a group of people, a person. */
export interface Nameable {
  /** As it stands in the settings: a channel's id, or an address. */
  readonly value: string;
  /** What people know it by, such as `#help` or `@support`. */
  readonly name: string;
}

/** What there is on a platform for the settings to name, as the platform tells it now. */
export interface Nameables {
  /** Where that is: the name of a workspace, or of servers. */
  readonly where: string;
  readonly channels: readonly Nameable[];
  /** What channels stand under, where each of them is a conversation of its own; none where there is no such thing. */
  readonly categories: readonly Nameable[];
  readonly groups: readonly Nameable[];
  readonly people: readonly Nameable[];
  /** How the bot is let in, with a link where there is one. */
  readonly invitation: string;
}

/** What set-up needs to know of a platform. */
export interface SetUp<Access> {
  /** The platform's own name of itself. */
  readonly title: string;
  /** The variables that connect it, in the order in which they are asked for, each with where its value is found. */
  readonly tokens: readonly { readonly variable: string; readonly found: string }[];
  readonly hasCategories: boolean;
  /** Asks the platform what there is. Changes nothing; throws a sentence with the remedy where it does not tell. */
  offer(access: Access, parts: Pick<CheckParts, "clock">): Promise<Nameables>;
}

/** A command that a platform adds to `emptychair`. */
export interface PlatformCommand<Section = unknown, Access = unknown> {
  readonly name: string;
  readonly description: string;
  /** Gives what is printed. Throws a sentence with the remedy, also where `access` is null and it cannot do without. */
  run(access: Access | null, desks: DesksOn<Section>, parts: Pick<CheckParts, "clock" | "wording">): Promise<string>;
}

/**
 * All that a chat platform brings, declared once in its folder and named in `platforms.ts`; whoever needs some of it walks that
 * list. A declaration is cheap to load: the platform's library comes with `check`, `create` and commands when they are called.
 * `Section` and `Access` are what its own `section` and `access` have made, and are given back to it as they are.
 */
export interface Platform<Section = unknown, Access = unknown> {
  /** First part of its addresses, and the key of its section in the settings file, e.g. `slack`. */
  readonly name: string;
  /** Its section of a desk's settings, with defaults. */
  readonly section: z.ZodType<Section>;
  /** Its environment variables; in the metadata `secret` keeps a value from being shown, `unset` says what an unset one means. */
  readonly variables: z.ZodRawShape;
  access(variables: Readonly<Record<string, unknown>>): AccessResult<Access>;
  /** Signing in at the desks' pages by it, as the variables say; null where they do not. */
  signIn?(variables: Readonly<Record<string, unknown>>): ChatVoucher | null;
  /** What is missing in the desks' settings, without which it is connected in vain; a sentence each. */
  oddities(access: Access, desks: DesksOn<Section>): string[];
  /** The channels, servers and categories that are a desk's by its section, e.g. `slack:C0HELP`; each may be one desk's only. */
  claims(section: Section): string[];
  /** The section with each channel and category in it as `place` gives it. */
  mapPlaces(section: Section, place: (named: string) => string): Section;
  readonly setUp: SetUp<Access>;
  /** Addresses of the team's channels; `home` is the workspace or server they are in unless they name another, null until it is known. */
  teamLanes(section: Section, home: string | null): string[];
  /** What it lets us do and what stands in the way. Changes and posts nothing, and never rejects. */
  check(access: Access, desks: DesksOn<Section>, parts: CheckParts): Promise<Finding[]>;
  /** `owner` names this process where others may be at work on the same database; nothing where none can be. */
  create(
    access: Access,
    desks: ServedDesks<Section>,
    store: DeskFinder,
    owner: string | undefined,
  ): Promise<ConnectedPlatform>;
  readonly commands: readonly PlatformCommand<Section, Access>[];
}
