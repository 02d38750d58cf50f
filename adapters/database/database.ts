import type { Clock, Store } from "../../src/ports.ts";
import type { FigureReader } from "../figures.ts";
import type { Finding } from "../finding.ts";
import type { Loss } from "./loss.ts";
import type { SealKeeping } from "./sealed-weeks.ts";

type Soon<T> = T | Promise<T>;

/** State of the database for `doctor`. */
export interface DatabaseCheck {
  /** The schema's version. */
  readonly version: number;
  /** Size without what the engine keeps beside it for a while. */
  readonly bytes: number;
  /** What is wrong, one sentence each; empty when all is well. */
  readonly problems: readonly string[];
  /** Ids of the desks that have conversations in it, whether they are served or not. */
  readonly desks: readonly string[];
  /** Which server keeps it, e.g. `PostgreSQL 18.4`; absent where none does. */
  readonly server?: string;
}

/** What a copy of a whole database holds. */
export interface CopyContents {
  /** The schema's version. */
  readonly version: number;
  readonly bytes: number;
  /** Desks that have conversations in it. */
  readonly desks: number;
  readonly conversations: number;
  readonly answers: number;
}

/** A database's file as a whole, where it is kept in one. */
export interface WholeFile {
  /** Copies it, while it is used, checked. Throws where the file exists, unless it may be lost. */
  backUp(file: string, isForced: boolean): Promise<CopyContents>;
  /** What a copy holds. Throws a sentence where it is none of ours, damaged, or newer than this program. */
  inspect(file: string): Promise<CopyContents>;
  /** The claim of whoever puts a copy in its place: it may be gone, too. */
  claim(now: number): Claim;
  /** Copies a copy beside it, checked; gives its path, which another one takes the place of. */
  bringBeside(file: string): Promise<string>;
  /** Puts the prepared file in its place; gives under which name the former is kept, or null where there was none. */
  replaceBy(prepared: string, now: number): string | null;
}

/** The store in an opened database, whatever engine keeps it. */
export interface OpenedStore extends Store {
  /** Looks at everything: seconds where it is large. */
  check(): Soon<DatabaseCheck>;
  /** Why it cannot be read and written now, a sentence; null where it can. Changes nothing that is kept. */
  ailment(): Soon<string | null>;
  /** What was gone of what it had when it was opened, or was found to be in the week before; null where nothing is known to be. */
  readonly loss: Loss | null;
  /** Sees to it that what was removed is gone as far as the engine lets us; false where it is to be tried again. */
  scrub(): Soon<boolean>;
  /** Copies the database, while it is used, to a new file; null where its server has tools for that. Throws where the file exists. */
  readonly backup: ((file: string, signal?: AbortSignal) => Promise<CopyContents>) | null;
  /** Reads every page beside the work, and counts what is wrong with them as an ailment from then on; null where the server does that. */
  readonly readPages: (() => Promise<void>) | null;
  /** What is kept of weeks that are over, to be looked after when there is time. */
  readonly seals: SealKeeping;
  /** What is counted for whoever watches the program. */
  readonly figures: FigureReader;
}

/** One step of the schema: the file's number is the version it leads to. */
export interface Migration {
  readonly version: number;
  /** Its file name. */
  readonly name: string;
}

/** How far a database has come. Version 0: nothing in it yet. */
export interface SchemaState {
  readonly version: number;
  readonly pending: readonly Migration[];
}

/** What a migration did; `backup` is null where no copy was taken. */
export interface Migrated {
  readonly from: number;
  readonly to: number;
  readonly backup: string | null;
}

/** The right of this process to work on a database. */
export interface Claim {
  /** Whether nobody else can be at work on it until it is released. */
  readonly isAlone: boolean;
  /** Whether nothing stood there and nothing is known to have stood there. */
  readonly isNew: boolean;
  /** To be called once it is open: remembers that it is there. */
  remember(): void;
  release(): void;
}

/** How a database is opened: brought up to date and durably, by the machine's clock, unless said otherwise. */
export interface OpeningRule {
  readonly clock?: Clock;
  /** Whether to bring an older one up to date (the default) or to refuse it. */
  readonly migrate?: boolean;
  /** False only for a file that is thrown away unless it is completed: it is not synchronised with the disk. */
  readonly durable?: boolean;
}

/** What is found of a database before it is opened. */
export interface OutsideLook {
  readonly findings: readonly Finding[];
  /** Whether it can be opened as it is; where not, the findings say why. */
  readonly canOpen: boolean;
  /** Whether a program is at work on it. */
  readonly isRunning: boolean;
  /** Who that is, where the engine knows. */
  readonly lock: Finding | null;
}

/** A database that is not open yet. Everything it throws is a sentence without its password. */
export interface Database {
  /** How people are told of it, without a password. */
  readonly shown: string;
  /** Whether there is one, though it may be older than this program. */
  isThere(): Promise<boolean>;
  /** Throws where another process has it alone, where it is none of ours, and where there was one that is gone. */
  claim(now: number): Promise<Claim>;
  open(how?: OpeningRule): Promise<OpenedStore>;
  /** What `migrate` would do; changes nothing and creates nothing. */
  state(): Promise<SchemaState>;
  /** Brings it to the newest schema, creating what is missing; no copy is taken of a file that is one itself. */
  migrate(now: number, isCopy?: boolean): Promise<Migrated>;
  /** What is to be known of the copy that there is of it before it is changed, in words for the person who is asked. */
  readonly caution: string;
  /** Copies of it from before migrations and by hand, where this machine has them. */
  copies(): readonly string[];
  /** Null where a server keeps it, whose own tools copy it. */
  readonly file: WholeFile | null;
  /** Looks at it from outside for `doctor`, changing nothing in it. */
  look(now: number): Promise<OutsideLook>;
}
