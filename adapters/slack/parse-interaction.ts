import { createHash } from "node:crypto";
import { type Click, eventOfForm, eventOfPress, type FilledForm } from "../../src/chat/button-events.ts";
import { isForm } from "../../src/chat/forms.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { placeOf, threadAddress } from "./address.ts";
import { isRecord, recordsIn, type SlackPayload, textIn } from "./api.ts";
import { type ButtonValue, FROM_HOME } from "./buttons.ts";
import type { HomeTurn } from "./draw-app-home.ts";
import { PERSON } from "./forms.ts";
import { MORE } from "./home-parts.ts";

/** What travels with a button, or null where it is not one of ours. */
export function readButton(text: string | null): ButtonValue | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    const subject = textIn(read, "subject");
    const [value, desk] = [textIn(read, "value"), textIn(read, "desk")];
    return subject === null
      ? null
      : { subject, ...(value === null ? {} : { value }), ...(desk === null ? {} : { desk }) };
  } catch {
    return null;
  }
}

/** Who did it, in which workspace and when, as every interaction says. */
export interface Doing {
  readonly team: string;
  readonly by: Person;
  readonly at: number;
}

/** What stands behind the button that was pressed, or behind what was chosen in a menu. */
function pressed(action: unknown): ButtonValue | null {
  return readButton(textIn(action, "value") ?? textIn(action, "selected_option", "value"));
}

/** What travels with the button that was clicked, or with the form that was sent; null where it is not one of ours. */
export function aboutOf(body: SlackPayload): ButtonValue | null {
  const [action] = recordsIn(body, "actions");
  return pressed(action) ?? readButton(textIn(body, "view", "private_metadata"));
}

/** The channel in which something was done; null in App Home and in what opened from it. */
export function channelOf(body: SlackPayload): string | null {
  return textIn(body, "channel", "id") ?? textIn(body, "container", "channel_id") ?? textIn(body, "channel_id");
}

/** The thread in which somebody clicked; null where they did so in the channel itself or in App Home. */
export function threadOfClick(body: SlackPayload): string | null {
  const thread = textIn(body, "container", "thread_ts") ?? textIn(body, "message", "thread_ts");
  return thread === textIn(body, "container", "message_ts") ? null : thread;
}

/** Where a click is answered: the thread it was made in, the person's direct line, or nowhere from App Home, which is drawn anew. */
function answerIn(body: SlackPayload, { team, by }: Doing): string | undefined {
  const channel = textIn(body, "channel", "id") ?? textIn(body, "container", "channel_id");
  const thread = textIn(body, "container", "thread_ts") ?? textIn(body, "message", "thread_ts");
  if (channel === null) return undefined;
  return channel.startsWith("D") || thread === null ? by.address : threadAddress(team, channel, thread);
}

/** What is answered where it was clicked. */
const ANSWERED: readonly InboundEvent["kind"][] = [
  ...(["ask-wanted", "answer-withdrawn", "quote-answered"] as const),
  ...(["reading-changed", "forget-wanted"] as const),
];

/** A click on one of our buttons. It has no id of its own: person, message, button and moment name it. */
export function parseClick(body: SlackPayload, doing: Doing): Click {
  const [action] = recordsIn(body, "actions");
  const actionId = textIn(action, "action_id");
  const clicked = textIn(body, "container", "message_ts") ?? textIn(body, "view", "id");
  const made = [doing.by.address, clicked, actionId, textIn(action, "action_ts")].join(":");
  const id = `slack:click:${createHash("sha256").update(made).digest("hex").slice(0, 32)}`;
  const name = actionId === null ? "nothing" : actionId.replace(/:.*$/s, "");
  const button = pressed(action);
  if (!button) return { kind: "event", event: { kind: "unsupported", id, at: doing.at, what: `a click on ${name}` } };
  if (isForm(name)) return { kind: "form", form: name, subject: button.subject };
  const { subject, value } = button;
  const event = eventOfPress({ name, subject, value }, { id, by: doing.by, at: doing.at });
  const isAnswered = ANSWERED.includes(event.kind) || (event.kind === "asking-changed" && event.ask !== undefined);
  const place = isAnswered ? answerIn(body, doing) : undefined;
  return { kind: "event", event: place === undefined ? event : ({ ...event, answerIn: place } as InboundEvent) };
}

