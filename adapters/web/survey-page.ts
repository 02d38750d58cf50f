import { type Context, Hono } from "hono";
import { eventOfPress, type Stamp } from "../../src/chat/button-events.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { ActionName } from "../../src/messages.ts";
import type { Refusal } from "../../src/outcome.ts";
import { isCaseOpen } from "../../src/recovery/case.ts";
import { promisedBy } from "../../src/recovery/contact-messages.ts";
import { fileAbout } from "../../src/recovery/find-file.ts";
import { type Response as Answer, isWithdrawn } from "../../src/survey/response.ts";
import { scores } from "../../src/survey/score.ts";
import { isAwaitingAnswer, type Survey } from "../../src/survey/survey.ts";
import type { WordingKey } from "../../src/wording.ts";
import { askedCustomer } from "./asked-customer.ts";
import { createBudget, retryAfter } from "./budget.ts";
import { type PageDesk, type ReadingDesk, TEAM_LANE } from "./desk.ts";
import { LONGEST_TEXT, shortId } from "./pages/form.ts";
import { readFields } from "./read-fields.ts";
import { afterAnswer } from "./survey-after.ts";
import { type FilledPage, type SurveyView, surveyPage, unknownSurveyPage } from "./survey-view.ts";

/** The buttons that are no answer. */
const PRESSES: ReadonlySet<string> = new Set<ActionName>([
  ...(["opt-in", "not-now", "never", "told", "told-source", "told-people", "quote-yes", "withdraw-sure"] as const),
  ...(["contact-no", "read-no"] as const),
]);
const NOTHING_FILLED: FilledPage = { score: undefined, comment: "", putRight: undefined, isChanging: false };

/** The question a link leads to, and whom it was put to. */
interface FoundSurvey {
  /** The desk with the words that are this customer's own. */
  readonly desk: ReadingDesk;
  readonly survey: Survey;
  readonly response: Answer | null;
  readonly by: Person;
}

async function find(desk: PageDesk, token: string): Promise<FoundSurvey | null> {
  const [survey] = await desk.store.list("survey", { where: { token }, limit: 1 });
  if (!survey || survey.askedAt === null) return null;
  const by = await askedCustomer(desk.store, survey.customerId);
  const own: ReadingDesk = { ...desk, store: desk.bot.ownWords(survey.customerId) };
  const [response] = await own.store.list("response", { where: { surveyId: survey.id }, limit: 1 });
  return by && { desk: own, survey, response: response ?? null, by };
}

/** What there is to say and choose about being contacted; nothing where nobody was unhappy, or the case is over. */
async function contactView(
  desk: ReadingDesk,
  survey: Survey,
  response: Answer | null,
): Promise<Pick<SurveyView, "contact">> {
  const file = response?.band === "detractor" || survey.purpose === "recovery" ? await fileAbout(desk, survey) : null;
  if (!file || !isCaseOpen(file.item)) return {};
  const { item, customer } = file;
  const told = { settings: desk.settings, clock: desk.clock, teamLanes: [TEAM_LANE] };
  const by = promisedBy(told, { survey, customer }, item);
  const say = (key: WordingKey) => desk.wording.say(survey.locale, key, { ...brand(desk), by: by ?? "" });
  const promise = say(by === null ? "page.contact" : "survey.contactBy");
  const wanted = response === null ? `${say("survey.sorryAgain")} ${promise}` : promise;
  const text = item.contactWish === "no" ? say("survey.contactUnwanted") : wanted;
  return { contact: { text, isWanted: item.contactWish !== "no", how: item.contactHow ?? "" } };
}

/** The warm sentence that fits the answer. */
function thanksFor({ wording, settings }: ReadingDesk, { locale }: Survey, response: Answer): string {
  const { score, band, comment, purpose } = response;
  const bare = {
    promoter: "page.thanks.promoter",
    passive: "survey.commented.passive",
    detractor: "survey.thanks.detractor",
  } as const;
  const asked: WordingKey = comment === null ? bare[band] : `survey.commented.${band}`;
  const again: WordingKey = band === "detractor" ? "survey.sorryAgain" : "survey.again";
  return wording.say(locale, purpose === "recovery" ? again : asked, { ...brand({ settings }), score });
}

