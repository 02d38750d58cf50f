import { html } from "hono/html";
import type { Action, ActionName } from "../../../../src/messages.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { scaleEnds } from "../../scale-ends.ts";
import { formNote, hiddenFields, LONGEST_TEXT } from "../form.ts";
import type { Markup } from "../markup.ts";
import type { ShownPost } from "../shown-posts.ts";
import type { ChatKey } from "./chat.ts";
import type { ChatSeat } from "./chat-seat.ts";

/** What the forms under a post need to know. */
export interface PostFrame {
  readonly desk: PageDesk;
  readonly seat: ChatSeat;
  readonly key: ChatKey;
  readonly locale: string;
  /** What was posted after it: most of its buttons end with that. */
  readonly later: readonly ShownPost[];
  /** What could not be done with this post's forms, and the words typed there; null if all is well. */
  readonly note: { readonly text: string; readonly typed: string } | null;
}

/** Actions that end when the bot has said something else. */
const ASKING: readonly ActionName[] = ["score", "not-now", "never", "comment", "told", "told-people", "told-source"];
/** Whether and how to be contacted: it may be said after the reason as well, until it is offered anew or there is another answer. */
const CONTACT: readonly ActionName[] = ["contact-how", "contact-no"];
/** What comes with another answer, or asks for one. */
const ANSWERING: readonly ActionName[] = ["score", "change"];
/** What is written in a form of its own, with what its field is called. */
export const WRITTEN: Partial<Record<ActionName, WordingKey>> = {
  comment: "chat.reasonLabel",
  "contact-how": "form.contactHow",
};

function opening(frame: PostFrame, post: ShownPost, action: Action): Markup {
  const { name: act, subject, value } = action;
  const told = act === "score" || value === undefined ? {} : { value };
  return hiddenFields(frame.desk.ids, { ...frame.seat.fields(frame.key), place: post.place, act, subject, ...told });
}

function scoreForm(frame: PostFrame, post: ShownPost, actions: readonly Action[]): Markup {
  const [first] = actions;
  if (!first) return html``;
  const { ends } = post.message;
  const button = (action: Action) =>
    html`<button name="score" value="${action.value ?? ""}" aria-label="${action.description ?? action.label}">${action.label}</button>`;
  return html`<form method="post" action="${frame.seat.act}" id="scores-${post.place}">
${opening(frame, post, first)}
<div class="scores scores-${actions.length}" role="group" aria-labelledby="text-${post.place}"${ends ? html` aria-describedby="ends-${post.place}"` : ""}>${actions.map(button)}</div>
${ends ? scaleEnds(ends, `ends-${post.place}`) : ""}
</form>`;
}

/** A form with a field for words. The reason is wanted at once, so that its field stands open; the others unfold. */
function wordsForm(frame: PostFrame, post: ShownPost, action: Action, label: string): Markup {
  const { desk, locale, seat, note } = frame;
  const field = `${action.name}-${post.place}`;
  const isReason = action.name === "comment";
  const form = html`<form method="post" action="${seat.act}" id="form-${field}"${isReason ? html` class="reason"` : ""}>
${opening(frame, post, action)}
<label for="${field}">${label}</label>
<textarea id="${field}" name="comment" rows="${isReason ? 2 : 3}" required maxlength="${LONGEST_TEXT}" dir="auto">${note?.typed ?? ""}</textarea>
<button class="primary">${desk.wording.say(locale, "chat.send")}</button>
</form>`;
  if (isReason) return form;
  return html`<details class="reason" id="words-${field}"${note ? html` open` : ""}>
<summary>${action.label}</summary>
${form}</details>`;
}

function plainForm(frame: PostFrame, post: ShownPost, action: Action): Markup {
  return html`<form method="post" action="${frame.seat.act}" id="${[action.name, action.value, post.place].filter((part) => part !== undefined).join("-")}">
${opening(frame, post, action)}<button class="quiet">${action.label}</button></form>`;
}

function endsContact({ message }: ShownPost): boolean {
  return message.actions.some(({ name }) => CONTACT.includes(name) || ANSWERING.includes(name));
}

/** Whether the button is still the one to use. */
function isStanding(later: readonly ShownPost[], { name }: Action): boolean {
  if (CONTACT.includes(name)) return !later.some(endsContact);
  return later.length === 0 || !ASKING.includes(name);
}

/** The buttons of a post that are still to be pressed, after what was posted later. */
export function standingActions(later: readonly ShownPost[], { message }: ShownPost): Action[] {
  return message.actions.filter((action) => isStanding(later, action));
}

/** Everything the customer can do about a post, as forms that work without a script. */
export function postActions(frame: PostFrame, post: ShownPost): Markup {
  const actions = standingActions(frame.later, post);
  if (actions.length === 0) return html``;
  const scores = actions.filter((action) => action.name === "score");
  const others = actions.filter((action) => action.name !== "score");
  const form = (action: Action) => {
    const label = WRITTEN[action.name];
    return label
      ? wordsForm(frame, post, action, frame.desk.wording.say(frame.locale, label))
      : plainForm(frame, post, action);
  };
  return html`${scoreForm(frame, post, scores)}
<div class="choices">${others.map(form)}</div>
${formNote(frame.note?.text ?? null)}`;
}
