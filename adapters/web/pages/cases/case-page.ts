import { html } from "hono/html";
import { isForm } from "../../../../src/chat/forms.ts";
import { productName } from "../../../../src/name-product.ts";
import { hiddenFields } from "../form.ts";
import { layout, workShell } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { pagePath } from "../seated.ts";
import { timeOf } from "../times.ts";
import { casesAddress } from "./case-address.ts";
import { ACT_PATH, caseForm, type WayOn, wayBack, waysOn } from "./case-form.ts";
import { actsOf, type CaseFrame } from "./case-frame.ts";
import { KEYS, nameOf, openForm, scoreView } from "./case-row.ts";
import { stepList } from "./case-steps.ts";
import { talkView } from "./case-talk.ts";
import { deadlineWords } from "./case-words.ts";
import { whoWorks } from "./cases-page.ts";
import { keysDialog } from "./keys-dialog.ts";
import type { CaseFound, EarlierAnswer } from "./load-case.ts";

function wayView(frame: CaseFrame, { seen }: CaseFound, way: WayOn): Markup {
  const { desk, form, say } = frame;
  const { id } = seen.item;
  const label = say(`cases.do.${way.label}`);
  const key = html` data-key="${KEYS[way.label]}"`;
  if (way.isForm && isForm(way.name)) {
    const isOpen = form?.act === way.name;
    return html`<details class="reason" id="reason-${way.name}"${isOpen ? html` open` : ""}><summary${key}>${label}</summary>${caseForm(frame, seen, way.name, "case")}</details>`;
  }
  const fields = hiddenFields(desk.ids, { ...wayBack(frame, "case"), act: way.name, subject: id });
  return html`<form id="form-${way.name}" method="post" action="${desk.path(ACT_PATH)}" data-then="case-${id}">${fields}<button class="quiet"${key}>${label}</button><p class="form-note" role="alert"></p></form>`;
}

function acts(frame: CaseFrame, found: CaseFound): Markup {
  const { seen } = found;
  const { form, say } = frame;
  const ways = waysOn(actsOf(frame, seen));
  const isOffered = ways.some(({ name, isForm: has }) => has && name === form?.act);
  const left = form !== null && !isOffered ? openForm(frame, seen, "case") : NOTHING;
  if (ways.length === 0) return left;
  return html`${left}<div class="choices" role="group" aria-label="${say("cases.acts")}">${ways.map((way) => wayView(frame, found, way))}</div>`;
}

function facts({ desk, seated, say }: CaseFrame, { card, seen }: CaseFound): Markup {
  const { product } = seen.response;
  const lines = (card.facts ?? []).map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`,
  );
  const about =
    product === null
      ? ""
      : html`<li><a href="${pagePath(desk, seated, `/products/${encodeURIComponent(product)}`)}"><bdi>${productName(desk.settings, product)}</bdi></a></li>`;
  return html`<dl class="facts">${lines}</dl>
<ul class="links">${about}<li><a href="${pagePath(desk, seated, `/customers/${encodeURIComponent(seen.item.customerId)}`)}">${say("cases.customer")}</a></li></ul>`;
}

function earlierView(frame: CaseFrame, { answer, isHidden }: EarlierAnswer): Markup {
  const { desk, seated, say, times } = frame;
  const score = isHidden ? say("cases.hiddenScore") : `${answer.score}/10`;
  const talk = pagePath(desk, seated, `/conversations/${encodeURIComponent(answer.interactionId)}`);
  return html`<li id="earlier-${answer.id}"><a href="${talk}">${score}</a> ${timeOf(answer.answeredAt, times)}${answer.comment === null ? "" : html` <q dir="auto" lang="">${answer.comment}</q>`}</li>`;
}

function aside(frame: CaseFrame, found: CaseFound): Markup {
  const { say, times } = frame;
  const { earlier, seen, steps } = found;
  const answers =
    earlier.length === 0
      ? html`<p class="hint">${say("cases.noEarlier")}</p>`
      : html`<ul class="earlier">${earlier.map((one) => earlierView(frame, one))}</ul>`;
  const opened =
    steps.length === 0 ? html`<p class="hint">${say("cases.opened")} ${timeOf(seen.item.openedAt, times)}</p>` : "";
  return html`<section class="card" aria-labelledby="history-title"><h2 id="history-title">${say("cases.history")}</h2>${opened}${stepList(frame, steps)}</section>
<section class="card" aria-labelledby="earlier-title"><h2 id="earlier-title">${say("cases.earlier")}</h2>${answers}</section>`;
}

function head(frame: CaseFrame, found: CaseFound): Markup {
  const { seen, card } = found;
  const deadline = deadlineWords(frame, seen);
  const quote = card.quote
    ? html`<figure class="quote"><blockquote dir="auto" lang="">${card.quote.text}</blockquote></figure>`
    : "";
  return html`<section class="card case-head" id="case-${seen.item.id}" aria-labelledby="case-title">
<p class="what">${scoreView(frame, seen)} <b class="to"><bdi>${nameOf(frame, seen)}</bdi></b>${deadline ? html` <b class="time is-${deadline.kind}">${deadline.text}</b>` : ""}</p>
<p class="words" id="case-title" dir="auto">${card.text}</p>${quote}${facts(frame, found)}${acts(frame, found)}</section>`;
}

/** Everything about one case: how it stands and what can be done, what happened, the conversation beside it, and what the customer said before. */
export function casePage(frame: CaseFrame, found: CaseFound): Markup {
  const { desk, seated, say, query } = frame;
  const { seen } = found;
  const name = nameOf(frame, seen);
  return layout(
    {
      ...workShell(frame),
      title: `${name} · ${say("cases.title")}`,
      seat: null,
      at: "/cases",
      follows: ["team", "conversation"],
      styles: ["cases.css"],
      scripts: ["list.js"],
    },
    html`<div class="working"><p class="way-back"><a rel="up" href="${casesAddress(desk, seated, query)}">${say("cases.back")}</a></p>
<div class="page-head"><h1><bdi>${name}</bdi></h1>${seated === null ? "" : whoWorks(frame, `/cases/${seen.item.id}`)}</div>
${seated === null ? whoWorks(frame, `/cases/${seen.item.id}`) : ""}
<div class="beside"><div class="own">${head(frame, found)}${aside(frame, found)}</div>${talkView(frame, found)}</div>
${keysDialog(frame)}</div>`,
  );
}
