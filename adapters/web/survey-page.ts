import { type Context, Hono } from "hono";
import { eventOfPress } from "../../src/chat/button-events.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { ActionName } from "../../src/messages.ts";
import type { Refusal } from "../../src/outcome.ts";
import { type Response as Answer, isWithdrawn } from "../../src/survey/response.ts";
import { isAwaitingAnswer, type Survey } from "../../src/survey/survey.ts";
import { askedCustomer } from "./asked-customer.ts";
import type { PageDesk } from "./desk.ts";
import { LONGEST_TEXT, shortId } from "./pages/form.ts";
import { readFields } from "./read-fields.ts";
import { afterAnswer } from "./survey-after.ts";
import { type FilledPage, type SurveyView, surveyPage, unknownSurveyPage } from "./survey-view.ts";

/** The buttons that are no answer. */
const PRESSES: ReadonlySet<string> = new Set<ActionName>([
  ...(["opt-in", "not-now", "never", "told", "told-source", "told-people", "quote-yes", "withdraw-sure"] as const),
]);
const NOTHING_FILLED: FilledPage = { score: undefined, comment: "" };

/** The question a link leads to, and whom it was put to. */
interface FoundSurvey {
  readonly survey: Survey;
  readonly response: Answer | null;
  readonly by: Person;
}

async function find(desk: PageDesk, token: string): Promise<FoundSurvey | null> {
  const [survey] = await desk.store.list("survey", { where: { token }, limit: 1 });
  if (!survey || survey.askedAt === null) return null;
  const by = await askedCustomer(desk.store, survey.customerId);
  const [response] = await desk.store.list("response", { where: { surveyId: survey.id }, limit: 1 });
  return by && { survey, response: response ?? null, by };
}

async function answeredView(desk: PageDesk, survey: Survey, response: Answer, filled: FilledPage): Promise<SurveyView> {
  if (isWithdrawn(response)) return { survey, notice: desk.wording.say(survey.locale, "survey.withdrawnAlready") };
  const isChangeable = desk.clock.now() < response.answeredAt + desk.settings.ask.changeWindow;
  const form = { score: filled.score ?? String(response.score), comment: filled.comment || (response.comment ?? "") };
  const notice = desk.wording.say(survey.locale, "survey.answered");
  const view = { survey, response, notice, after: await afterAnswer(desk, survey, response) };
  return isChangeable ? { ...view, form: { ...form, mayDecline: false } } : view;
}

async function declinedView(desk: PageDesk, survey: Survey, filled: FilledPage): Promise<SurveyView> {
  const customer = await desk.store.get("customer", survey.customerId);
  if (customer?.optedOutAt != null) {
    return { survey, notice: desk.wording.say(survey.locale, "survey.optedOut", brand(desk)), mayOptIn: true };
  }
  const view = { survey, notice: desk.wording.say(survey.locale, "survey.declined") };
  const mayThinkAgain = desk.clock.now() < (survey.askedAt ?? 0) + desk.settings.ask.expireAfter;
  return mayThinkAgain ? { ...view, form: { ...filled, mayDecline: false } } : view;
}

function brand(desk: PageDesk): { brand: string } {
  return { brand: desk.settings.desk.brand };
}

async function viewOf(desk: PageDesk, { survey, response }: FoundSurvey, filled: FilledPage): Promise<SurveyView> {
  if (response) return answeredView(desk, survey, response, filled);
  if (isAwaitingAnswer(survey)) return { survey, form: { ...filled, mayDecline: true } };
  if (survey.state === "declined") return declinedView(desk, survey, filled);
  return { survey, notice: desk.wording.say(survey.locale, "survey.notOpen") };
}

/** The fields of the survey's form, as text. */
interface Submitted extends FilledPage {
  readonly choice: string;
  readonly id: string;
}

async function submitted(context: Context, desk: PageDesk, survey: Survey): Promise<Submitted> {
  const text = await readFields(context);
  const filled = { choice: text("choice"), score: text("score") || undefined, comment: text("comment") };
  const form = `web:${survey.id}:${shortId(text("form")) ?? desk.ids.secret()}`;
  // Going back and choosing anew is another answer, sending the same twice is not; a form's id counts within its survey alone.
  return { ...filled, id: `${form}:${filled.choice}:${filled.score ?? ""}` };
}

/** What the pressed button means; a form sent with the enter key has none and is an answer. */
function submittedEvent(
  desk: PageDesk,
  { survey, by }: FoundSurvey,
  { choice, score, comment, id }: Submitted,
): InboundEvent {
  const happened = { id, at: desk.clock.now(), by };
  const [name = "", ...value] = choice.split(":");
  if (PRESSES.has(name)) return eventOfPress({ name, subject: survey.id, value: value.join(":") }, happened);
  const words = comment === "" ? {} : { comment };
  return { kind: "score-given", ...happened, surveyId: survey.id, score: score ?? "", via: "form", ...words };
}

const STATUS_OF: Readonly<Record<Refusal["code"], 400 | 403 | 404 | 409>> = {
  unclear: 400,
  "not-yours": 403,
  "not-allowed": 403,
  unknown: 404,
  late: 409,
  conflict: 409,
};

/**
 * The customer's own link: the question as a plain form, at the desk that the token belongs to. Reading it never records anything; a
 * score in it only pre-selects.
 */
export function surveyRoutes(deskOf: (token: string) => Promise<PageDesk>): Hono {
  const app = new Hono();
  app.get("/survey/:token", async (context) => {
    const token = context.req.param("token");
    const desk = await deskOf(token);
    const found = await find(desk, token);
    if (!found) return context.html(unknownSurveyPage(desk), 404);
    const filled = { ...NOTHING_FILLED, score: context.req.query("score") };
    return context.html(surveyPage(desk, await viewOf(desk, found, filled)));
  });
  app.post("/survey/:token", async (context) => {
    const token = context.req.param("token");
    const desk = await deskOf(token);
    const found = await find(desk, token);
    if (!found) return context.html(unknownSurveyPage(desk), 404);
    const form = await submitted(context, desk, found.survey);
    if (form.comment.length > LONGEST_TEXT) {
      const notice = desk.wording.say(found.survey.locale, "page.tooLong", { most: LONGEST_TEXT });
      return context.html(surveyPage(desk, { ...(await viewOf(desk, found, form)), notice }), 422);
    }
    const { refusal } = await desk.bot.handle(submittedEvent(desk, found, form));
    if (!refusal) return context.redirect(`/survey/${encodeURIComponent(token)}`, 303);
    const view = await viewOf(desk, (await find(desk, token)) ?? found, form);
    return context.html(surveyPage(desk, { ...view, notice: refusal.text }), STATUS_OF[refusal.code]);
  });
  return app;
}
