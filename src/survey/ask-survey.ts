import type { Context } from "../context.ts";
import { fated, type Interaction } from "../interaction/interaction.ts";
import type { Draft } from "../outcome.ts";
import { ownWording, reminderAfter } from "../trial.ts";
import { whyNoLonger } from "./eligibility.ts";
import { directLine } from "./find-direct-line.ts";
import { informedId } from "./informed.ts";
import type { Subject } from "./subject.ts";
import { ended, type Survey } from "./survey.ts";
import { directlyPut, informing, questionMessage } from "./survey-messages.ts";

/** Puts the question, or cancels it with the reason that has come up since it was scheduled. */
export async function askSurvey(context: Context, draft: Draft, subject: Subject): Promise<void> {
  const { survey, customer, interaction, resolution, at } = subject;
  const all = await context.store.list("survey", { where: { customerId: customer.id } });
  const earlier = all.filter(({ id }) => id !== survey.id);
  const candidate = { customer, interaction, earlier, draw: resolution.id, skipped: false, askAt: at };
  const reason = whyNoLonger(candidate, context.settings.ask);
  if (reason !== null) {
    draft.put("survey", ended(survey, "cancelled", at));
    draft.put("resolution", fated(resolution, "not-asked", at, reason));
    return;
  }
  const questionPostId = context.ids.next();
  const asked = askedNow(context, subject, questionPostId);
  draft.put("survey", asked);
  // Their versions guard against an opt-out or a reopening that is being saved at this moment.
  draft.put("customer", customer);
  draft.put("interaction", interaction);
  const message = questionMessage(context, asked, await readerToCall(context, asked, interaction));
  const isOutOfReach = asked.askIn !== interaction.askIn && context.settings.ask.where !== "dm";
  const put = isOutOfReach ? directlyPut(context, asked, message) : message;
  const said = (await isUninformed(context, asked)) ? informing(context, asked, put) : put;
  if (said !== put)
    draft.put("informed", { id: informedId(asked.askIn, customer.id), version: 0, customerId: customer.id, at });
  draft.say({ id: questionPostId, to: survey.askIn, message: said, surveyId: survey.id });
}

/** Whether the customer has not been told in this channel yet that conversations are kept and read. */
async function isUninformed({ store, settings }: Context, { askIn, customerId }: Survey): Promise<boolean> {
  return settings.privacy.notice && (await store.get("informed", informedId(askIn, customerId))) === null;
}

/** Whom a question must call, lest nobody notice it: the customer, where it stands in a conversation; on their direct line they are notified anyway. */
export async function readerToCall(context: Context, survey: Survey, interaction: Interaction): Promise<string | null> {
  return survey.askIn === interaction.askIn ? directLine(context, interaction) : null;
}

/** The survey as it is put: in the customer's language, but for words on trial, and on the desk's scale as they are now. */
function askedNow({ settings, wording }: Context, { survey, customer, at }: Subject, questionPostId: string): Survey {
  const isTried = ownWording(survey.trialArm) !== null;
  const locale = isTried ? survey.locale : wording.choose(customer.locale, settings.desk.locale);
  const { remindAfter, expireAfter } = settings.ask;
  const dueAt = at + Math.min(reminderAfter(survey.trialArm, remindAfter), expireAfter);
  const wordingVersion = wording.version(locale);
  const { scale } = settings.question;
  return { ...survey, state: "asked", askedAt: at, dueAt, locale, wordingVersion, scale, questionPostId };
}
