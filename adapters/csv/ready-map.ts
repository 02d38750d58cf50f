import type { Scale } from "../../src/survey/score.ts";
import type { Column } from "./columns.ts";
import type { DateOrder } from "./read-time.ts";

/** How the CSV of another tool is known and read. Titles are compared without case, blanks, signs and markup. */
export interface ReadyMap {
  /** As `--map` names it. */
  readonly name: string;
  /** As people know it. */
  readonly tool: string;
  /** Titles that are together in this tool's files and no other's; one of the sets is enough. None: never recognised, only named. */
  readonly signs: readonly (readonly string[])[];
  /** For each column the titles it may have; the first that is found counts, and for the customer the first that says something in a row. */
  readonly titles: { readonly [C in Column]?: readonly string[] };
  /** The scale of the tool's question; null where whoever made the form has chosen it. */
  readonly scale: Scale | null;
  /** Most lines of headings; those after the first have no time where the answers have theirs. */
  readonly headings: number;
  /** Which of day and month the tool writes first; null where that is not known. */
  readonly dates: DateOrder | null;
  /** Zone of its times that name none; null: the desk's. */
  readonly zone: string | null;
  /** Titles that the tool writes itself, where all others are questions; null where it has no questions as titles. */
  readonly own: readonly string[] | null;
  /** A number that counts the answers of one form, and so tells answers apart but names none elsewhere. */
  readonly number?: readonly string[];
  /** What the tool asks instead of the recommend question; its answers are not read. */
  readonly otherQuestion?: string;
  /** Whether the file is this program's own export. */
  readonly isOurs?: true;
}

/** Stands among the customer's titles for every question that asks for a mail address. */
export const MAIL_QUESTION = "?mail";

/** What holds for most of them. */
export const PLAIN = { signs: [], scale: "0-10", headings: 1, dates: null, zone: null, own: null } as const;
