import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { readerToCall } from "../survey/ask-survey.ts";
import { directLine } from "../survey/find-direct-line.ts";
import { quietUntil } from "../survey/quiet-hours.ts";
import type { Response } from "../survey/response.ts";
import type { Survey } from "../survey/survey.ts";
import { isPromise } from "./open-promise.ts";
import type { Promised } from "./promise.ts";
import { laterMessage } from "./promise-messages.ts";

/** A promise with all that it is about. */
interface PromiseFile {
  readonly promise: Promised;
  readonly customer: Customer;
  readonly response: Response;
  readonly survey: Survey;
  readonly interaction: Interaction;
}

async function fileOf({ store }: Context, id: string): Promise<PromiseFile | null> {
  const promise = await store.get("promise", id);
  const response = promise && (await store.get("response", promise.responseId));
  const survey = promise && (await store.get("survey", promise.surveyId));
  const customer = promise && (await store.get("customer", promise.customerId));
  const interaction = response && (await store.get("interaction", response.interactionId));
  return (
    promise && response && survey && customer && interaction && { promise, response, survey, customer, interaction }
  );
}

/** Whether it is still to be asked: by the desk's settings, and by what the customer wants and has said since. */
function isWanted({ settings }: Context, { customer, response }: PromiseFile): boolean {
  const isLeft = customer.optedOutAt === null && !customer.teamMember;
  return settings.wordOfMouth.checkAfter > 0 && isLeft && isPromise(response);
}

/** The direct line of whoever has agreed to it, else where they have answered. */
async function placeToAsk(context: Context, { customer, interaction, survey }: PromiseFile): Promise<string> {
  const direct = customer.directConsentAt === null ? null : await directLine(context, interaction);
  return direct ?? survey.askIn;
}

/** The clock has reached a promise: its customer is asked once what came of it, or it is let go, or moved past quiet hours. */
export async function askPromise(event: EventOf<"promise-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const file = await fileOf(context, event.subject);
  const { at } = event;
  if (!file || file.promise.dueAt === null || file.promise.dueAt > at) return draft.outcome();
  const { promise, customer, survey, interaction } = file;
  const freeAt = quietUntil(at, context.settings, customer);
  if (!isWanted(context, file)) draft.put("promise", { ...promise, dueAt: null });
  else if (freeAt > at) draft.put("promise", { ...promise, dueAt: freeAt });
  else {
    const askedIn = await placeToAsk(context, file);
    const postId = context.ids.next();
    draft.put("promise", { ...promise, dueAt: null, askedAt: at, askedIn, postId });
    // The customer's version guards against an opt-out that is being saved at this moment.
    draft.put("customer", customer);
    const reader = await readerToCall(context, { ...survey, askIn: askedIn }, interaction);
    draft.say({ id: postId, to: askedIn, message: laterMessage(context, survey, reader) });
  }
  return draft.outcome();
}
