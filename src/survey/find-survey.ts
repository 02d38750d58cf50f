import type { Context } from "../context.ts";
import type { Customer, Person } from "../interaction/customer.ts";
import { customerAt } from "../interaction/identify-person.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { may } from "../rights.ts";
import { awaitsComment, type Response } from "./response.ts";
import { refusePerson } from "./say-to-customer.ts";
import { isAwaitingAnswer, type Survey } from "./survey.ts";

/** The survey of a resolution, or null where none was planned. */
export async function surveyOf(context: Context, resolutionId: string): Promise<Survey | null> {
  const where = { resolutionId, purpose: "recommend" } as const;
  const [survey] = await context.store.list("survey", { where, limit: 1 });
  return survey ?? null;
}

/** What the customer was last asked since the resolution, about it or about a case that came of it; null where nothing was planned. */
export async function lastAsked(context: Context, resolutionId: string): Promise<Survey | null> {
  const latest = { where: { resolutionId, purpose: "recovery" }, descending: true, limit: 1 } as const;
  const [again] = await context.store.list("survey", latest);
  return again ?? surveyOf(context, resolutionId);
}

/** What came back from a survey, or null. */
export async function responseTo(context: Pick<Context, "store">, survey: Survey): Promise<Response | null> {
  const [response] = await context.store.list("response", { where: { surveyId: survey.id }, limit: 1 });
  return response ?? null;
}

/** Whether anything may be begun for the answer: it is new, or answers a question of ours. What was brought in, or is kept for its count alone, does not. */
export async function mayBeginFor(
  { store }: Pick<Context, "store">,
  { before, after }: RowChange<"response">,
): Promise<boolean> {
  return before === null || ((await store.get("survey", after.surveyId))?.questionPostId ?? null) !== null;
}

/** The interaction that was last asked about in a place, while an answer or its reason is awaited or it is open again; else null. */
export async function interactionAskedIn(context: Context, place: string, at: number): Promise<Interaction | null> {
  const latest = { orderBy: "askedAt", descending: true, limit: 1 } as const;
  const [survey] = await context.store.list("survey", { where: { askIn: place }, ...latest });
  if (!survey) return null;
  const response = await responseTo(context, survey);
  const interaction = await context.store.get("interaction", survey.interactionId);
  const isAwaited = isAwaitingAnswer(survey) || (response !== null && awaitsComment(response, at));
  return isAwaited || interaction?.state === "open" ? interaction : null;
}

/** A survey and the customer it belongs to. */
export interface Asked {
  readonly survey: Survey;
  readonly customer: Customer;
}

/** The survey, if the person is the one who was asked; otherwise the draft says kindly why not, and null. */
export async function surveyFor(context: Context, draft: Draft, surveyId: string, by: Person): Promise<Asked | null> {
  const survey = await context.store.get("survey", surveyId);
  const locale = context.wording.choose(by.locale, survey?.locale, context.settings.desk.locale);
  if (!survey) {
    draft.refuse({ code: "unknown", text: context.wording.say(locale, "survey.notOpen") });
    return null;
  }
  const customer = await customerAt(context, by.address);
  if (customer && may(by.role, "answer", customer.id === survey.customerId)) return { survey, customer };
  const text = context.wording.say(locale, "survey.notYours");
  await refusePerson(context, draft, survey, by, { code: "not-yours", text });
  return null;
}
