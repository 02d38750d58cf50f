import type { Person } from "../src/interaction/customer.ts";
import type { Finding } from "./finding.ts";

/** What can be given out of a desk. */
export const GIVEN_OUT = ["responses", "interactions", "cases", "transcripts"] as const;
export type GivenOut = (typeof GIVEN_OUT)[number];

/** Which rows somebody wants, and how. */
export interface ExportWish {
  readonly what: GivenOut;
  readonly format: "csv" | "jsonl";
  /** Milliseconds since 1970, the first included and the second not; null where that is open. */
  readonly from: number | null;
  readonly to: number | null;
  /** People's words and names as they are. */
  readonly isRaw: boolean;
  readonly by: Person;
}

/** A file that is given out, a piece at a time. */
export interface GivenFile {
  readonly name: string;
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** What a file brought in is to be read as. */
export interface ImportWish {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How 11/08/2026 is meant; null where the file says it. */
  readonly dates: "day-first" | "month-first" | null;
  /** Titles of columns, as the command takes them; none where the file's own tell. */
  readonly map: readonly string[];
  /** Products of the desk by what the file calls them, as the command takes them: `Old app=app`. */
  readonly products: readonly string[];
}

/** A file that is looked at, or brought in. */
export interface ImportJob {
  readonly name: string;
  /** `looked`: it was read through, and nothing was kept. */
  readonly state: "looking" | "looked" | "importing" | "imported" | "failed";
  /** How much of it is done, 0 to 1. */
  readonly share: number;
  readonly imported: number;
  readonly known: number;
  readonly refused: number;
  readonly unanswered: number;
  /** The first of the refused rows. */
  readonly refusals: readonly { readonly line: number; readonly reason: string }[];
  /** How the file is understood, in lines; empty before that is known. */
  readonly understood: string;
  /** Why it cannot be brought in; null where it can. */
  readonly fault: string | null;
}

/** A copy of the whole database. */
export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
}

/** The work of whoever runs the program, for the pages: the same as its commands do. */
export interface DeskWorks {
  /** Looks at everything once, each part no longer than a moment. */
  doctor(): Promise<readonly Finding[]>;
  /** Gives rows out once the audit log tells of it; or why not. */
  give(desk: string, wish: ExportWish): Promise<GivenFile | { readonly refusal: string }>;
  /** Begins to look at a file of past answers; nothing is kept of it. One at a time. */
  look(desk: string, wish: ImportWish): ImportJob;
  /** Begins to bring in the file that was looked at; null where there is none. */
  bringIn(desk: string): ImportJob | null;
  /** The file that was looked at or brought in last. */
  job(desk: string): ImportJob | null;
  /** The copies beside the database; null where a server keeps it, whose own tools copy it. */
  backups(): readonly BackupFile[] | null;
  /** Makes one; null where a server keeps the database. */
  makeBackup(): Promise<BackupFile | null>;
  /** Gives a backup out once the audit log of the desk tells of it; null where there is none of the name. */
  giveBackup(desk: string, name: string, by: Person): Promise<GivenFile | { readonly refusal: string } | null>;
}
