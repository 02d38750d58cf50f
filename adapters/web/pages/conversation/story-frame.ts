import { may, type Right } from "../../../../src/rights.ts";
import type { PageDesk } from "../../desk.ts";
import { type PageWords, wordsOf } from "../page-words.ts";
import { NAMELESS, type Seated } from "../seated.ts";
import type { ToldTalk } from "./load-story.ts";

/** What could not be done, with which form, and the words typed there. */
export interface StoryNote {
  readonly where: "exclude" | "include" | "ask" | "reopen" | "product" | "agent";
  /** What the form is about. */
  readonly subject: string;
  readonly text: string;
  readonly typed: string;
}

/** A conversation with all that came of it, who reads it, and what went wrong with their last form. */
export interface StoryFrame extends PageWords {
  readonly desk: PageDesk;
  readonly seated: Seated;
  readonly story: ToldTalk;
  readonly note: StoryNote | null;
  /** What the customer is called. */
  readonly who: string;
}

/** The frame of the page for whoever reads it. */
export function frameOf(desk: PageDesk, seated: Seated, story: ToldTalk, note: StoryNote | null): StoryFrame {
  const words = wordsOf(desk);
  return { ...words, desk, seated, story, note, who: story.customer?.name ?? words.say("team.somebody") };
}

/** Whether the reader may do it, who has a name or is signed in. */
export function mayDo({ seated }: Pick<StoryFrame, "seated">, right: Right): boolean {
  return seated.by.address !== NAMELESS && may(seated.by.role, right);
}

/** What went wrong with that form; null where nothing did. */
export function noteAt({ note }: StoryFrame, where: StoryNote["where"], subject: string): StoryNote | null {
  return note?.where === where && note.subject === subject ? note : null;
}
