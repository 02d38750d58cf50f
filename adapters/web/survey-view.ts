import { html } from "hono/html";
import type { Response } from "../../src/survey/response.ts";
import { lowest, type Scale, scores } from "../../src/survey/score.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { questionText } from "../../src/survey/survey-messages.ts";
import type { SayWords, WordingKey } from "../../src/wording.ts";
import type { PageDesk } from "./desk.ts";
import { pageShell } from "./page-shell.ts";
import { LONGEST_TEXT } from "./pages/form.ts";
import { type Markup, NOTHING } from "./pages/markup.ts";
import { scaleEnds } from "./scale-ends.ts";
import type { AfterAnswer } from "./survey-after.ts";
import { afterAnswerView } from "./survey-after-view.ts";

const HIGH = 10;

/** What has been chosen and written so far. */
export interface FilledPage {
  /** As text: it comes from a link or a form and is not yet read. */
  readonly score: string | undefined;
  readonly comment: string;
  /** `yes` or `no`, of a question about a case; as text too. */
  readonly putRight: string | undefined;
  /** Whether they want to answer anew, or have just tried. */
  readonly isChanging: boolean;
}

/** What the page of one survey says; every part may be left out. */
export interface SurveyView {
  readonly survey: Survey;
  /** A sentence of the bot: thanks, a refusal, or why there is no question; without a form it heads the page. */
  readonly notice?: string;
  readonly response?: Response;
  /** What leads back to the form is called, where an answer would count but none is asked for. */
  readonly again?: WordingKey;
  /** Present where an answer counts now and is asked for. */
  readonly form?: FilledPage & { readonly mayDecline: boolean };
  readonly mayOptIn?: boolean;
  /** Whether nobody may read their words to learn from them. */
  readonly isUnread?: boolean;
  /** What is offered once there is an answer. */
  readonly after?: AfterAnswer;
  /** What is said to somebody unhappy, and how they wish to be contacted so far. */
  readonly contact?: { readonly text: string; readonly isWanted: boolean; readonly how: string };
}

function sayer(desk: PageDesk, locale: string, scale: Scale): SayWords {
  const common = { brand: desk.settings.desk.brand, low: lowest(scale), high: HIGH };
  return (key, values = {}) => desk.wording.say(locale, key, { ...common, ...values });
}

function scoreChoice(score: number, chosen: string | undefined, isRequired: boolean): Markup {
  const checked = chosen === String(score) ? html` checked` : "";
  return html`<label class="score"><input type="radio" name="score" value="${score}"${isRequired ? html` required` : ""}${checked}><span>${score}</span></label>`;
}

function putRightChoice(chosen: string | undefined, say: SayWords): Markup {
  const choice = (value: "yes" | "no", label: string) =>
    html`<label><input type="radio" name="put-right" value="${value}"${chosen === value ? html` checked` : ""}> ${label}</label>`;
  return html`<fieldset class="put-right"><legend>${say("survey.putRight")}</legend>
${choice("yes", say("survey.putRightYes"))} ${choice("no", say("survey.putRightNo"))}</fieldset>`;
}

/** How somebody wants to be contacted, or that they do not. */
function contactForm(desk: PageDesk, contact: NonNullable<SurveyView["contact"]>, say: SayWords): Markup {
  const { isWanted, how } = contact;
  const send = say(isWanted ? "chat.send" : "survey.contactAfterAll");
  return html`<form method="post" class="survey contact"><input type="hidden" name="form" value="${desk.ids.secret()}">
<p><label for="how">${say("form.contactHow")}</label>
<textarea id="how" name="how" rows="2" maxlength="${LONGEST_TEXT}" dir="auto">${how}</textarea></p>
<p class="actions"><button name="choice" value="contact-how" class="primary">${send}</button>
${isWanted ? choiceButton("contact-no", say("survey.contactNo")) : ""}</p></form>`;
}

function choiceButton(choice: string, label: string): Markup {
  return html`<button name="choice" value="${choice}" class="quiet" formnovalidate>${label}</button>`;
}

