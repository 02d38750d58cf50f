import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { withFirstOffers } from "../survey/offer-messages.ts";
import type { Response } from "../survey/response.ts";
import { sayInSurvey } from "../survey/say-to-customer.ts";
import type { Case } from "./case.ts";
import { sorryMessage } from "./contact-messages.ts";
import { addressIn, fileAbout } from "./find-file.ts";

/** Whoever gives a low score is told at once and privately that we are sorry, and by when a person is in touch; once the case is there. */
export async function saySorry(
  context: Context,
  draft: Draft,
  { before, after: response }: RowChange<"response">,
  event: InboundEvent,
): Promise<void> {
  if (response.band !== "detractor" || before?.band === "detractor" || event.kind === "answers-imported") return;
  const survey = await context.store.get("survey", response.surveyId);
  const customer = await context.store.get("customer", response.customerId);
  const to = survey && customer && (await addressIn(context, event, customer, survey));
  if (!survey || !customer || to === null) return;
  const item = openedIn(draft, response) ?? (await fileAbout(context, survey))?.item ?? null;
  const message = sorryMessage(context, { survey, customer, to }, item, response);
  const isFirst = before === null;
  sayInSurvey(context, draft, survey, isFirst ? await withFirstOffers(context, survey, response, message) : message);
}

/** The case that this very answer opens. */
function openedIn(draft: Draft, { id }: Response): Case | undefined {
  const cases = draft.outcome().changes.flatMap((change) => (change.table === "case" ? [change.row] : []));
  return cases.find(({ responseId }) => responseId === id);
}
