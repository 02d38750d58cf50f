import type { PageDesk } from "../../desk.ts";
import { type PageWords, wordsOf } from "../page-words.ts";
import { pagePath, type Seated } from "../seated.ts";

/** What every page of the executive is drawn with. */
export interface SeatFrame extends PageWords {
  readonly desk: PageDesk;
  readonly seated: Seated;
}

/** The frame of a page for whoever sits there. */
export function frameFor(desk: PageDesk, seated: Seated): SeatFrame {
  return { desk, seated, ...wordsOf(desk) };
}

/** Address of a page of the desk, with the name of whoever sits there. */
export function seatPath({ desk, seated }: Pick<SeatFrame, "desk" | "seated">, path: string): string {
  return pagePath(desk, seated, path);
}
