import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { BOUNDS, keptOf } from "../interaction/bounds.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import type { WordingKey } from "../wording.ts";
import { responseTo, surveyFor } from "./find-survey.ts";
import { isWithdrawn, type Response } from "./response.ts";
import { refusePerson } from "./say-to-customer.ts";
import type { Survey } from "./survey.ts";
import { notice } from "./survey-messages.ts";

/** The words of an answer exactly as they would be quoted: redacted, as in the digest; empty where there are none, or where nobody may read them to learn. */
export async function quotable(
  { store, settings }: Pick<Context, "store" | "settings">,
  response: Response,
): Promise<string> {
  const customer = await store.get("customer", response.customerId);
  if (customer?.readOptOutAt != null) return "";
  const cover = await coverOf({ store, settings }, [response.interactionId]);
  const { text } = keptOf(response.comment ?? "", BOUNDS.comment);
  return cover(text, response.interactionId).trim();
}

/**
 * The customer is shown how they would be quoted, and says whether they may be. A yes is to the words as they were shown: where they have
 * changed since, they are shown anew.
 */
export async function askQuote(event: EventOf<"quote-answered">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey } = asked;
  const { by, choice, shown, at, answerIn: to = survey.askIn } = event;
  const response = await responseTo(context, survey);
  const words = response && !isWithdrawn(response) ? await quotable(context, response) : "";
  const tell = (message: OutboundMessage) => draft.say({ id: context.ids.next(), to, message });
  const reply = (key: WordingKey) => tell(notice(context, survey, key, by.address));
  if (!response || words === "") {
    const text = context.wording.say(survey.locale, "survey.quote.none");
    await refusePerson(context, draft, survey, by, { code: "late", text });
  } else if (choice === "no") {
    if (response.quoteConsentAt !== null) draft.put("response", { ...response, quoteConsentAt: null });
    reply("survey.quote.declined");
  } else if (choice === "show" || shown !== response.revisionCount)
    tell(shownMessage(context, survey, response, { words, to: by.address }));
  else if (response.quoteConsentAt === null) {
    draft.put("response", { ...response, quoteConsentAt: at });
    reply("survey.quote.thanks");
  }
  return draft.outcome();
}

function shownMessage(
  context: Context,
  survey: Survey,
  { revisionCount }: Response,
  { words, to }: { readonly words: string; readonly to: string },
): OutboundMessage {
  const button = (name: Action["name"], key: WordingKey): Action => ({
    name,
    subject: survey.id,
    label: context.wording.say(survey.locale, key),
  });
  const yes = { ...button("quote-yes", "survey.quote.yes"), value: String(revisionCount) };
  const asking = notice(context, survey, "survey.quote.show", to, [yes, button("quote-no", "survey.quote.no")]);
  return { ...asking, quote: { text: words, by: null } };
}
