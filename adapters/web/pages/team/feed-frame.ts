import type { DigestRow } from "../../../../src/rows.ts";
import type { PageDesk } from "../../desk.ts";
import type { Colleague } from "../colleagues.ts";
import type { PageWords } from "../page-words.ts";
import type { Seated } from "../seated.ts";

/** What could not be done, with which post's action, and the words typed there. */
export interface FeedNote {
  readonly place: string;
  readonly act: string;
  /** What it acts on. */
  readonly subject: string;
  readonly text: string;
  readonly typed: string;
}

/** Who reads the feed, and what went wrong with their last form. */
export interface FeedFrame extends PageWords {
  readonly desk: PageDesk;
  /** Null for a reader without a name, who cannot act. */
  readonly seated: Seated | null;
  readonly note: FeedNote | null;
  /** People to whom a case can be given. */
  readonly colleagues: readonly Colleague[];
  /** The digest that is shown in full; null where none was posted. */
  readonly digest: DigestRow | null;
}
