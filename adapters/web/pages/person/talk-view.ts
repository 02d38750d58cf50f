import { html } from "hono/html";
import { productName } from "../../../../src/name-product.ts";
import { isWithdrawn } from "../../../../src/survey/response.ts";
import { fateWords } from "../agent/fate-words.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { pagePath } from "../seated.ts";
import { timeOf } from "../times.ts";
import type { AnsweredTalk, PersonsTalk } from "./load-person.ts";
import type { PersonFrame } from "./person-frame.ts";

function answerView(frame: PersonFrame, { response, before, receipt }: AnsweredTalk, isHidden: boolean): Markup {
  const { say } = frame;
  const { score, comment, excluded, purpose, id } = response;
  const changed = before === null ? "" : ` (${say("person.changed", { score: before })})`;
  const given = isWithdrawn(response)
    ? say("conv.takenBack")
    : isHidden
      ? say("fate.answered")
      : `${say("survey.score", { score, high: 10 })}${changed}`;
  const left =
    excluded === null || isWithdrawn(response)
      ? NOTHING
      : html`<p class="left" dir="auto">${say("conv.left", { reason: excluded })}</p>`;
  return html`<div class="given" id="answer-${id}"><p>${purpose === "recovery" ? html`${say("conv.askedAgain")}: ` : ""}<b>${given}</b></p>
${comment === null ? NOTHING : html`<blockquote class="words" dir="auto" lang="">${comment}</blockquote>`}${left}
${receipt === "" ? NOTHING : html`<p class="hint">${say("person.receipt", { text: receipt })}</p>`}</div>`;
}

/** One conversation of the customer's: when, about what, its fate, the answers and the case. */
export function talkView(frame: PersonFrame, talk: PersonsTalk): Markup {
  const { desk, seated, say, times } = frame;
  const { interaction, resolution, survey, answers, cases, isHidden } = talk;
  const product = interaction.product === null ? null : productName(desk.settings, interaction.product);
  const fate = resolution === null ? say("agent.isOpen") : fateWords(frame, resolution, survey);
  const owner = interaction.agents.at(-1);
  const caseLink = ({ id, state }: PersonsTalk["cases"][number]) =>
    html` · <a href="${pagePath(desk, seated, `/cases/${id}`)}">${say("person.caseLink", { state: say(`case.${state}`) })}</a>`;
  return html`<li class="card persons-talk" id="talk-${interaction.id}">
<p class="line"><a href="${pagePath(desk, seated, `/conversations/${interaction.id}`)}">${timeOf(interaction.openedAt, times)}</a>${product === null ? "" : html` <bdi class="tag">${product}</bdi>`}</p>
<p class="hint">${fate}${owner === undefined ? "" : html` · ${say("agent.with", { who: owner.name ?? owner.address })}`}${cases.map(caseLink)}</p>
${answers.map((one) => answerView(frame, one, isHidden))}</li>`;
}
