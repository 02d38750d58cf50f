import type { DueTable } from "./due.ts";
import type { PageLists } from "./lists.ts";
import type { OutboundMessage, Picture, PostThread } from "./messages.ts";
import type { PassedOver, Reach } from "./outbox/passed-over.ts";
import type { Change } from "./outcome.ts";
import type { Post, Rows, Table } from "./rows.ts";
import type { Search } from "./search/finding.ts";
import type { Tallies } from "./tallies.ts";

/** Which rows to list: every condition must hold. */
export interface Filter<Row> {
  /** Equal to the value, or to one of the values. */
  readonly where?: { readonly [C in keyof Row]?: Row[C] | readonly Row[C][] };
  /** Not null and at most the value. */
  readonly atMost?: { readonly [C in keyof Row]?: number };
  /** Not null and at least the value. */
  readonly atLeast?: { readonly [C in keyof Row]?: number };
  /** Begins with the value. */
  readonly startsWith?: { readonly [C in keyof Row]?: string };
  /** Id greater than this one: the next page of a list by id. */
  readonly after?: string;
  /** Column to order by, then by id; by id alone if not named. */
  readonly orderBy?: keyof Row & string;
  readonly descending?: boolean;
  readonly limit?: number;
}

/**
 * What use cases may ask of the store: the rows of one desk, as if there were no other. Rejects as the store does.
 *
 * @example
 * const [survey] = await store.list("survey", { where: { customerId }, orderBy: "askedAt", descending: true, limit: 1 });
 */
export interface Reader extends Tallies, PageLists, Search {
  /** The row, or null. */
  get<T extends Table>(table: T, id: string): Promise<Rows[T] | null>;
  list<T extends Table>(table: T, filter: Filter<Rows[T]>): Promise<Rows[T][]>;
}

/** `seen`: the event was saved before. `stale`: a row has moved, or a uniqueness rule would break; decide again. */
export type Saved = "saved" | "seen" | "stale";

/** By what a row is found before its desk is known. */
export interface Clues {
  customer: "id";
  identity: "id";
  interaction: "id" | "conversation";
  resolution: "id";
  survey: "id" | "token";
  response: "id";
  case: "id";
  enhancement: "id";
  promise: "id";
  post: "id";
  greeting: "id";
  cord: "id";
  announcement: "id";
  told: "id";
  shift: "id";
  appointment: "id";
  sitting: "id";
  lesson: "id";
  listener: "id";
  tombstone: "id";
  link: "id";
  session: "id";
  key: "id";
}

/** Which heads of the outbox are wanted. */
export interface Among {
  /** Of the first kind first, and so on. */
  readonly kinds: readonly OutboundMessage["kind"][];
  /** Of the first kind only those of a greater id: the next page. All of it where it is empty. */
  readonly after: string;
  readonly except: PassedOver;
}

/** Another program holds the rows for longer than a save waits. Nothing was changed, and it may be tried again. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/** How long whoever was turned away as busy should wait before asking again, seconds. */
export const BUSY_FOR_S = 2;

/**
 * Where the rows of all desks are kept, apart from each other. It knows no rules beyond the schema's.
 *
 * Every method rejects, in a sentence that says what to mend, where the rows cannot be reached, are held by another program
 * ({@link BusyError}) or are damaged; `save` also where a change breaks the schema. Nothing is kept then. That a row has moved is no error: it is `stale`.
 *
 * @example
 * const survey = await store.at(desk).get("survey", id);
 * if (survey) await store.save(desk, { id: event.id, at }, [{ table: "survey", row: { ...survey, endedAt: at } }]);
 */
export interface Store {
  /** The rows of one desk. */
  at(desk: string): Reader;
  /**
   * Writes the desk's inbox row and its changed rows (posts among them) in one transaction, durable before it returns. Each changed
   * row must still stand at the version it was read at (0: must not exist yet) and is stored one version higher, or is gone where
   * the change removes it. Throws, and keeps nothing, where a row would refer to one that the desk does not have.
   */
  save(
    desk: string,
    event: { readonly id: string | null; readonly at: number },
    changes: readonly Change[],
  ): Promise<Saved>;
  /**
   * The first unsettled post of each lane of each desk, where that one is due and leased to nobody any more, oldest first: all of
   * them, or kind by kind those that are among the wanted.
   */
  heads(now: number, limit: number, among?: Among): Promise<{ readonly desk: string; readonly post: Post }[]>;
  /** The rows whose due time has come, whosever they are, the longest due first. */
  due(table: DueTable, now: number, limit: number): Promise<{ readonly desk: string; readonly id: string }[]>;
  /** Those of the desks that have a row of the table with the value, by id. */
  desksWith<T extends keyof Clues>(
    desks: readonly string[],
    table: T,
    column: Clues[T],
    value: string,
  ): Promise<string[]>;
  close(): Promise<void>;
}