async function answeredView(
  desk: ReadingDesk,
  survey: Survey,
  response: Answer,
  filled: FilledPage,
): Promise<SurveyView> {
  if (isWithdrawn(response)) return { survey, notice: desk.wording.say(survey.locale, "survey.withdrawnAlready") };
  const isChangeable = desk.clock.now() < response.answeredAt + desk.settings.ask.changeWindow;
  if (isChangeable && wantsForm(filled, survey, response.score)) {
    const given = { score: String(response.score), comment: response.comment ?? "" };
    const form = { ...filled, score: filled.score ?? given.score, comment: filled.comment || given.comment };
    return { survey, response, form: { ...form, mayDecline: false } };
  }
  const notice = thanksFor(desk, survey, response);
  const contact = await contactView(desk, survey, response);
  const view = { survey, response, notice, after: await afterAnswer(desk, survey, response), ...contact };
  return isChangeable ? { ...view, again: "survey.change" } : view;
}

/** Whether the form is to stand open again: they asked for it, sent it, or pressed another number than the one they gave. */
function wantsForm({ isChanging, score }: FilledPage, { scale }: Survey, given: number | null): boolean {
  return isChanging || scores(scale).some((one) => one !== given && String(one) === score);
}

async function declinedView(desk: ReadingDesk, survey: Survey, filled: FilledPage): Promise<SurveyView> {
  const customer = await desk.store.get("customer", survey.customerId);
  if (customer?.optedOutAt != null) {
    return { survey, notice: desk.wording.say(survey.locale, "survey.optedOut", brand(desk)), mayOptIn: true };
  }
  const mayThinkAgain = desk.clock.now() < (survey.askedAt ?? 0) + desk.settings.ask.expireAfter;
  if (mayThinkAgain && wantsForm(filled, survey, null)) return { survey, form: { ...filled, mayDecline: false } };
  const view = { survey, notice: desk.wording.say(survey.locale, "survey.declined") };
  return mayThinkAgain ? { ...view, again: "page.afterAll" } : view;
}

function brand(desk: Pick<PageDesk, "settings">): { brand: string } {
  return { brand: desk.settings.desk.brand };
}

async function viewOf(found: FoundSurvey, filled: FilledPage): Promise<SurveyView> {
  const customer = await found.desk.store.get("customer", found.survey.customerId);
  return { ...(await stateOf(found, filled)), isUnread: customer?.readOptOutAt != null };
}

async function stateOf({ desk, survey, response }: FoundSurvey, filled: FilledPage): Promise<SurveyView> {
  if (response) return answeredView(desk, survey, response, filled);
  if (isAwaitingAnswer(survey)) {
    const contact = survey.purpose === "recovery" ? await contactView(desk, survey, null) : {};
    return { survey, form: { ...filled, mayDecline: true }, ...contact };
  }
  if (survey.state === "declined") return declinedView(desk, survey, filled);
  return { survey, notice: desk.wording.say(survey.locale, "survey.notOpen") };
}

/** The fields of the survey's form, as text. */
interface Submitted extends FilledPage {
  readonly choice: string;
  readonly how: string;
  readonly id: string;
}

async function submitted(context: Context, desk: PageDesk, survey: Survey): Promise<Submitted> {
  const text = await readFields(context);
  const written = { comment: text("comment"), how: text("how") };
  const chosen = {
    choice: text("choice"),
    score: text("score") || undefined,
    putRight: text("put-right") || undefined,
  };
  const filled = { ...chosen, ...written, isChanging: chosen.choice === "answer" || chosen.choice === "" };
  const form = `web:${survey.id}:${shortId(text("form")) ?? desk.ids.secret()}`;
  // Going back and choosing anew is another answer, sending the same twice is not; a form's id counts within its survey alone.
  return { ...filled, id: `${form}:${filled.choice}:${filled.score ?? ""}` };
}