/** What App Home shows after a press in it: the page that was asked for, or what came of the press. */
export function turnOf(body: SlackPayload): HomeTurn {
  const [action] = recordsIn(body, "actions");
  const name = textIn(action, "action_id")?.split(":")[0];
  const about = pressed(action);
  if (name === "change") return { said: "home.changeThere" };
  if (name === "withdraw-sure") return { said: "survey.withdrawn" };
  if (name !== MORE || about === null) return {};
  return { pages: { [about.subject]: Number(about.value) || 0 }, desk: about.desk };
}

/** The text typed into a form's field; empty where there is none. */
export function fieldOf(body: SlackPayload, field: string): string {
  return (
    textIn(body, "view", "state", "values", field, field, "value") ??
    textIn(body, "view", "state", "values", field, field, "selected_option", "value") ??
    textIn(body, "view", "state", "values", field, field, "selected_date") ??
    ""
  );
}

/** The user who was chosen in a form; null where none was. */
export function chosenUser(body: SlackPayload): string | null {
  return textIn(body, "view", "state", "values", PERSON, PERSON, "selected_user");
}

function filledIn(body: SlackPayload, person: Person | null): FilledForm {
  const [note, product, verdict] = [fieldOf(body, "note"), fieldOf(body, "product"), fieldOf(body, "verdict")];
  const ofCase = { outcome: fieldOf(body, "outcome"), cause: fieldOf(body, "cause"), step: fieldOf(body, "step") };
  const about = fieldOf(body, "about");
  const score = fieldOf(body, "score");
  const chosen = { ...(score === "" ? {} : { score }), ...(person ? { person } : {}) };
  const ofSitting = { toFix: fieldOf(body, "toFix"), dueOn: fieldOf(body, "dueOn"), count: fieldOf(body, "count") };
  const [aimMeasure, aimTo, aimBy] = [fieldOf(body, "aimMeasure"), fieldOf(body, "aimTo"), fieldOf(body, "aimBy")];
  return { note, product, verdict, about, ...ofCase, ...ofSitting, ...chosen, aimMeasure, aimTo, aimBy };
}

/** Names a submission. A form that is sent again after a refusal keeps its hash, so what was typed belongs to the name. */
function submissionId(view: SlackPayload): string {
  const typed = createHash("sha256")
    .update(JSON.stringify(view.state ?? null))
    .digest("hex");
  return `slack:form:${textIn(view, "id")}:${textIn(view, "hash")}:${typed.slice(0, 16)}`;
}

/** Who sent a form and when, and whom they chose in it. */
export interface Sending extends Pick<Doing, "by" | "at"> {
  readonly person?: Person | null;
}

/** A submitted form of ours as what has happened; null where it is not one of ours. */
export function parseSubmission(body: SlackPayload, { by, at, person = null }: Sending): InboundEvent | null {
  const form = textIn(body, "view", "callback_id");
  const about = readButton(textIn(body, "view", "private_metadata"));
  if (form === null || about === null || !isRecord(body.view)) return null;
  const stamp = { id: submissionId(body.view), at, by };
  const event = eventOfForm(form, about.subject, filledIn(body, person), stamp);
  if (event === null) return null;
  if (event.kind === "telling-wanted" || event.kind === "product-decided") return { ...event, answerIn: by.address };
  if (event.kind !== "resolved" && event.kind !== "cord-pulled") return event;
  const isInThread = about.value !== FROM_HOME && placeOf(event.conversation)?.thread != null;
  return { ...event, answerIn: isInThread ? event.conversation : by.address };
}

/** The conversation that a message shortcut was used in. */
export function shortcutConversation(body: SlackPayload, team: string): string | null {
  const channel = textIn(body, "channel", "id");
  const ts = textIn(body, "message", "thread_ts") ?? textIn(body, "message", "ts");
  return channel === null || ts === null ? null : threadAddress(team, channel, ts);
}