/** How one attempt to post ended. `unknown`: it may or may not stand there. */
export type PostResult =
  | { readonly kind: "posted"; readonly reference: string }
  | {
      readonly kind: "retry";
      readonly reason: string;
      readonly afterMs?: number;
      /** What else has to wait for as long; the channel alone if it is not said. */
      readonly reach?: Reach;
      /** What a person must do before it can be taken: with that it is tried ever more rarely. */
      readonly remedy?: string;
    }
  | { readonly kind: "unknown"; readonly reason: string; readonly afterMs?: number }
  | {
      readonly kind: "refused";
      readonly reason: string;
      /** What a person may do for the place to take it after all: with that it is kept where it is for the team. */
      readonly remedy?: string;
    };

/** A post with what the platform needs to place it. */
export interface Outgoing {
  readonly post: Post;
  /** The platform's reference of the post being replaced; null if there is none. */
  readonly replaces: string | null;
  /** Whether it may still be sent: not once the lease of whoever sends it has run out, for then another may have taken it up. Absent: it may. */
  readonly mayLeave?: () => boolean;
}

/**
 * A chat platform as the dispatcher sees it.
 *
 * A post ends as one of four: it stands there (`posted`), it does not and may later (`retry`), nobody knows (`unknown`), or it never
 * will (`refused`). One that rejects, or gives no answer in time, counts as `unknown`. Right before each request that makes a post stand or
 * changes it, a platform where that shows asks whether it may still leave.
 *
 * @example
 * const result = await chat.post({ post, replaces: null });
 * const reference = result.kind === "unknown" ? await chat.find({ post, replaces: null }) : null; // null: send it again
 */
export interface Chat {
  /** First part of the addresses it serves, e.g. `web`. */
  readonly platform: string;
  /** Least time between two posts to one channel, milliseconds. */
  readonly paceMs: number;
  /** So many posts may be under way to it at once. */
  readonly mostAtOnce: number;
  /**
   * For so long after a message was sent it may still come to stand there though no answer came, milliseconds. 0 where one that is
   * sent again cannot come to stand there twice.
   */
  readonly arrivalMs: number;
  /** Whether this process posts what goes to that address; where it does not, another one does. Absent: it posts everything. */
  readonly serves?: (lane: string) => boolean;
  post(outgoing: Outgoing): Promise<PostResult>;
  /** After an `unknown`: the reference under which the post stands, or null if it does not. Throws if that cannot be told. */
  find(outgoing: Outgoing): Promise<string | null>;
  /** The thread under a posted message, for what goes into detail or found no room; null where the message itself holds all of it. */
  threadUnder(post: Pick<Post, "lane" | "message">, reference: string): PostThread | null;
}

/**
 * Web address where the team can read a conversation, by interaction; null where it can be read nowhere on the web. Rejects as the
 * store does.
 *
 * @example
 * const url = await findLink(interaction.id); // "https://desk.example/conversations/019a..."
 */
export type FindLink = (interactionId: string) => Promise<string | null>;

/** A picture ready to be sent. */
export interface DrawnPicture {
  /** What its file is to be called, without an ending. */
  readonly name: string;
  readonly png: Uint8Array;
}

/**
 * Draws the pictures that messages name; null where what they show is no longer kept. Rejects where it cannot be drawn, for which no
 * words wait.
 *
 * @example
 * const drawn = message.picture ? await drawPicture(message.picture) : null; // { name: "digest-2026-W46", png }
 */
export type DrawPicture = (picture: Picture) => Promise<DrawnPicture | null>;

/**
 * What time it is. Never fails; tests set it.
 * @example
 * const isDue = survey.dueAt !== null && survey.dueAt <= clock.now();
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * New ids and secrets. Never fails; an id is made before the row that bears it is saved.
 *
 * @example
 * const survey = { id: ids.next(), token: ids.secret(), ...planned };
 */
export interface Ids {
  /** A new id, greater than every one given before. */
  next(): string;
  /** An unguessable word of at least 128 bits. */
  secret(): string;
}

/**
 * Structured log; `fault` is for what a person must mend, with the remedy in the sentence. Never fails.
 *
 * @example
 * log.fault("The outbox could not be read; see that the disk is there and has room", { error: String(error) });
 */
export interface Log {
  info(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  fault(message: string, facts?: Record<string, unknown>): void;
}
