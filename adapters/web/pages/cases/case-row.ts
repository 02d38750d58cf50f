import { html } from "hono/html";
import { isForm } from "../../../../src/chat/forms.ts";
import { productName } from "../../../../src/name-product.ts";
import { isLate } from "../../../../src/recovery/case-list.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { caseAddress } from "./case-address.ts";
import { caseForm, type WayOn, waysOn } from "./case-form.ts";
import { actsOf, type CaseFrame, ownerText } from "./case-frame.ts";
import { deadlineWords, firstWords } from "./case-words.ts";
import type { CaseSeen } from "./load-cases.ts";

/** By which key each way on is taken; {@link WayOn} */
export const KEYS = { claim: "c", assign: "a", contact: "m", resolve: "e", reopen: "r", more: "n" } as const;

function buttonOf({ say }: CaseFrame, { item }: CaseSeen, way: WayOn): Markup {
  const form = way.isForm ? "open" : "act";
  return html`<button class="quiet" form="${form}" name="do" value="${way.name} ${item.id}" data-key="${KEYS[way.label]}">${say(`cases.do.${way.label}`)}</button>`;
}

/** The score as this reader may see it. */
export function scoreView({ say }: CaseFrame, { response, isHidden }: CaseSeen): Markup {
  if (isHidden)
    return html`<span class="score is-hidden" title="${say("cases.hiddenScore")}"><span aria-hidden="true">–</span><span class="unseen">${say("cases.hiddenScore")}</span></span>`;
  return html`<span class="score is-${response.band}"><span class="unseen">${say("team.score")} </span>${response.score}</span>`;
}

/** What the team calls the customer of the case. */
export function nameOf({ say }: CaseFrame, { customer }: CaseSeen): string {
  return customer?.name ?? say("team.somebody");
}

/** The form that is open at the case, or why a press could not be taken; nothing where neither is. */
export function openForm(frame: CaseFrame, seen: CaseSeen, page: "list" | "case"): Markup {
  const { form } = frame;
  if (form?.caseId !== seen.item.id) return NOTHING;
  if (isForm(form.act)) return caseForm(frame, seen, form.act, page);
  return html`<p class="form-note" role="alert">${form.refused ?? ""}</p>`;
}

/** One case in one row: whose it is, what they gave and said, by when and in whose hands, and what can be done. */
export function caseRow(frame: CaseFrame, seen: CaseSeen, isGone: boolean): Markup {
  const { desk, seated, query, say } = frame;
  const { item, response } = seen;
  const { id } = item;
  const deadline = deadlineWords(frame, seen);
  const words = firstWords(response.comment);
  const product = response.product === null ? null : productName(desk.settings, response.product);
  const owner = ownerText(item) ?? say("team.noOwner");
  const state = say(`case.${item.state}`);
  const customer = nameOf(frame, seen);
  const ways = waysOn(actsOf(frame, seen));
  const late = isLate(item, desk.clock.now()) ? " is-late" : "";
  return html`<li class="case is-${item.state}${late}" id="case-${id}" data-said="${say("cases.said", { customer, state, owner })}">
${scoreView(frame, seen)}
<div class="what"><a class="to" href="${caseAddress(desk, seated, id, query)}" aria-describedby="facts-${id}"><bdi>${customer}</bdi></a>
${words === null ? html`<span class="first none">${say("cases.wordless")}</span>` : html`<q class="first" dir="auto" lang="">${words}</q>`}
<p class="facts-line" id="facts-${id}">${deadline ? html`<b class="time is-${deadline.kind}">${deadline.text}</b> ` : ""}${product === null ? "" : html`<span class="tag"><bdi>${product}</bdi></span> `}<span class="whose${item.ownerAddress === null ? " none" : ""}"><span class="unseen">${say("team.owner")} </span><bdi>${owner}</bdi></span> <span class="state">${state}</span></p></div>
${ways.length === 0 ? NOTHING : html`<div class="case-acts" role="group" aria-label="${customer}">${ways.map((way) => buttonOf(frame, seen, way))}</div>`}
${isGone ? html`<p class="hint gone-from">${say("cases.gone")}</p>` : ""}${openForm(frame, seen, "list")}</li>`;
}
