import { html } from "hono/html";
import { isWithdrawn, type Response, type Revision } from "../../../../src/survey/response.ts";
import { formNote, hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameField } from "../seated.ts";
import { timeOf } from "../times.ts";
import type { AnswerSeen } from "./load-story.ts";
import { mayDo, noteAt, type StoryFrame } from "./story-frame.ts";

function excludeForm(frame: StoryFrame, { id, excluded }: Response): Markup {
  const { desk, seated, story, say } = frame;
  const act = excluded === null ? "exclude" : "include";
  const note = noteAt(frame, act, id);
  const fields = hiddenFields(desk.ids, { ...nameField(seated), subject: id });
  const action = desk.path(`/conversations/${story.interaction.id}/${act}`);
  const failed = formNote(note?.text ?? null);
  if (act === "include")
    return html`<form id="include-${id}" method="post" action="${action}">${fields}<button>${say("conv.include")}</button>${failed}</form>`;
  return html`<details class="reason" id="excluding-${id}"${note ? html` open` : ""}><summary>${say("conv.exclude")}</summary>
<form id="exclude-${id}" method="post" action="${action}">${fields}<label for="reason-${id}">${say("conv.excludeWhy")}</label>
<input id="reason-${id}" name="reason" required maxlength="200" dir="auto" value="${note?.typed ?? ""}" aria-describedby="reason-hint-${id}">
<p class="hint" id="reason-hint-${id}">${say("conv.excludeHint")}</p><button class="primary">${say("conv.excludeDo")}</button>${failed}</form></details>`;
}

/** That it does not count, and why; the acts by which that is settled. */
function standing(frame: StoryFrame, response: Response): Markup {
  const { say } = frame;
  if (isWithdrawn(response)) return html`<p class="left">${say("conv.takenBack")}</p>`;
  const left =
    response.excluded === null
      ? NOTHING
      : html`<p class="left" dir="auto">${say("conv.left", { reason: response.excluded })}</p>`;
  return html`${left}${mayDo(frame, "exclude-answer") ? excludeForm(frame, response) : NOTHING}`;
}

function revisionsView({ say, times, story }: StoryFrame, revisions: readonly Revision[]): Markup {
  if (revisions.length < 2) return NOTHING;
  const score = (one: Revision) => (story.isHidden ? "" : html` <b>${one.score}</b>`);
  const line = (one: Revision) =>
    html`<li>${timeOf(one.at, times)}${score(one)}${one.comment === null ? "" : html` <q dir="auto" lang="">${one.comment}</q>`}</li>`;
  return html`<details class="changes"><summary>${say("conv.revisions")}</summary><ol class="steps">${revisions.map(line)}</ol></details>`;
}

function answerOf(frame: StoryFrame, { response, revisions }: AnswerSeen): Markup {
  const { say, times, story } = frame;
  const { id, score, comment, answeredAt, band, creditedAgent, purpose } = response;
  const given = html`<p class="score is-${band}">${say("survey.score", { score, high: 10 })}</p>`;
  const credited =
    creditedAgent === null
      ? say("conv.creditedNone")
      : say("conv.credited", { who: creditedAgent.name ?? creditedAgent.address });
  return html`<div class="answer" id="answer-${id}">
${purpose === "recovery" ? html`<h3>${say("conv.askedAgain")}</h3>` : ""}${story.isHidden ? html`<p class="hint">${say("conv.hidden")}</p>` : given}
${comment === null ? html`<p class="hint">${say("conv.noComment")}</p>` : html`<blockquote class="words" dir="auto" lang="">${comment}</blockquote>`}
<p class="hint">${timeOf(answeredAt, times)} · ${credited}</p>
${revisionsView(frame, revisions)}${standing(frame, response)}</div>`;
}

/** What the customer answered, with its earlier states, whether it counts, and the act that changes that. */
export function answersView(frame: StoryFrame): Markup {
  const { say, story } = frame;
  const answers = story.resolved.flatMap(({ askings }) =>
    askings.flatMap(({ answer }) => (answer === null ? [] : [answer])),
  );
  const none = html`<p class="hint">${say("conv.noAnswer")}</p>`;
  return html`<section class="card answers" aria-labelledby="answer"><h2 id="answer">${say("conv.answer")}</h2>
${answers.length === 0 ? none : answers.toReversed().map((one) => answerOf(frame, one))}</section>`;
}
