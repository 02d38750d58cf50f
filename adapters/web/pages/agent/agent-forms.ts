import { html } from "hono/html";
import { formNote, hiddenFields, LONGEST_TEXT } from "../form.ts";
import type { Markup } from "../markup.ts";
import { agentNamed, chatIdOf } from "../people.ts";
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

/** A menu of the desk's products, at first the conversation's; `none` is what it says where none is chosen. */
function productPicker({ desk, conversation }: ConversationFrame, id: string, none: string): Markup {
  const { product } = conversation.interaction;
  const option = (one: { id: string; name: string }) =>
    html`<option value="${one.id}"${one.id === product ? html` selected` : ""}>${one.name}</option>`;
  return html`<p class="field"><label for="${id}">Product</label>
<select id="${id}" name="product"><option value="">${none}</option>${desk.settings.products.map(option)}</select></p>`;
}

function resolveForm(frame: ConversationFrame): Markup {
  const { desk, note } = frame;
  const own = note?.where === "resolve" ? note : null;
  return html`<details class="resolving" id="resolving"${own ? html` open` : ""}><summary>Resolve…</summary>
<form id="resolve" method="post" action="${desk.path("/agent/resolve")}">${fields(frame)}
${desk.settings.products.length > 0 ? productPicker(frame, "product", "Something else") : ""}
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

/** What the agent is told who has pulled the cord, as long as it stands. */
function pulledNote({ conversation, name }: ConversationFrame): Markup | "" {
  const { address } = agentNamed(name);
  const mine = conversation.pulls.find((pull) => pull.address === address);
  if (mine === undefined) return "";
  return html`<p class="hint" id="cord-pulled">You pulled the cord. Thank you for speaking up; it stays pulled until someone answers for it.</p>`;
}

function cordForm(frame: ConversationFrame): Markup {
  const { desk, note } = frame;
  const own = note?.where === "cord" ? note : null;
  return html`${pulledNote(frame)}<details class="resolving" id="pulling"${own ? html` open` : ""}><summary>Pull the cord…</summary>
<form id="cord" method="post" action="${desk.path("/agent/cord")}">${fields(frame)}
${desk.settings.products.length > 0 ? productPicker(frame, "cord-product", "The conversation’s") : ""}
<p class="field"><label for="sentence">What goes wrong, in one sentence?</label>
<input id="sentence" name="sentence" required maxlength="400" value="${own?.typed ?? ""}" aria-describedby="sentence-hint" dir="auto"></p>
<p class="hint" id="sentence-hint">The team and the product’s owner are told at once.</p>
<button class="primary">Pull the cord</button>${formNote(own?.text ?? null)}</form></details>`;
}

/** Reply, resolve or reopen, and pull the cord. */
export function agentForms(frame: ConversationFrame): Markup {
  const isOpen = frame.conversation.interaction.state === "open";
  return html`<div class="acts">${replyForm(frame)}${isOpen ? resolveForm(frame) : reopenForm(frame)}${cordForm(frame)}</div>`;
}
