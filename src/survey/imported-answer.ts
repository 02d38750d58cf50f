import type { Person } from "../interaction/customer.ts";
import type { Agent } from "../interaction/interaction.ts";
import type { Response } from "./response.ts";
import type { Scale } from "./score.ts";

/** An answer that was given to another tool, before this desk kept any. */
export interface ImportedAnswer {
  /** Address under which it is kept, `import:CHANNEL:KEY`; the same one names the same answer. */
  readonly conversation: string;
  readonly customer: Person;
  /** Another address by which the same customer may be known, as where a mail address is written with capitals. */
  readonly otherAddress?: string;
  /** Id of the response that this one was exported from, perhaps at this desk. */
  readonly responseId?: string;
  readonly score: number;
  readonly scale: Scale;
  readonly comment: string | null;
  readonly product: string | null;
  readonly agent: Agent | null;
  readonly answeredAt: number;
}

/** Whether an answer is kept already: not at all, as it is, or under the same name with other content. */
export type ImportStanding = "new" | "known" | "other";

/** What of an answer makes it the same one. */
type Content = Pick<Response, "score" | "scale" | "comment" | "product" | "answeredAt">;

/** How an answer stands to the one that is kept under its name. */
export function standingOf(answer: Content, kept: Content | undefined): ImportStanding {
  if (kept === undefined) return "new";
  const isSame =
    kept.score === answer.score &&
    kept.scale === answer.scale &&
    kept.comment === answer.comment &&
    kept.product === answer.product &&
    kept.answeredAt === answer.answeredAt;
  return isSame ? "known" : "other";
}