/** What a form sent about a case says: whether it has been put right, a score, or words, whatever of it there is. */
function aboutCase({ survey }: FoundSurvey, form: Submitted, happened: Stamp): InboundEvent[] {
  const { putRight, score, comment } = form;
  const name = putRight === "yes" ? "put-right" : "not-right";
  const press = { ...happened, id: `${happened.id}:${name}` };
  const said = putRight === undefined ? [] : [eventOfPress({ name, subject: survey.id }, press)];
  const surveyId = survey.id;
  const words: InboundEvent = { kind: "comment-given", ...happened, surveyId, comment, via: "form" };
  return score === undefined && comment !== "" ? [...said, words] : said;
}

/** What the pressed button means, in order; a form sent with the enter key has none and is an answer. */
function submittedEvents(desk: PageDesk, found: FoundSurvey, form: Submitted): InboundEvent[] {
  const { survey } = found;
  const { choice, score, comment, how, id } = form;
  const happened = { id, at: desk.clock.now(), by: found.by };
  const [name = "", ...value] = choice.split(":");
  if (PRESSES.has(name)) return [eventOfPress({ name, subject: survey.id, value: value.join(":") }, happened)];
  if (choice === "contact-how")
    return [{ kind: "contact-wished", ...happened, surveyId: survey.id, wish: "yes", ...(how === "" ? {} : { how }) }];
  const about = survey.purpose === "recovery" ? aboutCase(found, form, happened) : [];
  if (about.length > 0 && score === undefined) return about;
  return [...about, answerEvent(survey, { score, comment }, happened)];
}

function answerEvent(
  survey: Survey,
  { score, comment }: Pick<Submitted, "score" | "comment">,
  happened: Stamp,
): InboundEvent {
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
export function surveyRoutes(deskOf: (token: string) => Promise<PageDesk>, perLink: number): Hono {
  const app = new Hono();
  const sent = createBudget();
  app.get("/survey/:token", async (context) => {
    const token = context.req.param("token");
    const desk = await deskOf(token);
    const found = await find(desk, token);
    if (!found) return context.html(unknownSurveyPage(desk), 404);
    const { score, change } = context.req.query();
    const filled = { ...NOTHING_FILLED, score, isChanging: change !== undefined };
    return context.html(surveyPage(desk, await viewOf(found, filled)));
  });
  app.post("/survey/:token", async (context) => {
    const token = context.req.param("token");
    const desk = await deskOf(token);
    const found = await find(desk, token);
    if (!found) return context.html(unknownSurveyPage(desk), 404);
    const form = await submitted(context, desk, found.survey);
    if (Math.max(form.comment.length, form.how.length) > LONGEST_TEXT) {
      const notice = desk.wording.say(found.survey.locale, "page.tooLong", { most: LONGEST_TEXT });
      return context.html(surveyPage(desk, { ...(await viewOf(found, form)), notice }), 422);
    }
    const wait = sent.take(found.survey.id, perLink, desk.clock.now());
    if (wait > 0) {
      context.header("Retry-After", retryAfter(wait));
      const notice = desk.wording.say(found.survey.locale, "chat.tooMany");
      return context.html(surveyPage(desk, { ...(await viewOf(found, form)), notice }), 429);
    }
    let refusal: Refusal | undefined;
    for (const event of submittedEvents(desk, found, form)) refusal ??= (await desk.bot.handle(event)).refusal;
    if (!refusal) return context.redirect(`/survey/${encodeURIComponent(token)}`, 303);
    const view = await viewOf((await find(desk, token)) ?? found, form);
    return context.html(surveyPage(desk, { ...view, notice: refusal.text }), STATUS_OF[refusal.code]);
  });
  return app;
}
