import { html } from "hono/html";
import { formNote, hiddenFields, LONGEST_TEXT } from "../form.ts";
import type { Markup } from "../markup.ts";
import { chatIdOf } from "../people.ts";
import { nameField } from "../seated.ts";
import type { AgentNote, ConversationFrame } from "./conversation-frame.ts";
import { placeWords } from "./place-words.ts";

function fields({ desk, conversation, seated }: ConversationFrame): Markup {
  return hiddenFields(desk.ids, { ...nameField(seated), conversation: conversation.interaction.id });
}

function noteAt({ note }: ConversationFrame, where: AgentNote["where"]): AgentNote | null {
  return note?.where === where ? note : null;
}

function replyForm(frame: ConversationFrame): Markup {
  const { desk, conversation, say } = frame;
  const { id, conversation: address } = conversation.interaction;
  if (chatIdOf(address) === null)
    return html`<p class="elsewhere">${say("agent.elsewhere", { platform: placeWords(frame, address) })}</p>`;
  const own = noteAt(frame, "reply");
  return html`<form class="composer" id="composer" method="post" action="${desk.path("/agent/reply")}">
${fields(frame)}
<div class="writing"><label for="text">${say("agent.reply")}</label>
<textarea id="text" name="text" rows="2" required maxlength="${LONGEST_TEXT}" dir="auto" data-draft="reply-${id}" data-enter>${own?.typed ?? ""}</textarea>
<button class="primary">${say("agent.send")}</button></div>${formNote(own?.text ?? null)}</form>`;
}

/** A menu of the desk's products, at first the conversation's; `none` is what it says where none is chosen. */
function productPicker({ desk, conversation, say }: ConversationFrame, id: string, none: string): Markup | "" {
  const { product } = conversation.interaction;
  if (desk.settings.products.length === 0) return "";
  const option = (one: { id: string; name: string }) =>
    html`<option value="${one.id}"${one.id === product ? html` selected` : ""}>${one.name}</option>`;
  return html`<p class="field"><label for="${id}">${say("team.product")}</label>
<select id="${id}" name="product"><option value="">${none}</option>${desk.settings.products.map(option)}</select></p>`;
}

function resolveForm(frame: ConversationFrame): Markup {
  const { desk, say } = frame;
  const own = noteAt(frame, "resolve");
  return html`<details class="resolving" id="resolving" name="act"${own ? html` open` : ""}><summary>${say("agent.resolve")}</summary>
<form id="resolve" method="post" action="${desk.path("/agent/resolve")}">${fields(frame)}
${productPicker(frame, "product", say("chat.productAny"))}
<p class="field"><label for="skip">${say("agent.skip")}</label>
<input id="skip" name="skip" maxlength="200" value="${own?.typed ?? ""}" aria-describedby="skip-hint" dir="auto"></p>
<p class="hint" id="skip-hint">${say("agent.skipHint")}</p>
<button class="primary">${say("agent.resolveDo")}</button>${formNote(own?.text ?? null)}</form></details>`;
}

function reopenForm(frame: ConversationFrame): Markup {
  const own = noteAt(frame, "reopen");
  return html`<form id="reopen" class="reopen" method="post" action="${frame.desk.path("/agent/reopen")}">${fields(frame)}
<button class="quiet">${frame.say("card.reopen")}</button>${formNote(own?.text ?? null)}</form>`;
}

/** What the agent is told who has pulled the cord, as long as it stands. */
function pulledNote({ conversation, seated, say }: ConversationFrame): Markup | "" {
  const mine = conversation.pulls.find(({ address }) => address === seated.by.address);
  return mine === undefined ? "" : html`<p class="hint" id="cord-pulled">${say("agent.pulled")}</p>`;
}

function cordForm(frame: ConversationFrame): Markup {
  const { desk, say } = frame;
  const own = noteAt(frame, "cord");
  return html`<details class="resolving" id="pulling" name="act"${own ? html` open` : ""}><summary>${say("agent.pull")}</summary>
<form id="cord" method="post" action="${desk.path("/agent/cord")}">${fields(frame)}
${productPicker(frame, "cord-product", say("agent.itsProduct"))}
<p class="field"><label for="sentence">${say("cord.pullLabel")}</label>
<input id="sentence" name="sentence" required maxlength="400" value="${own?.typed ?? ""}" aria-describedby="sentence-hint" dir="auto"></p>
<p class="hint" id="sentence-hint">${say("agent.pullHint")}</p>
<button class="primary">${say("cord.pull")}</button>${formNote(own?.text ?? null)}</form></details>`;
}

/** Reply, resolve or reopen, and pull the cord. */
export function agentForms(frame: ConversationFrame): Markup {
  const isOpen = frame.conversation.interaction.state === "open";
  return html`<div class="acts">${replyForm(frame)}${pulledNote(frame)}<div class="ending">${isOpen ? resolveForm(frame) : reopenForm(frame)}${cordForm(frame)}</div></div>`;
}
