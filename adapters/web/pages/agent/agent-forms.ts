import { html } from "hono/html";
import { formNote, hiddenFields, LONGEST_TEXT } from "../form.ts";
import type { Markup } from "../markup.ts";
import { chatIdOf } from "../people.ts";
import type { ConversationFrame } from "./conversation-frame.ts";

function fields({ desk, conversation, name }: ConversationFrame): Markup {
  return hiddenFields(desk.ids, { name, conversation: conversation.interaction.id });
}

function replyForm(frame: ConversationFrame): Markup {
  const { desk, conversation, note } = frame;
  const { id, conversation: address } = conversation.interaction;
  if (chatIdOf(address) === null) {
    return html`<p class="elsewhere">This conversation takes place elsewhere (<code>${address.split(":")[0]}</code>). Reply there; you can resolve it here.</p>`;
  }
  const own = note?.where === "reply" ? note : null;
  return html`<form class="composer" id="composer" method="post" action="${desk.path("/agent/reply")}">
${fields(frame)}
<div class="writing"><label for="text">Your reply</label>
<textarea id="text" name="text" rows="2" required maxlength="${LONGEST_TEXT}" dir="auto" data-draft="reply-${id}" data-enter>${own?.typed ?? ""}</textarea>
<button class="primary">Reply</button></div>${formNote(own?.text ?? null)}</form>`;
}

function resolveForm(frame: ConversationFrame): Markup {
  const { desk, conversation, note } = frame;
  const { product } = conversation.interaction;
  const own = note?.where === "resolve" ? note : null;
  const option = (one: { id: string; name: string }) =>
    html`<option value="${one.id}"${one.id === product ? html` selected` : ""}>${one.name}</option>`;
  const picker = html`<p class="field"><label for="product">Product</label>
<select id="product" name="product"><option value="">Something else</option>${desk.settings.products.map(option)}</select></p>`;
  return html`<details class="resolving" id="resolving"${own ? html` open` : ""}><summary>Resolve…</summary>
<form id="resolve" method="post" action="${desk.path("/agent/resolve")}">${fields(frame)}
${desk.settings.products.length > 0 ? picker : ""}
<p class="field"><label for="skip">Skip the survey because</label>
<input id="skip" name="skip" maxlength="200" value="${own?.typed ?? ""}" aria-describedby="skip-hint" dir="auto"></p>
<p class="hint" id="skip-hint">Leave this empty to ask the customer.</p>
<button class="primary">Resolve the conversation</button>${formNote(own?.text ?? null)}</form></details>`;
}

function reopenForm(frame: ConversationFrame): Markup {
  const own = frame.note?.where === "reopen" ? frame.note : null;
  return html`<form id="reopen" class="reopen" method="post" action="${frame.desk.path("/agent/reopen")}">${fields(frame)}
<button class="quiet">Reopen</button>${formNote(own?.text ?? null)}</form>`;
}

/** Reply, and resolve or reopen. */
export function agentForms(frame: ConversationFrame): Markup {
  const isOpen = frame.conversation.interaction.state === "open";
  return html`<div class="acts">${replyForm(frame)}${isOpen ? resolveForm(frame) : reopenForm(frame)}</div>`;
}