function answerForm(desk: PageDesk, view: SurveyView, form: NonNullable<SurveyView["form"]>, say: SayWords): Markup {
  const { survey } = view;
  const isChange = view.response !== undefined;
  const decline = html`${choiceButton("not-now", say("survey.notNow"))} ${choiceButton("never", say("survey.never"))}`;
  const label = isChange ? say("survey.change") : say("page.confirm");
  const answerButton = html`<button name="choice" value="answer" class="primary">${label}</button>`;
  const ends = { low: say("survey.endLow"), high: say("survey.endHigh") };
  return html`<form method="post" action="?" class="survey">
<input type="hidden" name="form" value="${desk.ids.secret()}">
${survey.purpose === "recovery" ? putRightChoice(form.putRight, say) : ""}
<fieldset role="radiogroup" aria-labelledby="heading" aria-describedby="ends">
<div class="scores scores-${scores(survey.scale).length}">${scores(survey.scale).map((score) => scoreChoice(score, form.score, survey.purpose === "recommend"))}</div>
${scaleEnds(ends, "ends")}
</fieldset>
<p><label for="comment">${say("survey.comment")}</label>
<textarea id="comment" name="comment" rows="3" maxlength="${LONGEST_TEXT}" dir="auto" aria-describedby="comment-hint">${form.comment}</textarea>
<span id="comment-hint" class="hint">${say("page.commentHint")}</span></p>
<p class="actions">${answerButton}
${form.mayDecline ? decline : ""}</p>
</form>`;
}

/** The way back to the form, for somebody who has answered or did not want to. */
function againLink({ again }: SurveyView, say: SayWords): Markup {
  return again === undefined ? NOTHING : html`<p><a class="again" href="?change">${say(again)}</a></p>`;
}

function ownAnswer(response: Response, say: SayWords): Markup {
  const words = response.comment === null ? "" : html`<blockquote dir="auto">${response.comment}</blockquote>`;
  return html`<section class="own-answer"><p class="own-score">${say("survey.score", { score: response.score })}</p>${words}</section>`;
}

function optInForm(desk: PageDesk, say: SayWords): Markup {
  return html`<form method="post"><input type="hidden" name="form" value="${desk.ids.secret()}">
<p class="actions">${choiceButton("opt-in", say("survey.optIn"))}</p></form>`;
}

/** That conversations are kept and may be read, and how to say no. */
function privacyForm(desk: PageDesk, { isUnread = false }: SurveyView, say: SayWords): Markup {
  if (isUnread) return html`<p class="hint">${say("privacy.notRead")}</p>`;
  if (!desk.settings.privacy.notice) return html``;
  return html`<form method="post"><input type="hidden" name="form" value="${desk.ids.secret()}">
<p class="hint">${say("privacy.pageNotice")}</p><p class="actions">${choiceButton("read-no", say("privacy.dontRead"))}</p></form>`;
}

function senderOf({ settings: { desk } }: PageDesk): string {
  return desk.brand === "us" ? desk.name : desk.brand;
}

/** The page of one survey, in the language it was asked in: the question with its form, or what there is to say. */
export function surveyPage(desk: PageDesk, view: SurveyView): Markup {
  const { survey, notice, response, form, mayOptIn, after, contact } = view;
  const say = sayer(desk, survey.locale, survey.scale);
  const asked = form && questionText(desk, survey);
  const heading = asked ?? notice ?? say("page.survey");
  return pageShell(
    { lang: survey.locale, title: say("page.survey"), heading, sender: senderOf(desk), className: "survey-page" },
    html`${form && notice !== undefined ? html`<p class="notice" role="status">${notice}</p>` : ""}
${contact ? html`<p class="notice">${contact.text}</p>` : ""}
${response && !form ? ownAnswer(response, say) : ""}
${contact ? contactForm(desk, contact, say) : ""}
${form ? answerForm(desk, view, form, say) : ""}
${againLink(view, say)}
${after && !form ? afterAnswerView(desk, after, say) : ""}
${mayOptIn ? optInForm(desk, say) : ""}
${form || response ? privacyForm(desk, view, say) : ""}`,
  );
}

/** The page of a link that leads to no question. */
export function unknownSurveyPage(desk: PageDesk): Markup {
  const lang = desk.wording.choose(desk.settings.desk.locale);
  const title = desk.wording.say(lang, "page.survey", { brand: desk.settings.desk.brand });
  const heading = desk.wording.say(lang, "page.unknown");
  return pageShell({ lang, title, heading, sender: senderOf(desk), className: "survey-page" }, NOTHING);
}
