import type { NamedRow } from "./replicas/news.ts";
import type { PostMove } from "./rows.ts";

/** What every event says. */
export interface Happened {
  /** Unique name of the happening; a second delivery of it changes nothing. What was chosen stands behind three other parts at least, as in `web:1f:score:7`, for traces show those. Null for what row versions already guard. */
  readonly id: string | null;
  /** When it happened, milliseconds since 1970. */
  readonly at: number;
  /** The desk at which it happened, where that is known. */
  readonly desk?: string;
  /** The idempotency key it came with, and a hash of what was asked under it. */
  readonly receipt?: { readonly id: string; readonly fingerprint: string };
}

/** The clock reached a row's due time; for a digest that does not exist yet, the time to post it, or to find its threshold. */
export interface Due<
  Kind extends
    | "survey-due"
    | "case-due"
    | "promise-due"
    | "digest-due"
    | "threshold-due"
    | "announcement-due"
    | "told-due"
    | "shift-due"
    | "appointment-due"
    | "tombstone-due"
    | "sweep-due",
> extends Happened {
  readonly kind: Kind;
  readonly subject: string;
}

/** A dispatcher is about to post, is still at it, has posted, must try later, or gives up. */
export interface PostMoved extends Happened {
  readonly kind: "post-moved";
  readonly postId: string;
  /** Who moves it. */
  readonly owner: string;
  /** The version at which that one took it up: where it holds no lease, nobody else may have moved the post since. */
  readonly version: number;
  readonly move: PostMove;
}

/** Somebody takes up work that takes long, or holds on to it. */
export interface WorkClaimed extends Happened {
  readonly kind: "work-claimed";
  readonly work: string;
  readonly owner: string;
  readonly until: number;
}

/** Whoever held the work has ended it. */
export interface WorkReleased extends Happened {
  readonly kind: "work-released";
  readonly work: string;
  readonly owner: string;
}

/** A process tells the others on the database which rows it has saved. */
export interface NewsTold extends Happened {
  readonly kind: "news-told";
  readonly owner: string;
  readonly changes: readonly NamedRow[];
}

/** Whoever held anything is known to be gone, for this process has the store to itself: nothing needs to run out. */
export interface HoldersGone extends Happened {
  readonly kind: "holders-gone";
}

/** What processes on one database tell of themselves. */
export type HoldingEvent = WorkClaimed | WorkReleased | HoldersGone | NewsTold;

/** A platform has told in which of its spaces what is said at `home` stands: a workspace or a server. */
export interface HomeFound extends Happened {
  readonly kind: "home-found";
  readonly platform: string;
  readonly space: string;
}

/** A program outside is to be told once more what it was told, or could not be. */
export interface SaidAgain extends Happened {
  readonly kind: "said-again";
  readonly postId: string;
}

/** A write that came with an idempotency key has been answered. */
export interface ReceiptAnswered extends Happened {
  readonly kind: "receipt-answered";
  readonly receiptId: string;
  readonly status: number;
  readonly answer: string;
}
