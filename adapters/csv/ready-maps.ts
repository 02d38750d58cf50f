import type { Scale } from "../../src/survey/score.ts";
import type { Column } from "./columns.ts";

/** How the CSV of another tool is read. */
export interface ReadyMap {
  /** For each column the titles it may have there; the first that is found counts. */
  readonly titles: { readonly [C in Column]?: readonly string[] };
  /** The scale of the tool's question. */
  readonly scale: Scale;
  /** Lines of headings; the first holds the titles. */
  readonly headings: number;
  /** Whether dates are written month first, `11/08/2026 9:30 AM`. */
  readonly isMonthFirst: boolean;
}

const PLAIN = { scale: "0-10", headings: 1, isMonthFirst: false } as const;

/**
 * Ready maps by name. Titles are compared without case, blanks and underscores, so the names of an API's fields also find the
 * titles of a file made from them.
 */
export const READY_MAPS: Readonly<Record<string, ReadyMap>> = {
  /** Fields of "Listing survey responses" in Delighted's API documentation; the titles of its CSV export are not documented. */
  delighted: {
    ...PLAIN,
    titles: {
      customer: ["Person ID", "Person", "Email", "Person email"],
      score: ["Score"],
      answered_at: ["Created at", "Response created at"],
      comment: ["Comment"],
      id: ["Response ID", "ID"],
    },
  },
  /** "Get Responses" in AskNicely's API documentation, which gives CSV too (`format` csv); the fields as clients of it read them. */
  asknicely: {
    ...PLAIN,
    titles: {
      customer: ["email", "person_id", "contact_id"],
      score: ["answer"],
      answered_at: ["responded"],
      comment: ["comment"],
      product: ["segment"],
      id: ["response_id"],
    },
  },
  /** Fixed titles of an individual-responses export as programs that read it know them; the score's own title is the question's words. */
  surveymonkey: {
    ...PLAIN,
    headings: 2,
    isMonthFirst: true,
    titles: {
      customer: ["Email Address", "Respondent ID"],
      answered_at: ["End Date", "Date Modified"],
      id: ["Respondent ID"],
    },
  },
  /** Fixed titles of a results CSV as programs that read it know them; the score's own title is the question's words. */
  typeform: {
    ...PLAIN,
    titles: { customer: ["Email", "#"], answered_at: ["Submit Date (UTC)"], id: ["#"] },
  },
  /** Fields of "NPS Incremental Exports - Responses" in Zendesk's API documentation; the titles of its CSV export are not documented. */
  zendesk: {
    ...PLAIN,
    titles: {
      customer: ["user_id", "user_email", "recipient_id"],
      score: ["rating"],
      answered_at: ["rated_at", "created_at"],
      comment: ["comment"],
      id: ["id"],
    },
  },
};
