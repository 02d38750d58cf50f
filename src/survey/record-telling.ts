import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { OutboundMessage } from "../messages.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { WordingKey } from "../wording.ts";
import { responseTo, surveyFor } from "./find-survey.ts";
import { peopleButtons } from "./offer-messages.ts";
import { isWithdrawn, type Response } from "./response.ts";
import { refusePerson } from "./say-to-customer.ts";
import type { Survey } from "./survey.ts";
import { closedMessage, commentButton, notice } from "./survey-messages.ts";
import { contraryTo, type TellingRow, tellingId } from "./telling.ts";

type ToldEvent = EventOf<"told">;

/** Where this was asked; null where it was not. */
async function placeOf({ store }: Context, survey: Survey, response: Response, event: ToldEvent) {
  if (event.stage === "now") return { lane: survey.askIn, postId: null };
  const [promise] = await store.list("promise", { where: { responseId: response.id }, limit: 1 });
  return promise?.askedIn == null ? null : { lane: promise.askedIn, postId: promise.postId };
}

/** The customer says what they have told others, or how they came to us. What contradicts it goes; the same once more changes nothing. */
export async function recordTelling(event: ToldEvent, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey } = asked;
  const response = await responseTo(context, survey);
  const place = response && (await placeOf(context, survey, response, event));
  if (!response || !place || isWithdrawn(response) || event.tellings.length === 0) {
    const text = context.wording.say(survey.locale, "survey.notOpen");
    await refusePerson(context, draft, survey, event.by, { code: "late", text });
    return draft.outcome();
  }
  const { lane: to, postId } = place;
  if (!(await keepTellings(context, draft, response, event))) return draft.outcome();
  const closing = closedMessage(context, survey, "survey.answered");
  if (postId !== null) draft.say({ id: context.ids.next(), to, message: { ...closing, replaces: postId } });
  draft.say({ id: context.ids.next(), to, message: reply(context, survey, response, event) });
  return draft.outcome();
}

/** Keeps what is told; false where all of it was known. */
async function keepTellings(context: Context, draft: Draft, response: Response, event: ToldEvent): Promise<boolean> {
  const { stage, people = null, at } = event;
  let isNew = false;
  for (const kind of event.tellings) {
    for (const contrary of contraryTo(kind)) {
      const gone = await context.store.get("telling", tellingId(response.id, stage, contrary));
      if (gone) draft.remove("telling", gone);
    }
    const id = tellingId(response.id, stage, kind);
    const known = await context.store.get("telling", id);
    if (known && (people === null || known.people === people)) continue;
    const fresh: TellingRow = {
      id,
      version: 0,
      responseId: response.id,
      customerId: response.customerId,
      kind,
      stage,
      people,
      at,
    };
    draft.put("telling", known ? { ...known, people } : fresh);
    isNew = true;
  }
  return isNew;
}

const NO_ACTIONS = [] as const;

/** Thanks; roughly how many, where somebody heard of us; and the way to say why, for whoever has not. */
function reply(context: Context, survey: Survey, response: Response, event: ToldEvent): OutboundMessage {
  const { stage, tellings, people, by } = event;
  const [kind] = tellings;
  const thanks = (key: WordingKey, actions: OutboundMessage["actions"] = NO_ACTIONS) =>
    notice(context, survey, key, by.address, actions);
  if (stage === "later")
    return thanks(tellings.includes("bad") || kind === "none" ? "survey.told.thanks" : "survey.later.thanks");
  const why = response.comment === null ? [commentButton(context, survey)] : [];
  if ((kind === "good" || kind === "bad") && people === undefined)
    return thanks("survey.told.people", [...peopleButtons(context, survey, kind), ...why]);
  return thanks("survey.told.thanks", why);
}
