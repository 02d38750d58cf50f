import { html } from "hono/html";
import type { Agent } from "../../../../src/interaction/interaction.ts";
import { formNote, hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameForm } from "../name-form.ts";
import { NAMELESS, nameField } from "../seated.ts";
import { mayDo, noteAt, type StoryFrame, type StoryNote } from "./story-frame.ts";

function form(frame: StoryFrame, where: StoryNote["where"], inner: Markup): Markup {
  const { desk, seated, story } = frame;
  const { id } = story.interaction;
  const fields = hiddenFields(desk.ids, { ...nameField(seated), subject: id });
  const note = formNote(noteAt(frame, where, id)?.text ?? null);
  return html`<form id="${where}" method="post" action="${desk.path(`/conversations/${id}/${where}`)}">${fields}${inner}${note}</form>`;
}

function folded(frame: StoryFrame, where: StoryNote["where"], title: string, inner: Markup): Markup {
  const isOpen = noteAt(frame, where, frame.story.interaction.id) !== null;
  return html`<details class="reason" id="${where}-fold"${isOpen ? html` open` : ""}><summary>${title}</summary>${form(frame, where, inner)}</details>`;
}

function reopenForm(frame: StoryFrame): Markup {
  if (frame.story.interaction.state !== "resolved" || !mayDo(frame, "resolve")) return NOTHING;
  return form(frame, "reopen", html`<button>${frame.say("conv.reopen")}</button>`);
}

function productForm(frame: StoryFrame): Markup {
  const { desk, story, say } = frame;
  const { products } = desk.settings;
  if (products.length === 0 || !mayDo(frame, "work-case")) return NOTHING;
  const { product } = story.interaction;
  const option = ({ id, name }: { readonly id: string; readonly name: string }) =>
    html`<option value="${id}"${id === product ? html` selected` : ""}>${name}</option>`;
  const inner = html`<label for="product">${say("team.product")}</label>
<select id="product" name="product"><option value="">${say("conv.productNone")}</option>${products.map(option)}</select>
<p class="hint">${say("conv.correctHint")}</p><button class="primary">${say("conv.save")}</button>`;
  return folded(frame, "product", say("conv.correctProduct"), inner);
}

function agentForm(frame: StoryFrame): Markup {
  const { story, say } = frame;
  if (!mayDo(frame, "exclude-answer")) return NOTHING;
  const { agents } = story.interaction;
  const credited = agents.at(-1)?.address;
  const option = ({ address, name }: Agent) =>
    html`<option value="${address}"${address === credited ? html` selected` : ""}>${name ?? address}</option>`;
  const known = html`<label for="agent-known">${say("conv.credit")}</label>
<select id="agent-known" name="known">${agents.map(option)}</select>`;
  const inner = html`${agents.length > 0 ? known : NOTHING}<label for="agent-other">${say("conv.creditOther")}</label>
<input id="agent-other" name="other" maxlength="60" autocomplete="off" dir="auto" value="${noteAt(frame, "agent", story.interaction.id)?.typed ?? ""}">
<p class="hint">${say("conv.correctHint")}</p><button class="primary">${say("conv.save")}</button>`;
  return folded(frame, "agent", say("conv.correctAgent"), inner);
}

/** Whoever has the desk's key and gave no name is asked for it: what is done is done by somebody. */
function whoActs({ desk, story }: StoryFrame): Markup {
  return nameForm(desk, desk.path(`/conversations/${story.interaction.id}`));
}

/** What the reader may do about the conversation; nothing for whom there is nothing. */
export function actsView(frame: StoryFrame): Markup {
  if (frame.seated.by.address === NAMELESS) return whoActs(frame);
  const acts = [reopenForm(frame), productForm(frame), agentForm(frame)];
  if (acts.every((act) => act === NOTHING)) return NOTHING;
  return html`<section class="card acting" aria-labelledby="acting"><h2 id="acting">${frame.say("conv.acts")}</h2>${acts}</section>`;
}
