import { html } from "hono/html";
import { productName } from "../../../../src/name-product.ts";
import type { Case } from "../../../../src/recovery/case.ts";
import { may } from "../../../../src/rights.ts";
import { conversationAddress } from "../agent/conversation-link.ts";
import { placeWords } from "../agent/place-words.ts";
import { layout } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { chatIdOf } from "../people.ts";
import { guestAt, pagePath } from "../seated.ts";
import { timeOf, writtenTime } from "../times.ts";
import { againstView } from "./against-view.ts";
import { answersView } from "./answer-view.ts";
import { courseView } from "./course-view.ts";
import type { OtherTalk } from "./load-story.ts";
import { actsView } from "./story-acts.ts";
import type { StoryFrame } from "./story-frame.ts";
import { transcriptView } from "./transcript-view.ts";

function caseView({ desk, seated, say }: StoryFrame, item: Case): Markup {
  const owner = item.ownerName ?? item.ownerAddress;
  const whose = owner === null ? say("agent.withNobody") : say("conv.caseOwner", { who: owner });
  return html`<li id="case-${item.id}"><b>${say(`case.${item.state}`)}</b>, ${whose}.
<a href="${pagePath(desk, seated, `/cases/${item.id}`)}">${say("conv.caseOpen")}</a></li>`;
}

function casesView(frame: StoryFrame): Markup {
  const { cases } = frame.story;
  if (cases.length === 0) return NOTHING;
  return html`<section class="card" aria-labelledby="case"><h2 id="case">${frame.say("conv.case")}</h2>
<ul class="lines">${cases.map((item) => caseView(frame, item))}</ul></section>`;
}

function otherView({ desk, seated, times, say }: StoryFrame, { interaction, score }: OtherTalk): Markup {
  const address = pagePath(desk, seated, `/conversations/${interaction.id}`);
  const product =
    interaction.product === null
      ? ""
      : html` <bdi class="tag">${productName(desk.settings, interaction.product)}</bdi>`;
  return html`<li><a href="${address}">${timeOf(interaction.openedAt, times)}</a>${product}${
    score === null ? "" : html` <span class="hint">${say("survey.score", { score, high: 10 })}</span>`
  }</li>`;
}

function customerView(frame: StoryFrame): Markup {
  const { desk, seated, story, say, who } = frame;
  if (story.customer === null) return NOTHING;
  const { others } = story;
  const list = html`<h3>${say("conv.others")}</h3><ul class="lines">${others.map((one) => otherView(frame, one))}</ul>`;
  return html`<section class="card" aria-labelledby="whom"><h2 id="whom">${say("conv.customer")}</h2>
<p><b><bdi>${who}</bdi></b>${story.customer.email === null ? "" : html` · <bdi>${story.customer.email}</bdi>`}</p>
${others.length > 0 ? list : ""}
<p><a href="${pagePath(desk, seated, `/customers/${story.customer.id}`)}">${say("conv.everything", { customer: who })}</a></p></section>`;
}

/** Where somebody answers in it: at the agent's seat, or on its own platform. */
function whereView(frame: StoryFrame): Markup {
  const { desk, seated, story, say } = frame;
  const { id, conversation, isTest } = story.interaction;
  if (isTest || conversation.startsWith("import:")) return NOTHING;
  if (chatIdOf(conversation) === null)
    return html`<p class="hint">${say("conv.elsewhere", { platform: placeWords(frame, conversation) })}</p>`;
  if (seated.name === null && !may(seated.by.role, "resolve")) return NOTHING;
  return html`<a class="button" href="${conversationAddress({ desk, name: seated.name }, id)}">${say("conv.answerHere")}</a>`;
}

function head(frame: StoryFrame): Markup {
  const { desk, story, say, times, who } = frame;
  const { interaction } = story;
  const product = interaction.product === null ? null : productName(desk.settings, interaction.product);
  return html`<div class="page-head"><div><h1><bdi>${say("conv.title", { customer: who })}</bdi></h1>
<p class="tags">${product === null ? "" : html`<bdi class="tag">${product}</bdi>`}<span class="tag">${say(interaction.state === "open" ? "agent.isOpen" : "agent.isResolved")}</span>
<span class="hint">${say("conv.openedAt", { at: writtenTime(interaction.openedAt, times) })}</span></p></div>${whereView(frame)}</div>`;
}

/** A conversation whole: what was said, what was asked and answered, its case, its customer, and what can be put right. */
export function storyPage(frame: StoryFrame): Markup {
  const { desk, seated, say, lang, who } = frame;
  const shell = { desk, title: say("conv.title", { customer: who }), lang, seat: null, name: seated.name } as const;
  return layout(
    {
      ...shell,
      follows: ["conversation", "team"],
      guest: guestAt(seated),
      styles: ["conversations.css"],
      isTold: true,
    },
    html`<div class="story-page">${head(frame)}<div class="story-parts">${transcriptView(frame)}
<div class="aside">${answersView(frame)}${againstView(frame)}${courseView(frame)}${casesView(frame)}${actsView(frame)}${customerView(frame)}</div></div></div>`,
  );
}
