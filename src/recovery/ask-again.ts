import type { Context } from "../context.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { Draft } from "../outcome.ts";
import { readerToCall } from "../survey/ask-survey.ts";
import { quietUntil } from "../survey/quiet-hours.ts";
import { OPEN_STATES, type Survey } from "../survey/survey.ts";
import { directlyPut } from "../survey/survey-messages.ts";
import { UNDRAWN } from "../trial.ts";
import type { Case } from "./case.ts";
import type { CaseFile } from "./case-messages.ts";
import { askAgainMessage } from "./contact-messages.ts";

/** So long after its time the question may still be put, where something else had to end first; milliseconds. */
export const ASKED_AT_THE_LATEST = 14 * 24 * 60 * 60 * 1000;
/** So often it is looked at whether what stands in the way has ended, milliseconds. */
const LOOK_AGAIN = 60_000;

/** Once for each time the case was resolved, and never whom nobody had to contact, whose answer counts no longer or who does not want to be asked. */
async function isToBeAsked(context: Context, { item, customer, response }: CaseFile, at: number): Promise<boolean> {
  const { askAfter } = context.settings.recovery;
  if (item.closedAt === null || askAfter === 0 || item.contactWish === "no" || response.excluded !== null) return false;
  if (customer.optedOutAt !== null || customer.teamMember) return false;
  if (at > item.closedAt + askAfter + ASKED_AT_THE_LATEST) return false;
  const asked = await context.store.list("survey", { where: { caseId: item.id } });
  return asked.every(({ scheduledAt }) => scheduledAt < (item.closedAt ?? 0));
}

/** When to look again, because the customer is being asked or talked to, or it is quiet; null where nothing stands in the way. */
async function laterAt(context: Context, file: CaseFile, talk: Interaction, at: number): Promise<number | null> {
  const where = { customerId: file.customer.id, state: OPEN_STATES };
  const [open] = await context.store.list("survey", { where, limit: 1 });
  if (open || talk.state === "open") return Math.max(at + LOOK_AGAIN, open?.dueAt ?? 0);
  const quietEnd = quietUntil(at, context.settings, file.customer);
  return quietEnd > at ? quietEnd : null;
}

/** The time has come to ask whether a resolved case has been put right: the customer is asked, or later, or not any more. */
export async function askAgain(context: Context, draft: Draft, file: CaseFile, at: number): Promise<void> {
  const { store } = context;
  const { item, response, customer } = file;
  const first = await store.get("survey", response.surveyId);
  const talk = await store.get("interaction", item.interactionId);
  if (!first || !talk) throw new Error(`Case ${item.id} has lost its survey`);
  const askAt = (item.closedAt ?? at) + context.settings.recovery.askAfter;
  if (at < askAt) return draft.put("case", { ...item, dueAt: askAt });
  if (!(await isToBeAsked(context, file, at))) return draft.put("case", { ...item, dueAt: null });
  const later = await laterAt(context, file, talk, at);
  if (later !== null) return draft.put("case", { ...item, dueAt: later });
  const questionPostId = context.ids.next();
  const survey = askedAgain(context, file, { first, talk, questionPostId, at });
  const message = askAgainMessage(context, survey, await readerToCall(context, survey, talk));
  const isOutOfReach = survey.askIn !== talk.askIn && context.settings.ask.where !== "dm";
  draft.put("case", { ...item, dueAt: null, putRight: null });
  draft.put("survey", survey);
  // Their versions guard against an opt-out or a reopening that is being saved at this moment.
  draft.put("customer", customer);
  draft.put("interaction", talk);
  const said = isOutOfReach ? directlyPut(context, survey, message) : message;
  draft.say({ id: questionPostId, to: survey.askIn, message: said, surveyId: survey.id });
}

interface AskingAgain {
  readonly first: Survey;
  readonly talk: Interaction;
  readonly questionPostId: string;
  readonly at: number;
}

/** The survey about a case, put where the first question was: it is never reminded of, and ends by itself. */
function askedAgain(
  { settings, wording, ids }: Context,
  { item, response, customer }: { item: Case } & CaseFile,
  { first, talk, questionPostId, at }: AskingAgain,
): Survey {
  const locale = wording.choose(customer.locale, settings.desk.locale);
  return {
    ...{ id: ids.next(), version: 0, token: ids.secret(), purpose: "recovery", caseId: item.id },
    ...{ resolutionId: talk.resolutionId ?? first.resolutionId, interactionId: talk.id, customerId: customer.id },
    ...{ state: "asked", scheduledAt: at, askedAt: at, dueAt: at + settings.ask.expireAfter, questionPostId },
    ...{ deliveredAt: null, remindedAt: null, endedAt: null, askIn: first.askIn, scale: settings.question.scale },
    ...{ locale, wordingVersion: wording.version(locale) },
    ...{ product: response.product, creditedAgent: response.creditedAgent, ...UNDRAWN },
  };
}
