import { type Click, eventOfForm, eventOfPress, resolutionEvent } from "../../src/chat/button-events.ts";
import { isForm } from "../../src/chat/forms.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { channelAddress } from "./address.ts";
import { recordsIn, textIn } from "./api.ts";
import { readButton } from "./buttons.ts";
import { CHAIR, CORD_MENU, RESOLVE, RESOLVE_MENU } from "./commands.ts";
import { fieldsOf, PERSON } from "./forms.ts";

/** INTERACTION_CREATE as Discord sends it. */
export type Payload = Readonly<Record<string, unknown>>;

/** Who did it and when, as every interaction says. */
export interface Doing {
  readonly by: Person;
  readonly at: number;
}

/** The unique name of what somebody did, who and when. */
export function stampOf(payload: Payload, { by, at }: Doing) {
  return { id: `discord:interaction:${textIn(payload, "id")}`, at, by };
}

/** Where a click is answered: the channel in which it was made, or the person's direct line. */
function placeOfClick(payload: Payload, { by }: Doing): string {
  const [guild, channel] = [textIn(payload, "guild_id"), textIn(payload, "channel_id")];
  return guild === null || channel === null ? by.address : channelAddress(guild, channel);
}

/** A click on a button. */
export function parseClick(payload: Payload, doing: Doing): Click {
  const customId = textIn(payload, "data", "custom_id");
  const button = readButton(customId);
  const stamp = stampOf(payload, doing);
  if (!button) {
    const { id, at } = stamp;
    return { kind: "event", event: { kind: "unsupported", id, at, what: `a click on ${customId ?? "nothing"}` } };
  }
  if (isForm(button.name)) return { kind: "form", form: button.name, subject: button.subject };
  const event = eventOfPress(button, stamp);
  const isAnswered = event.kind === "answer-withdrawn" || event.kind === "quote-answered";
  return { kind: "event", event: isAnswered ? { ...event, answerIn: placeOfClick(payload, doing) } : event };
}

/** What was entered into a form's field; empty where there is nothing. */
export function fieldOf(payload: Payload, field: string): string {
  const fields = recordsIn(payload, "data", "components").map(({ component }) => component);
  const found = fields.find((component) => textIn(component, "custom_id") === field);
  const [chosen] = found && Array.isArray((found as Payload).values) ? ((found as Payload).values as unknown[]) : [];
  return textIn(found, "value") ?? (typeof chosen === "string" ? chosen : "");
}

/** What was chosen in one of the menus in which a question is asked; empty where nothing was. */
function chosenIn(payload: Payload, field: string): string {
  const chosen = fieldsOf(field).map((one) => fieldOf(payload, one));
  return chosen.find((one) => one !== "") ?? "";
}

/** The id of the member who was chosen in a form; null where none was. */
export function chosenUser(payload: Payload): string | null {
  return fieldOf(payload, PERSON) || null;
}

/** A submitted form as what has happened; null where it is not one of ours. `person`: who was chosen in it. */
export function parseSubmission(payload: Payload, doing: Doing, person: Person | null = null): InboundEvent | null {
  const form = readButton(textIn(payload, "data", "custom_id"));
  if (!form) return null;
  const [note, score, verdict] = [fieldOf(payload, "note"), fieldOf(payload, "score"), fieldOf(payload, "verdict")];
  const product = chosenIn(payload, "product");
  const ofCase = {
    outcome: chosenIn(payload, "outcome"),
    cause: chosenIn(payload, "cause"),
    step: fieldOf(payload, "step"),
  };
  const given = { ...(score === "" ? {} : { score }), ...(person ? { person } : {}) };
  const ofSitting = {
    toFix: fieldOf(payload, "toFix"),
    dueOn: fieldOf(payload, "dueOn"),
    count: chosenIn(payload, "count"),
  };
  const ofAim = {
    aimMeasure: fieldOf(payload, "aimMeasure"),
    aimTo: fieldOf(payload, "aimTo"),
    aimBy: fieldOf(payload, "aimBy"),
  };
  const about = chosenIn(payload, "about");
  const filled = { note, product, verdict, about, ...ofCase, ...ofSitting, ...ofAim, ...given };
  const event = eventOfForm(form.name, form.subject, filled, stampOf(payload, doing));
  const { address } = doing.by;
  return event?.kind === "telling-wanted" || event?.kind === "product-decided"
    ? { ...event, answerIn: address }
    : event;
}

/** Somebody resolved the conversation, perhaps naming its product or a reason not to ask. */
export function resolution(
  payload: Payload,
  doing: Doing,
  conversation: string,
  { product, skip }: { readonly product: string; readonly skip: string },
): InboundEvent {
  return resolutionEvent(conversation, { note: skip, product }, stampOf(payload, doing));
}

/** Somebody pulled the cord with a sentence, perhaps naming the product. */
export function pull(
  payload: Payload,
  doing: Doing,
  conversation: string,
  { product, sentence }: { readonly product: string; readonly sentence: string },
): InboundEvent | null {
  return eventOfForm("cord-pull", conversation, { note: sentence, product, verdict: "" }, stampOf(payload, doing));
}

/** A command as it was run: its words joined, and its options. */
export interface CommandRun {
  /** Such as `feedback stop`. */
  readonly words: string;
  readonly options: Readonly<Record<string, string>>;
}

const SUBCOMMAND = 1;

export function readCommand(payload: Payload): CommandRun {
  const name = textIn(payload, "data", "name");
  const given = recordsIn(payload, "data", "options");
  const sub = given.find(({ type }) => type === SUBCOMMAND);
  const options = (sub ? recordsIn(sub, "options") : given).map((option) => [option.name, String(option.value ?? "")]);
  return { words: [name, ...(sub ? [textIn(sub, "name")] : [])].join(" "), options: Object.fromEntries(options) };
}

/** Whether it is done to the conversation in which it is done, and so by what was said there. */
export function actsOnConversation(payload: Payload): boolean {
  const name = textIn(payload, "data", "name") ?? "";
  const form = readButton(textIn(payload, "data", "custom_id"))?.name ?? "";
  const isNamed = [RESOLVE, RESOLVE_MENU, CORD_MENU].includes(name) || ["resolve", "cord-pull"].includes(form);
  return isNamed || (name === CHAIR && readCommand(payload).words === `${CHAIR} cord`);
}
