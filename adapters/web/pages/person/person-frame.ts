import type { PageDesk } from "../../desk.ts";
import { type PageWords, wordsOf } from "../page-words.ts";
import type { Seated } from "../seated.ts";
import type { WholePerson } from "./load-person.ts";

/** Everything with one person, and who reads it. */
export interface PersonFrame extends PageWords {
  readonly desk: PageDesk;
  readonly seated: Seated;
  readonly person: WholePerson;
  /** What the customer is called. */
  readonly who: string;
  /** Whether an older page of their conversations is shown. */
  readonly isOlder: boolean;
}

/** The frame of the page for whoever reads it. */
export function personFrame(desk: PageDesk, seated: Seated, person: WholePerson, isOlder: boolean): PersonFrame {
  const words = wordsOf(desk);
  return { ...words, desk, seated, person, isOlder, who: person.customer.name ?? words.say("team.somebody") };
}
