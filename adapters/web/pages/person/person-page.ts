import { html } from "hono/html";
import { may } from "../../../../src/rights.ts";
import type { SayWords } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { hiddenFields } from "../form.ts";
import { layout, type Shell } from "../layout.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { guestAt, nameField, pagePath, type Seated } from "../seated.ts";
import { writtenTime } from "../times.ts";
import { aboutView, promisesView, tellingsView, toldView, wishesView } from "./person-facts.ts";
import type { PersonFrame } from "./person-frame.ts";
import { talkView } from "./talk-view.ts";

function shellOf(desk: PageDesk, seated: Seated, title: string, lang: string): Shell {
  const told = { follows: ["conversation", "team"], isTold: true } as const;
  return {
    desk,
    title,
    lang,
    seat: null,
    ...told,
    name: seated.name,
    guest: guestAt(seated),
    styles: ["conversations.css"],
  };
}

function turns({ desk, seated, say, person, isOlder }: PersonFrame): Markup {
  const { customer, older } = person;
  if (older === null && !isOlder) return NOTHING;
  const path = `/customers/${customer.id}`;
  return html`<nav class="turns" aria-label="${say("person.conversations")}">
${isOlder ? html`<a rel="first" href="${pagePath(desk, seated, path)}">${say("person.newest")}</a>` : ""}
${older === null ? "" : html`<a rel="next" href="${pagePath(desk, seated, path, { before: String(older) })}">${say("person.older")}</a>`}</nav>`;
}

/** What whoever came by the desk's key is told: there is nobody's name in it that the audit log could keep. */
function byAnAdmin({ path }: PageDesk, say: SayWords): Markup {
  return html`<section class="card acting" aria-labelledby="acting"><h2 id="acting">${say("conv.acts")}</h2>
<p class="hint">${say("person.byKey")} <a href="${path("/people")}">${say("people.title")}</a></p></section>`;
}

/** What an admin may do: take out everything that is kept, or have it forgotten. */
function actsView({ desk, seated, say, person }: PersonFrame): Markup {
  const { id } = person.customer;
  const { role } = seated.by;
  if (guestAt(seated) === null) return byAnAdmin(desk, say);
  const mayExport = may(role, "export-raw");
  const mayForget = may(role, "forget") && person.forgottenAt === null;
  if (!mayExport && !mayForget) return NOTHING;
  const fields = hiddenFields(desk.ids, { ...nameField(seated), subject: id });
  const taking = html`<form id="export" method="post" action="${desk.path(`/customers/${id}/data`)}" data-leads>${fields}
<button>${say("person.export")}</button><p class="hint">${say("person.exportHint")}</p></form>`;
  return html`<section class="card acting" aria-labelledby="acting"><h2 id="acting">${say("conv.acts")}</h2>${mayExport ? taking : ""}
${mayForget ? html`<p><a href="${pagePath(desk, seated, `/customers/${id}/forget`)}">${say("person.forget")}</a></p>` : ""}</section>`;
}

/** Everything with one person over time. */
export function personPage(frame: PersonFrame): Markup {
  const { desk, seated, say, lang, times, person, who } = frame;
  const { talks, forgottenAt } = person;
  const going = html`<p class="card left" role="status">${say("person.forgetting", { at: writtenTime(forgottenAt ?? 0, times) })}</p>`;
  const list = html`<ol class="persons-talks">${talks.map((talk) => talkView(frame, talk))}</ol>`;
  return layout(
    shellOf(desk, seated, who, lang),
    html`<div class="story-page"><div class="page-head"><div><h1><bdi>${who}</bdi></h1><p class="lead">${say("person.lead")}</p></div></div>
${forgottenAt === null ? "" : going}<div class="story-parts"><section aria-labelledby="talks"><h2 id="talks">${say("person.conversations")}</h2>
${talks.length > 0 ? list : html`<p class="card hint">${say("person.noConversations")}</p>`}${turns(frame)}</section>
<div class="aside">${aboutView(frame)}${wishesView(frame)}${promisesView(frame)}${tellingsView(frame)}${toldView(frame)}${actsView(frame)}</div></div></div>`,
  );
}

/** Asks whether they are really to be forgotten, and says what goes. */
export function forgetPage(frame: PersonFrame, failed: string | null): Markup {
  const { desk, seated, say, lang, person, who } = frame;
  const path = `/customers/${person.customer.id}`;
  const fields = hiddenFields(desk.ids, { ...nameField(seated), subject: person.customer.id });
  const title = say("person.forgetTitle", { customer: who });
  return layout(
    { ...shellOf(desk, seated, title, lang), follows: null, isTold: false },
    html`<div class="narrow"><h1>${title}</h1><p class="lead">${say("person.forgetAsk")}</p>
<form id="forget" method="post" action="${desk.path(`${path}/forget`)}">${fields}
<div class="choices"><button class="primary">${say("person.forgetDo")}</button>
<a class="button" href="${pagePath(desk, seated, path)}">${say("person.forgetBack")}</a></div>
<p class="form-note" role="alert">${failed ?? ""}</p></form></div>`,
  );
}
