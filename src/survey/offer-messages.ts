import type { Context } from "../context.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import type { WordingKey } from "../wording.ts";
import type { Response } from "./response.ts";
import type { Survey } from "./survey.ts";
import { PEOPLE } from "./telling.ts";

/** What putting buttons into words takes. */
type ButtonWords = Pick<Context, "wording" | "settings">;

function say(context: ButtonWords, survey: Survey, key: WordingKey, values: Record<string, string> = {}): string {
  return context.wording.say(survey.locale, key, { brand: context.settings.desk.brand, ...values });
}

function button(context: ButtonWords, survey: Survey, name: Action["name"], key: WordingKey, value?: string): Action {
  const label = say(context, survey, key);
  return { name, subject: survey.id, label, ...(value === undefined ? {} : { value }) };
}

/** "Have you told anyone about us?": good, bad, not yet. */
export function toldButtons(context: ButtonWords, survey: Survey): Action[] {
  return [
    button(context, survey, "told", "survey.told.good", "good"),
    button(context, survey, "told", "survey.told.bad", "bad"),
    button(context, survey, "told", "survey.told.none", "none"),
  ];
}

/** "Did someone send you?": yes, no. */
export function sourceButtons(context: ButtonWords, survey: Survey): Action[] {
  return [
    button(context, survey, "told-source", "survey.source.sent", "sent"),
    button(context, survey, "told-source", "survey.source.unsent", "unsent"),
  ];
}

/** "Roughly how many?", of what was told. */
export function peopleButtons(context: ButtonWords, survey: Survey, kind: "good" | "bad"): Action[] {
  return PEOPLE.map((people) => ({
    name: "told-people",
    subject: survey.id,
    value: `${kind}:${people}`,
    label: people === "more" ? say(context, survey, "survey.people.more") : people.replace("-", "–"),
  }));
}

/** Something to be offered: a sentence, buttons, or both. */
interface Offer {
  readonly words?: string;
  readonly actions?: readonly Action[];
}

/** Whether the customer has answered before. */
async function isNewcomer({ store }: Context, { customerId }: Survey): Promise<boolean> {
  return (await store.list("response", { where: { customerId }, limit: 1 })).length === 0;
}

function ifAsked(isAsked: boolean, offer: () => Offer): Offer[] {
  return isAsked ? [offer()] : [];
}

/** May we quote you: of words of a promoter that are still theirs. */
function quoteOffer(context: Context, survey: Survey, { band, comment }: Response): Offer[] {
  const isAsked = context.settings.promoters.askQuote && band === "promoter" && comment !== null;
  return ifAsked(isAsked, () => ({ actions: [button(context, survey, "quote", "survey.quote")] }));
}

function toldOffer(context: Context, survey: Survey): Offer[] {
  const words = say(context, survey, "survey.told.lead");
  return ifAsked(context.settings.wordOfMouth.ask, () => ({ words, actions: toldButtons(context, survey) }));
}

/** What is said to everybody, whatever they gave: asking the happy ones alone for public praise would be review gating. */
function reviewOffer(context: Context, survey: Survey): Offer[] {
  const link = context.settings.ask.reviewLink;
  return ifAsked(link !== "", () => ({ words: say(context, survey, "survey.reviewLink", { link }) }));
}

async function firstOffers(context: Context, survey: Survey, response: Response): Promise<Offer[]> {
  const { promoters, wordOfMouth } = context.settings;
  const { band, comment } = response;
  const isSorry = band === "detractor" && comment === null;
  const isNew = wordOfMouth.askSource && (await isNewcomer(context, survey));
  const source = () => ({
    words: say(context, survey, "survey.source.lead"),
    actions: sourceButtons(context, survey),
  });
  const referral = say(context, survey, "survey.referral", { referral: promoters.referral });
  return [
    ...(isSorry ? [] : toldOffer(context, survey)),
    ...ifAsked(isNew, source),
    ...quoteOffer(context, survey, response),
    ...ifAsked(promoters.referral !== "" && band === "promoter", () => ({ words: referral })),
    ...reviewOffer(context, survey),
  ];
}

function withOffers(message: OutboundMessage, offers: readonly Offer[]): OutboundMessage {
  const hint = [message.hint, ...offers.map(({ words }) => words)].filter((part) => part !== undefined).join(" ");
  const actions = [...message.actions, ...offers.flatMap((offer) => offer.actions ?? [])];
  return { ...message, ...(hint === "" ? {} : { hint }), actions };
}

/** Whether the customer does not want to be asked anything. */
async function isLeftAlone({ store }: Context, { customerId, purpose }: Survey): Promise<boolean> {
  if (purpose === "recovery") return true;
  const customer = await store.get("customer", customerId);
  return customer === null || customer.optedOutAt !== null;
}

/**
 * The thanks for a first answer with what may be offered besides: nothing to somebody who does not want to be asked, and to a detractor no
 * question before they have said what went wrong.
 */
export async function withFirstOffers(
  context: Context,
  survey: Survey,
  response: Response,
  message: OutboundMessage,
): Promise<OutboundMessage> {
  if (await isLeftAlone(context, survey)) return message;
  return withOffers(message, await firstOffers(context, survey, response));
}

/** The thanks for a reason with what may be offered once there are words. */
export async function withReasonOffers(
  context: Context,
  survey: Survey,
  response: Response,
  message: OutboundMessage,
): Promise<OutboundMessage> {
  if (await isLeftAlone(context, survey)) return message;
  const told = response.band === "detractor" ? toldOffer(context, survey) : [];
  return withOffers(message, [...told, ...quoteOffer(context, survey, response)]);
}
